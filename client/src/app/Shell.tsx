// The sheet every page is printed on: masthead, main part, colophon.
import { useRef, type ReactNode } from 'react';
import { Link, NavLink } from 'react-router';
import { useT } from '../i18n/useT';
import { useViewer } from '../session/useViewer';
import { Colophon } from './Colophon';
import { useArrival } from './useArrival';
import { useOnline } from './useOnline';

function Navigation({ signedIn }: { signedIn: boolean }) {
  const t = useT();
  return (
    <nav aria-label={t('nav.label')}>
      <ul>
        <li>
          <NavLink to="/" end>
            {t('nav.home')}
          </NavLink>
        </li>
        <li>
          <NavLink to="/federation">{t('nav.federation')}</NavLink>
        </li>
        <li>
          <NavLink to="/platform">{t('nav.platform')}</NavLink>
        </li>
        <li>
          {signedIn ? (
            <NavLink to="/account">{t('nav.account')}</NavLink>
          ) : (
            <NavLink to="/sign-in">{t('nav.signIn')}</NavLink>
          )}
        </li>
      </ul>
    </nav>
  );
}

export function Shell({ children }: { children: ReactNode }) {
  const t = useT();
  const main = useRef<HTMLElement>(null);
  const { viewer } = useViewer();
  const online = useOnline();
  useArrival(main);
  return (
    <>
      <a className="skip" href="#main">
        {t('nav.skip')}
      </a>
      <header className="masthead">
        <div className="sheet masthead-row">
          <Link to="/" className="wordmark">
            Mandate
          </Link>
          {viewer && (
            <span className="masthead-who">
              <bdi>{viewer.displayName}</bdi>
            </span>
          )}
          <Navigation signedIn={viewer !== null} />
        </div>
      </header>
      <div role="status">
        {!online && (
          <div className="notice-bar">
            <p className="sheet">{t('state.offlineBar')}</p>
          </div>
        )}
      </div>
      <main id="main" ref={main} tabIndex={-1} className="sheet">
        {children}
      </main>
      <Colophon />
    </>
  );
}
