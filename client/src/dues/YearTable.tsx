// The year in figures: what was there, what came, what was spent and passed on, what is there now.
import type { ReactNode } from 'react';
import type { BooksPageQuery } from '../generated/dues/books';
import { useT } from '../i18n/useT';
import { Sum, type MoneyText } from './Sum';

type Statement = NonNullable<BooksPageQuery['ledger']>['yearStatement'][number];

function Line({ name, sum, strong = false }: { name: ReactNode; sum: MoneyText; strong?: boolean }) {
  return (
    <tr className={strong ? 'strong-line' : undefined}>
      <th scope="row">{name}</th>
      <td>
        <Sum of={sum} />
      </td>
    </tr>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <tbody>
      <tr className="group-line">
        <th scope="rowgroup" colSpan={2}>
          {title}
        </th>
      </tr>
      {children}
    </tbody>
  );
}

export function YearTable({ statement }: { statement: Statement }) {
  const t = useT();
  const { money, moneyBefore, moneyAfter, income, spending, sharesUp, funds, memberCredit, onItsWay } = statement;
  const nameOf = (kind: string, name: string) => name || t(`bookKind.${kind}` as 'bookKind.DUES');
  const isNone = ({ amount }: MoneyText) => /^-?0(\.0+)?$/.test(amount);
  return (
    <table className="plain-table year-table">
      <caption className="visually-hidden">{t('books.yearCaption', { year: String(statement.year) })}</caption>
      <tbody>
        <Line name={t('books.moneyBefore')} sum={moneyBefore} strong />
      </tbody>
      <Group title={t('books.came')}>
        {income.map(({ kind, name, body, amount }, index) => (
          <Line
            key={index}
            name={body ? (name ? `${body.name}, ${name}` : body.name) : nameOf(kind, name)}
            sum={amount}
          />
        ))}
      </Group>
      {sharesUp.length > 0 && (
        <Group title={t('books.sharesUp')}>
          {sharesUp.map(({ toBody, purpose, added }) => (
            <Line
              key={`${toBody.id}${purpose}`}
              name={purpose ? `${toBody.name}, ${purpose}` : toBody.name}
              sum={added}
            />
          ))}
          {sharesUp
            .filter(({ closing }) => !isNone(closing))
            .map(({ toBody, purpose, closing }) => (
              <Line
                key={`open ${toBody.id}${purpose}`}
                name={t('books.notYetPassed', { body: purpose ? `${toBody.name}, ${purpose}` : toBody.name })}
                sum={closing}
              />
            ))}
        </Group>
      )}
      {spending.length > 0 && (
        <Group title={t('books.spent')}>
          {spending.map(({ kind, name, amount }, index) => (
            <Line key={index} name={nameOf(kind, name)} sum={amount} />
          ))}
        </Group>
      )}
      {funds.length > 0 && (
        <Group title={t('books.funds')}>
          {funds.map(({ name, closing }) => (
            <Line key={name} name={name} sum={closing} />
          ))}
        </Group>
      )}
      <tbody>
        <Line name={t('books.moneyAfter')} sum={moneyAfter} strong />
        {money.map(({ kind, name, closing }) => (
          <Line key={`${kind}${name}`} name={t('books.ofIt', { place: nameOf(kind, name) })} sum={closing} />
        ))}
        {!isNone(memberCredit) && <Line name={t('books.memberCredit')} sum={memberCredit} />}
        {!isNone(onItsWay) && <Line name={t('books.onItsWay')} sum={onItsWay} />}
      </tbody>
    </table>
  );
}
