// Proposing to pay: under which decision, whom, what for, how much, with the receipt attached.
import { useState } from 'react';
import { useDeed } from '../api/useDeed';
import { ProposeSpendingDocument, type SpendingPageQuery } from '../generated/dues/spending';
import { useT } from '../i18n/useT';
import { Button } from '../ui/Button';
import { Field, SelectField } from '../ui/Field';
import { Form } from '../ui/Form';
import { Outcome } from '../ui/Refused';
import { useSum } from './Sum';
import { uploadFile, type UploadFault } from './uploadFile';

type Ledger = NonNullable<SpendingPageQuery['ledger']>;

export function ProposeSpending({ ledger, changed }: { ledger: Ledger; changed: () => void }) {
  const t = useT();
  const sum = useSum();
  const [authorityId, setAuthority] = useState(ledger.authorities[0]!.id);
  const [payee, setPayee] = useState('');
  const [words, setWords] = useState('');
  const [amount, setAmount] = useState('');
  const [paidFrom, setPaidFrom] = useState<'BANK' | 'CASH'>('BANK');
  const [receiptId, setReceipt] = useState<string | null>(null);
  const [fault, setFault] = useState<UploadFault | null>(null);
  const [sending, setSending] = useState(false);
  // A file that was sent with one proposal is not shown beside the next.
  const [round, setRound] = useState(0);
  const deed = useDeed(ProposeSpendingDocument, `proposeSpending:${ledger.body.id}`, 'id');
  const authority = ledger.authorities.find(({ id }) => id === authorityId) ?? ledger.authorities[0]!;
  const choose = async (file: File | undefined) => {
    setReceipt(null);
    if (!file) return;
    setSending(true);
    const id = crypto.randomUUID();
    const wrong = await uploadFile(id, file);
    setSending(false);
    setFault(wrong);
    if (!wrong) setReceipt(id);
  };
  const send = async () => {
    const done = await deed.run({
      bodyId: ledger.body.id,
      authorityId,
      payee: payee.trim(),
      words: words.trim(),
      amount: { amount: amount.trim(), currency: authority.amount.currency },
      paidFrom,
      fund: authority.fund ?? null,
      receiptId,
    });
    if (!done) return;
    setPayee('');
    setWords('');
    setAmount('');
    setReceipt(null);
    setRound(round + 1);
    changed();
  };
  return (
    <details>
      <summary>{t('books.propose')}</summary>
      <Form onSend={() => void send()}>
        <SelectField
          label={t('books.under')}
          value={authorityId}
          onChange={(event) => setAuthority(event.target.value)}
        >
          {ledger.authorities.map(({ id, purpose, left }) => (
            <option key={id} value={id}>
              {`${purpose}: ${sum(left)}`}
            </option>
          ))}
        </SelectField>
        <div className="payment-fields">
          <Field label={t('books.payee')} required value={payee} onChange={(event) => setPayee(event.target.value)} />
          <Field
            label={t('dues.amountIn', { currency: authority.amount.currency })}
            inputMode="decimal"
            autoComplete="off"
            required
            value={amount}
            onChange={(event) => setAmount(event.target.value)}
          />
          <SelectField
            label={t('books.paidFrom')}
            value={paidFrom}
            onChange={(event) => setPaidFrom(event.target.value as 'BANK' | 'CASH')}
          >
            <option value="BANK">{t('bookKind.BANK')}</option>
            <option value="CASH">{t('bookKind.CASH')}</option>
          </SelectField>
        </div>
        <Field label={t('books.whatFor')} required value={words} onChange={(event) => setWords(event.target.value)} />
        <Field
          key={round}
          label={t('books.receiptFile')}
          hint={t('books.receiptHint')}
          type="file"
          accept="application/pdf,image/png,image/jpeg"
          wrong={fault && t(fault === 'UNSUPPORTED' ? 'books.receiptUnfit' : `books.upload${fault}`)}
          onChange={(event) => void choose(event.target.files?.[0])}
        />
        <Outcome deed={deed} bodySlug={ledger.slug} />
        <p>
          <Button type="submit" kind="primary" busy={deed.busy || sending}>
            {t('books.proposeGo')}
          </Button>
        </p>
      </Form>
    </details>
  );
}
