// The body's own keys with Stripe. They go in once and are never shown again.
import { useState } from 'react';
import { useDeed } from '../api/useDeed';
import { SetCardAccountDocument, type TreasurerPageQuery } from '../generated/dues/treasurer';
import { useT } from '../i18n/useT';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { Form } from '../ui/Form';
import { Outcome } from '../ui/Refused';
import { Section } from '../ui/Section';

type Body = NonNullable<TreasurerPageQuery['ledger']>['body'];

export function CardKeys({ body, changed }: { body: Body; changed: () => void }) {
  const t = useT();
  const [secretKey, setSecretKey] = useState('');
  const [webhookSecret, setWebhookSecret] = useState('');
  const deed = useDeed(SetCardAccountDocument, `setCardAccount:${body.id}`, 'idempotencyKey');
  const send = async () => {
    if (!(await deed.run({ bodyId: body.id, secretKey: secretKey.trim(), webhookSecret: webhookSecret.trim() })))
      return;
    setSecretKey('');
    setWebhookSecret('');
    changed();
  };
  return (
    <Section title={t('books.cards')}>
      <p>{t(body.cardAccount.takesCards ? 'books.cardsOn' : 'books.cardsOff')}</p>
      <details>
        <summary>{t('books.cardsSet')}</summary>
        <Form onSend={() => void send()}>
          <p>
            {t('books.cardsHow')} <code>{body.cardAccount.webhookUrl}</code>
          </p>
          <Field
            label={t('books.secretKey')}
            type="password"
            autoComplete="off"
            required
            value={secretKey}
            onChange={(event) => setSecretKey(event.target.value)}
          />
          <Field
            label={t('books.webhookSecret')}
            type="password"
            autoComplete="off"
            required
            value={webhookSecret}
            onChange={(event) => setWebhookSecret(event.target.value)}
          />
          <Outcome deed={deed} bodySlug={body.slug} />
          <p role="status">{deed.done && t('books.cardsKept')}</p>
          <p>
            <Button type="submit" busy={deed.busy}>
              {t('books.cardsKeep')}
            </Button>
          </p>
        </Form>
      </details>
    </Section>
  );
}
