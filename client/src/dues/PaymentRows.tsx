// Receipts, each with where its money went: the group, the Region, the Federation, to the cent.
import { FormattedDate } from 'react-intl';
import { Link } from 'react-router';
import type { PaymentSeenFragment } from '../generated/dues/member';
import { useT } from '../i18n/useT';
import { Sum } from './Sum';

const Day = ({ of }: { of: string }) => <FormattedDate value={`${of}T00:00:00Z`} dateStyle="long" timeZone="UTC" />;
const isNone = ({ amount }: { amount: string }) => /^0(\.0+)?$/.test(amount);

export function Parts({ payment }: { payment: PaymentSeenFragment }) {
  const t = useT();
  return (
    <table className="plain-table">
      <caption className="visually-hidden">{t('dues.partsCaption', { number: payment.number })}</caption>
      <tbody>
        {payment.parts.map((part, index) => (
          <tr key={index}>
            <th scope="row">{partName(part, payment, t)}</th>
            <td className="num">
              <Sum of={part.amount} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function partName(
  { kind, name, withBody }: PaymentSeenFragment['parts'][number],
  payment: PaymentSeenFragment,
  t: ReturnType<typeof useT>,
): string {
  if (kind === 'MEMBER_CREDIT') return t('dues.partCredit');
  const to = withBody?.name ?? payment.body.name;
  return name ? t('dues.partFor', { to, purpose: name }) : t('dues.partTo', { to });
}

export function PaymentRows({
  payments,
  linked = true,
}: {
  payments: readonly PaymentSeenFragment[];
  /** To one's own receipt on a sheet of its own. */
  linked?: boolean;
}) {
  const t = useT();
  return (
    <ul className="rows">
      {payments.map((payment) => (
        <li key={payment.id}>
          <div className="row">
            <span className="row-title">
              {linked ? (
                <Link to={`/dues/receipt/${payment.id}`}>{t('dues.receipt', { number: payment.number })}</Link>
              ) : (
                t('dues.receipt', { number: payment.number })
              )}
            </span>
            <span className="row-end">
              <Sum of={payment.amount} />
            </span>
            <span className="row-note">
              <Day of={payment.receivedOn} /> · {t(`dues.method${payment.method}`)}
              {payment.reversed && ` · ${t('dues.reversed')}`}
              {!isNone(payment.refunded) && !payment.reversed && (
                <>
                  {' · '}
                  {t('dues.refunded')} <Sum of={payment.refunded} />
                </>
              )}
            </span>
          </div>
          {!payment.reversed && (
            <details>
              <summary>{t('dues.whereItWent')}</summary>
              <Parts payment={payment} />
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}
