// There is nothing at this address, or it is not the reader's to see; the two are never told apart.
import { Link } from 'react-router';
import { useT } from '../i18n/useT';
import { Page } from './Page';

export function NotFound() {
  const t = useT();
  return (
    <Page title={t('notFound.title')}>
      <p>{t('notFound.text')}</p>
      <ul className="links">
        <li>
          <Link to="/">{t('nav.home')}</Link>
        </li>
        <li>
          <Link to="/federation">{t('nav.federation')}</Link>
        </li>
        <li>
          <Link to="/sign-in">{t('nav.signIn')}</Link>
        </li>
      </ul>
    </Page>
  );
}
