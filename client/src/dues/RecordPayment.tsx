// Entering a payment by thumb or keyboard: who, how much, how; everything else is filled in and can be changed. The next
// one follows at once.
import { useRef, useState } from 'react';
import { useDeed } from '../api/useDeed';
import { RecordPaymentDocument } from '../generated/dues/treasurer';
import { useT } from '../i18n/useT';
import { Field } from '../ui/Field';
import { Form } from '../ui/Form';
import { PrimaryAction } from '../ui/PrimaryAction';
import { Outcome } from '../ui/Refused';
import { Section } from '../ui/Section';
import { localToday } from './localToday';
import { Sum, Sums, type MoneyText } from './Sum';
import { usePayers } from './usePayers';

const methods = ['CASH', 'TRANSFER', 'CHEQUE'] as const;
type Method = (typeof methods)[number];

interface Props {
  slug: string;
  body: { name: string };
  /** What most pay: filled in beforehand. */
  usual: MoneyText;
  changed: () => void;
}

export function RecordPayment({ slug, body, usual, changed }: Props) {
  const t = useT();
  const payers = usePayers(slug);
  const [name, setName] = useState('');
  const [amount, setAmount] = useState(usual.amount);
  const [method, setMethod] = useState<Method>('CASH');
  const [day, setDay] = useState(localToday);
  const [reference, setReference] = useState('');
  const [paperNumber, setPaperNumber] = useState('');
  const [unknown, setUnknown] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  const deed = useDeed(RecordPaymentDocument, `recordPayment:${slug}`, 'id');
  const labels = namesOf(payers);
  const send = async () => {
    const payer = labels.get(name.trim());
    setUnknown(!payer);
    if (!payer) return first.current?.focus();
    const done = await deed.run({
      membershipId: payer,
      method,
      amount: { amount: amount.trim(), currency: usual.currency },
      receivedOn: day,
      reference: reference.trim() || null,
      paperNumber: paperNumber.trim() || null,
    });
    if (!done) return;
    setName('');
    setReference('');
    setPaperNumber('');
    first.current?.focus();
    changed();
  };
  return (
    <Section title={t('books.record')}>
      <Form onSend={() => void send()}>
        <div className="payment-fields">
          <Field
            inputRef={first}
            label={t('books.who')}
            list={`payers-${slug}`}
            autoComplete="off"
            required
            value={name}
            wrong={unknown ? t('books.noSuchMember', { body: body.name }) : null}
            onChange={(event) => setName(event.target.value)}
          />
          <datalist id={`payers-${slug}`}>
            {[...labels.keys()].map((label) => (
              <option key={label} value={label} />
            ))}
          </datalist>
          <Field
            label={t('dues.amountIn', { currency: usual.currency })}
            inputMode="decimal"
            autoComplete="off"
            required
            value={amount}
            onChange={(event) => setAmount(event.target.value)}
          />
          <fieldset className="field">
            <legend>{t('dues.how')}</legend>
            <div className="choice-line">
              {methods.map((each) => (
                <label key={each}>
                  <input type="radio" name="method" checked={method === each} onChange={() => setMethod(each)} />{' '}
                  {t(`dues.method${each}`)}
                </label>
              ))}
            </div>
          </fieldset>
        </div>
        <details>
          <summary>{t('books.more')}</summary>
          <div className="payment-fields">
            <Field
              label={t('dues.receivedOn')}
              type="date"
              required
              value={day}
              max={localToday()}
              onChange={(event) => setDay(event.target.value)}
            />
            <Field
              label={t('books.reference')}
              value={reference}
              onChange={(event) => setReference(event.target.value)}
            />
            <Field
              label={t('books.paperNumber')}
              hint={t('books.paperHint')}
              value={paperNumber}
              onChange={(event) => setPaperNumber(event.target.value)}
            />
          </div>
        </details>
        <Outcome deed={deed} bodySlug={slug} />
        <div role="status">
          {deed.done && (
            <p>
              {t('books.recorded', { number: deed.done.payment.number, name: deed.done.payment.payerName ?? '' })}{' '}
              <Sum of={deed.done.payment.amount} />.{' '}
              {deed.done.statement &&
                (deed.done.statement.owed.length > 0 ? (
                  <>
                    {t('books.stillOwes')} <Sums of={deed.done.statement.owed} />.
                  </>
                ) : (
                  t('books.owesNothing')
                ))}
            </p>
          )}
        </div>
        <PrimaryAction type="submit" busy={deed.busy}>
          {t('books.recordGo')}
        </PrimaryAction>
      </Form>
    </Section>
  );
}

/** Members by the name one picks them by; where two have the same, the end of their id tells them apart. */
function namesOf(payers: readonly { id: string; displayName?: string | null }[]): Map<string, string> {
  const counts = new Map<string, number>();
  for (const { displayName } of payers) counts.set(displayName ?? '', (counts.get(displayName ?? '') ?? 0) + 1);
  return new Map(
    payers.flatMap(({ id, displayName }) =>
      displayName
        ? [[counts.get(displayName)! > 1 ? `${displayName} (${id.slice(-4)})` : displayName, id] as const]
        : [],
    ),
  );
}
