// Periods of the books: the Treasurer sums one up, an Auditor who is somebody else signs it, and from then on it is closed.
import { useState } from 'react';
import { useDeed } from '../api/useDeed';
import { ClosePeriodDocument, SignPeriodDocument, type BooksPageQuery } from '../generated/dues/books';
import { useT } from '../i18n/useT';
import { Button } from '../ui/Button';
import { Empty } from '../ui/Empty';
import { Field } from '../ui/Field';
import { Form } from '../ui/Form';
import { Outcome } from '../ui/Refused';
import { Section } from '../ui/Section';
import { When } from '../ui/When';

type Ledger = NonNullable<BooksPageQuery['ledger']>;
type Period = Ledger['periods'][number];

function SignIt({ period, changed }: { period: Period; changed: () => void }) {
  const t = useT();
  const [words, setWords] = useState('');
  const deed = useDeed(SignPeriodDocument, `signPeriod:${period.id}`, 'idempotencyKey');
  const send = async () => {
    if (await deed.run({ periodId: period.id, words: words.trim() || null })) changed();
  };
  return (
    <Form onSend={() => void send()}>
      <Field label={t('books.signWords')} value={words} onChange={(event) => setWords(event.target.value)} />
      <Outcome deed={deed} />
      <p>
        <Button type="submit" kind="primary" busy={deed.busy}>
          {t('books.sign')}
        </Button>
      </p>
    </Form>
  );
}

function CloseOne({ ledger, changed }: { ledger: Ledger; changed: () => void }) {
  const t = useT();
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const deed = useDeed(ClosePeriodDocument, `closePeriod:${ledger.body.id}`, 'idempotencyKey');
  const send = async () => {
    if (await deed.run({ bodyId: ledger.body.id, from, until })) changed();
  };
  return (
    <details className="no-print">
      <summary>{t('books.close')}</summary>
      <Form onSend={() => void send()}>
        <p>{t('books.closeWhat')}</p>
        <div className="payment-fields">
          <Field
            label={t('books.from')}
            type="date"
            required
            value={from}
            onChange={(event) => setFrom(event.target.value)}
          />
          <Field
            label={t('books.until')}
            type="date"
            required
            value={until}
            onChange={(event) => setUntil(event.target.value)}
          />
        </div>
        <Outcome deed={deed} bodySlug={ledger.slug} />
        <p>
          <Button type="submit" busy={deed.busy}>
            {t('books.closeGo')}
          </Button>
        </p>
      </Form>
    </details>
  );
}

export function Periods({ ledger, changed }: { ledger: Ledger; changed: () => void }) {
  const t = useT();
  return (
    <Section title={t('books.periods')} count={ledger.periods.length}>
      {ledger.periods.length === 0 && <Empty>{t('books.noPeriods')}</Empty>}
      <ul className="rows">
        {ledger.periods.map((period) => (
          <li key={period.id}>
            <div className="row">
              <span className="row-title">
                <When at={period.fromDate} /> – <When at={period.untilDate} />
              </span>
              <span className="row-end">{t(period.closedAt ? 'books.signed' : 'books.summed')}</span>
              {period.closing?.words && <span className="row-note">{period.closing.words}</span>}
            </div>
            {period.viewerCan.includes('signPeriod') && <SignIt period={period} changed={changed} />}
          </li>
        ))}
      </ul>
      {ledger.viewerCan.includes('closePeriod') && <CloseOne ledger={ledger} changed={changed} />}
    </Section>
  );
}
