// How to pay: by card where the group takes cards, by transfer with one's own reference, or to the Treasurer.
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useDeed } from '../api/useDeed';
import { PayByCardDocument, type OwnDuesFragment } from '../generated/dues/member';
import { useT } from '../i18n/useT';
import { Field } from '../ui/Field';
import { Form } from '../ui/Form';
import { PrimaryAction } from '../ui/PrimaryAction';
import { Outcome } from '../ui/Refused';
import { Section } from '../ui/Section';

interface Props {
  dues: OwnDuesFragment;
  /** In which dues are set. */
  currency: string;
}

function ByCard({ dues, currency: usual }: Props) {
  const t = useT();
  const currency = dues.owed[0]?.currency ?? usual;
  const [amount, setAmount] = useState(dues.owed[0]?.amount ?? '');
  const deed = useDeed(PayByCardDocument, `payByCard:${dues.membershipId}`, 'id');
  const send = async () => {
    const answer = await deed.run({ membershipId: dues.membershipId, amount: { amount: amount.trim(), currency } });
    if (answer) window.location.assign(answer.url);
  };
  return (
    <Form onSend={() => void send()}>
      <Field
        label={t('dues.amountIn', { currency })}
        inputMode="decimal"
        autoComplete="off"
        required
        value={amount}
        onChange={(event) => setAmount(event.target.value)}
      />
      <Outcome deed={deed} bodySlug={dues.body.slug} />
      <PrimaryAction type="submit" busy={deed.busy} note={t('dues.cardNote')}>
        {t('dues.payByCard')}
      </PrimaryAction>
    </Form>
  );
}

export function HowToPay({ dues, currency }: Props) {
  const t = useT();
  const [search] = useSearchParams();
  const back = search.get('checkout') !== null;
  return (
    <Section title={t('dues.howToPay')}>
      <div className="stack">
        {back && (
          <p className="told" role="status">
            {t('dues.cardBack')}
          </p>
        )}
        {dues.body.cardAccount.takesCards && <ByCard dues={dues} currency={currency} />}
        <p>{t('dues.byHand', { body: dues.body.name })}</p>
        {dues.payingReference && (
          <p>
            {t('dues.byTransfer')} <strong className="num reference">{dues.payingReference}</strong>
          </p>
        )}
      </div>
    </Section>
  );
}
