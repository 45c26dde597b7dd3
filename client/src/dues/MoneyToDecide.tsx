/** What a motion about money would set, as a reader sees it before they vote. */
import { useT } from '../i18n/useT';
import { Facts } from '../ui/Facts';
import { When } from '../ui/When';
import { authorityOf, duesOf, splitOf } from './askedMoney';
import { Sum } from './Sum';

const isSum = (amount: string, currency: string) => /^\d+(\.\d+)?$/.test(amount) && /^[A-Z]{3}$/.test(currency);

function Money({ amount, currency }: { amount: string; currency: string }) {
  return isSum(amount, currency) ? <Sum of={{ amount, currency }} /> : <>{`${amount} ${currency}`}</>;
}

const Day = ({ of }: { of: string }) => (/^\d{4}-\d{2}-\d{2}$/.test(of) ? <When at={of} /> : <>{of}</>);

export function MoneyToDecide({ kind, payload }: { kind: string; payload: Record<string, unknown> }) {
  const t = useT();
  if (kind === 'SET_SPLIT') {
    const { validFrom, shares } = splitOf(payload);
    return (
      <>
        <Facts facts={[[t('moneyMotion.validFrom'), <Day key="from" of={validFrom} />]]} />
        <ul className="plain">
          {shares.map(({ level, share, purpose }, at) => (
            <li key={at}>
              <strong className="num">{share}</strong> {t(`bodyKind.${level}`)}
              {purpose && `, ${purpose}`}
            </li>
          ))}
        </ul>
        <p>{t('moneyMotion.rest')}</p>
      </>
    );
  }
  if (kind === 'SET_DUES') {
    const { amount, currency, period, validFrom, partPeriod, bands } = duesOf(payload);
    return (
      <Facts
        facts={[
          [
            t('dues.rate'),
            <span key="rate">
              <Money amount={amount} currency={currency} /> {t(`dues.per${period}`)}
            </span>,
          ],
          [t('moneyMotion.validFrom'), <Day key="from" of={validFrom} />],
          [t('moneyMotion.partPeriod'), t(`moneyMotion.part${partPeriod}`)],
          ...bands.map(
            (band) => [band.name, <Money key={band.band} amount={band.amount} currency={currency} />] as const,
          ),
        ]}
      />
    );
  }
  const { amount, currency, purpose, until, fund } = authorityOf(payload);
  return (
    <Facts
      facts={[
        [t('moneyMotion.upTo'), <Money key="sum" amount={amount} currency={currency} />],
        [t('books.whatFor'), purpose],
        [t('moneyMotion.spendUntil'), <Day key="until" of={until} />],
        fund ? [t('moneyMotion.fund'), fund] : null,
      ]}
    />
  );
}
