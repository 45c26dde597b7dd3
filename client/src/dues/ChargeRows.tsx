// What was charged, period by period, and whether it is settled.
import { FormattedDate } from 'react-intl';
import type { OwnDuesFragment } from '../generated/dues/member';
import { useT } from '../i18n/useT';
import { Row, Rows } from '../ui/Rows';
import { Sum } from './Sum';

const Day = ({ of }: { of: string }) => <FormattedDate value={`${of}T00:00:00Z`} dateStyle="medium" timeZone="UTC" />;
const isNone = ({ amount }: { amount: string }) => /^0(\.0+)?$/.test(amount);

export function ChargeRows({ charges }: { charges: OwnDuesFragment['charges'] }) {
  const t = useT();
  return (
    <Rows>
      {charges.map(({ id, part, periodFrom, periodUntil, dueOn, amount, open, dropped }) => (
        <Row
          key={id}
          title={
            <>
              {t(`dues.part${part}`)} <Day of={periodFrom} /> – <Day of={periodUntil} />
            </>
          }
          end={<Sum of={amount} />}
          note={
            isNone(open) ? (
              t(isNone(dropped) ? 'dues.settled' : 'dues.excused')
            ) : (
              <>
                {t('dues.open')} <Sum of={open} />, {t('dues.dueOn')} <Day of={dueOn} />
              </>
            )
          }
        />
      ))}
    </Rows>
  );
}
