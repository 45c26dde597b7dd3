// A sum of money as the reader's own language writes it. The digits come as text and are formatted as text: nothing is
// rounded on the way.
import { useCallback } from 'react';
import { useIntl } from 'react-intl';

export interface MoneyText {
  amount: string;
  currency: string;
}

const formats = new Map<string, Intl.NumberFormat>();

function formatOf(locale: string, currency: string): Intl.NumberFormat {
  const key = `${locale} ${currency}`;
  const known = formats.get(key) ?? new Intl.NumberFormat(locale, { style: 'currency', currency });
  formats.set(key, known);
  return known;
}

export function useSum(): (money: MoneyText) => string {
  const { locale } = useIntl();
  return useCallback(({ amount, currency }) => formatOf(locale, currency).format(amount as `${number}`), [locale]);
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
