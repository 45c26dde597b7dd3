// A page or a part of one that could not be read: what happened, what was not lost, and how to go on.
import { Link } from 'react-router';
import { useT } from '../i18n/useT';
import type { Fault } from '../api/fault';
import { Button } from './Button';
import { faultSentence } from './faultSentence';
import { Page } from './Page';

interface Props {
  fault: Fault;
  retry?: (() => void) | undefined;
  /** The page's title says already that it could not be shown. */
  titled?: boolean;
}

export function ErrorState({ fault, retry, titled = false }: Props) {
  const t = useT();
  return (
    <div role="alert" className="told stack-tight">
      <p>
        {!titled && <strong>{t('fault.notShown')}</strong>} {faultSentence(t, fault)} {t('fault.nothingLost')}
      </p>
      {fault.id && <p className="small quiet">{t('fault.id', { id: fault.id })}</p>}
      {fault.kind === 'signIn' ? (
        <p>
          <Link className="button" to="/sign-in">
            {t('nav.signIn')}
          </Link>
        </p>
      ) : (
        retry && (
          <p>
            <Button onPress={retry}>{t('fault.retry')}</Button>
          </p>
        )
      )}
    </div>
  );
}

export function PageFault({ fault, retry }: { fault: Fault; retry?: (() => void) | undefined }) {
  const t = useT();
  return (
    <Page title={t(fault.kind === 'signIn' ? 'fault.signInTitle' : 'fault.title')}>
      <ErrorState titled fault={fault} retry={retry} />
    </Page>
  );
}
