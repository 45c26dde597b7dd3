// Which column says what. A first guess is there already; a Treasurer looks at it once, and it is remembered.
import { useState } from 'react';
import { useT } from '../i18n/useT';
import { Button } from '../ui/Button';
import { SelectField } from '../ui/Field';
import { Form } from '../ui/Form';
import type { Statement } from './StatementPage';

export interface Mapping {
  date: string;
  dateOrder: 'YMD' | 'DMY' | 'MDY';
  amount: { signed: string } | { received: string; paid: string | null };
  decimal: '.' | ',';
  reference: string[];
  name: string | null;
}

const orders = ['YMD', 'DMY', 'MDY'] as const;

export function MappingForm({ statement, settled }: { statement: Statement; settled: (mapping: Mapping) => void }) {
  const t = useT();
  const { columns, sample, remembered } = statement;
  const guess = statement.mapping as Mapping | null;
  const [date, setDate] = useState(guess?.date ?? '');
  const [dateOrder, setOrder] = useState<Mapping['dateOrder']>(guess?.dateOrder ?? 'YMD');
  const [received, setReceived] = useState(
    guess ? ('signed' in guess.amount ? guess.amount.signed : guess.amount.received) : '',
  );
  const [paid, setPaid] = useState(guess && 'received' in guess.amount ? (guess.amount.paid ?? '') : '');
  const [decimal, setDecimal] = useState<Mapping['decimal']>(guess?.decimal ?? '.');
  const [reference, setReference] = useState(guess?.reference ?? []);
  const [name, setName] = useState(guess?.name ?? '');
  const choices = (none: string | null) => (
    <>
      {none !== null && <option value="">{none}</option>}
      {columns.map((column) => (
        <option key={column} value={column}>
          {column}
        </option>
      ))}
    </>
  );
  const send = () =>
    settled({
      date,
      dateOrder,
      amount: paid === '' ? { signed: received } : { received, paid },
      decimal,
      reference,
      name: name === '' ? null : name,
    });
  return (
    <details open={!guess}>
      <summary>
        {t(remembered ? 'books.columnsRemembered' : guess ? 'books.columnsGuessed' : 'books.columnsUnknown')}
      </summary>
      <div className="wide-scroll" tabIndex={0} role="region" aria-label={t('books.sample')}>
        <table className="plain-table">
          <caption className="visually-hidden">{t('books.sample')}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sample.map((row, at) => (
              <tr key={at}>
                {columns.map((column, cell) => (
                  <td key={column}>{row[cell]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Form onSend={send}>
        <div className="payment-fields">
          <SelectField
            label={t('books.colDate')}
            required
            value={date}
            onChange={(event) => setDate(event.target.value)}
          >
            {choices(t('books.choose'))}
          </SelectField>
          <SelectField
            label={t('books.dateOrder')}
            value={dateOrder}
            onChange={(event) => setOrder(event.target.value as Mapping['dateOrder'])}
          >
            {orders.map((order) => (
              <option key={order} value={order}>
                {t(`books.order${order}`)}
              </option>
            ))}
          </SelectField>
          <SelectField
            label={t('books.colReceived')}
            required
            value={received}
            onChange={(event) => setReceived(event.target.value)}
          >
            {choices(t('books.choose'))}
          </SelectField>
          <SelectField label={t('books.colPaid')} value={paid} onChange={(event) => setPaid(event.target.value)}>
            {choices(t('books.signInside'))}
          </SelectField>
          <SelectField
            label={t('books.decimal')}
            value={decimal}
            onChange={(event) => setDecimal(event.target.value as Mapping['decimal'])}
          >
            <option value=".">1234.50</option>
            <option value=",">1234,50</option>
          </SelectField>
          <SelectField
            label={t('books.colReference')}
            value={reference[0] ?? ''}
            onChange={(event) =>
              setReference(event.target.value === '' ? [] : [event.target.value, ...reference.slice(1)])
            }
          >
            {choices(t('books.none'))}
          </SelectField>
          <SelectField label={t('books.colName')} value={name} onChange={(event) => setName(event.target.value)}>
            {choices(t('books.none'))}
          </SelectField>
        </div>
        <p>
          <Button type="submit">{t('books.readSo')}</Button>
        </p>
      </Form>
    </details>
  );
}
