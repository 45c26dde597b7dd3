// Where somebody stands with dues, in a sentence without blame: what is, until when, and what follows.
import { FormattedDate } from 'react-intl';
import { useT } from '../i18n/useT';

interface Standing {
  state: string;
  until?: string | null;
  next?: string | null;
  nextOn?: string | null;
}

const Day = ({ of }: { of: string }) => <FormattedDate value={`${of}T00:00:00Z`} dateStyle="long" timeZone="UTC" />;

export function StandingLine({
  standing: { state, until, next, nextOn },
  own = false,
}: {
  standing: Standing;
  own?: boolean;
}) {
  const t = useT();
  const follows = next && nextOn && next !== 'PAID' && state !== 'PAID';
  return (
    <p className={state === 'IN_ARREARS' || state === 'LAPSED' ? 'told' : undefined}>
      <strong>{t(`duesState.${state}` as 'duesState.PAID')}</strong>
      {until && (
        <>
          {' '}
          {t('dues.until')} <Day of={until} />
        </>
      )}
      .
      {follows && (
        <>
          {' '}
          {t(`duesNext.${next}` as 'duesNext.LAPSED')} <Day of={nextOn} />.
        </>
      )}
      {own && state === 'IN_ARREARS' && ` ${t('dues.arrearsKind')}`}
    </p>
  );
}
