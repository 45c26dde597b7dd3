// Passing shares up: to whom, how much is open, how it was sent.
import { useState } from 'react';
import { useDeed } from '../api/useDeed';
import { RemitDuesDocument, type RemittancesPageQuery } from '../generated/dues/remittances';
import { useT } from '../i18n/useT';
import { Button } from '../ui/Button';
import { Field, SelectField } from '../ui/Field';
import { Form } from '../ui/Form';
import { Outcome } from '../ui/Refused';
import { Row, Rows } from '../ui/Rows';
import { localToday } from './localToday';
import { Sum } from './Sum';

type Ledger = NonNullable<RemittancesPageQuery['ledger']>;
type Owed = Ledger['owedAbove'][number];

interface Props {
  ledger: Ledger;
  days: { from: string; until: string };
  changed: () => void;
}

const isNone = ({ amount }: { amount: string }) => /^0(\.0+)?$/.test(amount);

function RemitTo({ owed, ledger, days, changed }: Props & { owed: Owed }) {
  const t = useT();
  const [amount, setAmount] = useState(owed.open.amount);
  const [method, setMethod] = useState<'TRANSFER' | 'CASH' | 'CHEQUE'>('TRANSFER');
  const [sentOn, setSentOn] = useState(localToday);
  const deed = useDeed(RemitDuesDocument, `remitDues:${ledger.body.id}:${owed.toBody.id}`, 'id');
  const send = async () => {
    const done = await deed.run({
      bodyId: ledger.body.id,
      toBodyId: owed.toBody.id,
      periodFrom: days.from,
      periodUntil: days.until,
      amount: { amount: amount.trim(), currency: owed.open.currency },
      method,
      sentOn,
    });
    if (done) changed();
  };
  return (
    <details>
      <summary>{t('books.remitTo', { body: owed.toBody.name })}</summary>
      <Form onSend={() => void send()}>
        <div className="payment-fields">
          <Field
            label={t('dues.amountIn', { currency: owed.open.currency })}
            inputMode="decimal"
            autoComplete="off"
            required
            value={amount}
            onChange={(event) => setAmount(event.target.value)}
          />
          <SelectField
            label={t('dues.how')}
            value={method}
            onChange={(event) => setMethod(event.target.value as typeof method)}
          >
            {(['TRANSFER', 'CHEQUE', 'CASH'] as const).map((each) => (
              <option key={each} value={each}>
                {t(`dues.method${each}`)}
              </option>
            ))}
          </SelectField>
          <Field
            label={t('books.sentOn')}
            type="date"
            required
            max={localToday()}
            value={sentOn}
            onChange={(event) => setSentOn(event.target.value)}
          />
        </div>
        <Outcome deed={deed} bodySlug={ledger.slug} />
        <p>
          <Button type="submit" kind="primary" busy={deed.busy}>
            {t('books.remitGo')}
          </Button>
        </p>
      </Form>
    </details>
  );
}

export function Remit(props: Props) {
  const t = useT();
  const { ledger } = props;
  return (
    <>
      <Rows>
        {ledger.owedAbove.map((owed) => (
          <Row
            key={`${owed.toBody.id}${owed.purpose}${owed.open.currency}`}
            title={owed.purpose ? t('dues.partFor', { to: owed.toBody.name, purpose: owed.purpose }) : owed.toBody.name}
            end={<Sum of={owed.open} />}
            note={
              isNone(owed.onItsWay) ? undefined : (
                <>
                  {t('books.onItsWayNote')} <Sum of={owed.onItsWay} />
                </>
              )
            }
          />
        ))}
      </Rows>
      {ledger.viewerCan.includes('remitDues') &&
        ledger.owedAbove
          .filter(({ open }) => !isNone(open))
          .map((owed) => (
            <RemitTo key={`${owed.toBody.id}${owed.purpose}${owed.open.currency}`} owed={owed} {...props} />
          ))}
    </>
  );
}
