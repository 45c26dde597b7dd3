// The lines of a statement, each with whose it may be and why. What is sure is chosen already; nothing is booked before
// the Treasurer says so.
import { useState } from 'react';
import { useDeed } from '../api/useDeed';
import { BookStatementDocument } from '../generated/dues/statement';
import { useT } from '../i18n/useT';
import { PrimaryAction } from '../ui/PrimaryAction';
import { Outcome } from '../ui/Refused';
import { Section } from '../ui/Section';
import { When } from '../ui/When';
import type { Statement } from './StatementPage';
import { Sum } from './Sum';
import { usePayers } from './usePayers';

/** From here on a match is chosen beforehand; below it the Treasurer chooses. */
const SURE = 80;
const PASS_OVER = 'pass';

interface Props {
  slug: string;
  bodyId: string;
  currency: string;
  uploadId: string;
  statement: Statement;
  booked: () => void;
}

type Line = Statement['lines'][number];

const chosenAtFirst = (line: Line): string => {
  if (line.amount.amount.startsWith('-')) return PASS_OVER;
  const [best] = line.matches;
  return best && best.confidence >= SURE ? best.membership.id : '';
};

export function StatementLines({ slug, bodyId, currency, uploadId, statement, booked }: Props) {
  const t = useT();
  const payers = usePayers(slug);
  const [chosen, setChosen] = useState<Record<string, string>>({});
  const deed = useDeed(BookStatementDocument, `bookStatement:${uploadId}`, 'idempotencyKey');
  const waiting = statement.lines.filter(({ dealtWith }) => dealtWith === null);
  const choiceOf = (line: Line) => chosen[line.digest] ?? chosenAtFirst(line);
  const payments = waiting.filter((line) => ![PASS_OVER, ''].includes(choiceOf(line)));
  const send = async () => {
    const answer = await deed.run({
      bodyId,
      uploadId,
      bank: '',
      currency,
      mapping: statement.mapping as Record<string, unknown>,
      payments: payments.map((line) => ({ digest: line.digest, membershipId: choiceOf(line) })),
      passedOver: waiting.filter((line) => choiceOf(line) === PASS_OVER).map(({ digest }) => digest),
    });
    if (answer) booked();
  };
  return (
    <Section title={t('books.lines')} count={waiting.length}>
      {statement.lines.length > waiting.length && (
        <p className="quiet">{t('books.before', { count: statement.lines.length - waiting.length })}</p>
      )}
      <ul className="rows">
        {waiting.map((line) => (
          <li key={line.digest} className="statement-line">
            <div className="row">
              <span className="row-title">
                <bdi>{line.name || line.reference || t('books.noWords')}</bdi>
              </span>
              <span className="row-end">
                <Sum of={line.amount} />
              </span>
              <span className="row-note">
                <When at={line.date} />
                {line.name && line.reference && (
                  <>
                    {' · '}
                    <bdi>{line.reference}</bdi>
                  </>
                )}
              </span>
            </div>
            <label className="line-choice">
              <span>{t('books.whose', { line: line.line })}</span>
              <select
                value={choiceOf(line)}
                onChange={(event) => setChosen({ ...chosen, [line.digest]: event.target.value })}
              >
                <option value="">{t('books.notYet')}</option>
                <option value={PASS_OVER}>{t('books.passOver')}</option>
                {line.matches.map(({ membership, confidence, reasons }) => (
                  <option key={membership.id} value={membership.id}>
                    {`${membership.displayName ?? ''} · ${t('books.confidence', { confidence })} · ${reasons.map((reason) => t(`books.reason${reason}`)).join(', ')}`}
                  </option>
                ))}
                {payers
                  .filter(({ id }) => !line.matches.some(({ membership }) => membership.id === id))
                  .map(({ id, displayName }) => (
                    <option key={id} value={id}>
                      {displayName ?? ''}
                    </option>
                  ))}
              </select>
            </label>
          </li>
        ))}
      </ul>
      <Outcome deed={deed} bodySlug={slug} />
      <div role="status">
        {deed.done && (
          <p>{t('books.statementBooked', { booked: deed.done.booked, passedOver: deed.done.passedOver })}</p>
        )}
      </div>
      {waiting.length > 0 && (
        <PrimaryAction busy={deed.busy} onPress={() => void send()} note={t('books.bookNote')}>
          {t('books.bookLines', { count: payments.length })}
        </PrimaryAction>
      )}
    </Section>
  );
}
