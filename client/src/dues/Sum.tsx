// A sum of money as the reader's own language writes it. The digits come as text and are formatted as text: nothing is
// rounded on the way.
import { useMemo } from 'react';
import { useIntl } from 'react-intl';

export interface MoneyText {
  amount: string;
  currency: string;
}

export function useSum(): (money: MoneyText) => string {
  const intl = useIntl();
  return useMemo(() => {
    const formats = new Map<string, Intl.NumberFormat>();
    return ({ amount, currency }) => {
      let format = formats.get(currency);
      if (!format) {
        format = new Intl.NumberFormat(intl.locale, { style: 'currency', currency });
        formats.set(currency, format);
      }
      return format.format(amount as `${number}`);
    };
  }, [intl.locale]);
}

export function Sum({ of }: { of: MoneyText }) {
  const sum = useSum();
  return <span className="num sum">{sum(of)}</span>;
}

/** Several currencies side by side; they are never added up. */
export function Sums({ of }: { of: readonly MoneyText[] }) {
  return of.map((money, index) => (
    <span key={money.currency}>
      {index > 0 && ' + '}
      <Sum of={money} />
    </span>
  ));
}
