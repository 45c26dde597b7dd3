// A link by mail instead of a password. The answer is the same whether or not the address is known here.
import { useState } from 'react';
import { Link } from 'react-router';
import { useDeed } from '../api/useDeed';
import { RequestSignInLinkDocument } from '../generated/session/deeds';
import { useT } from '../i18n/useT';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { Form } from '../ui/Form';
import { Outcome } from '../ui/Refused';
import { Section } from '../ui/Section';

export function LinkForm({ email }: { email: string }) {
  const t = useT();
  const [own, setOwn] = useState<string | null>(null);
  const address = own ?? email;
  const deed = useDeed(RequestSignInLinkDocument, 'requestSignInLink', null);
  return (
    <Section title={t('signIn.byLink')}>
      <Form onSend={() => void deed.run({ email: address.trim() })}>
        <p>{t('signIn.linkText')}</p>
        <Field
          label={t('signIn.email')}
          type="email"
          autoComplete="email"
          required
          value={address}
          onChange={(event) => setOwn(event.target.value)}
        />
        <Outcome deed={deed} />
        <div role="status">
          {deed.done && (
            <div className="told">
              <p>
                <strong>{t('signIn.linkSent')}</strong> {t('signIn.linkSentText', { email: address })}
              </p>
              {deed.done.outboxPath && (
                <p>
                  <Link to={deed.done.outboxPath}>{t('signIn.readOutbox')}</Link>
                </p>
              )}
            </div>
          )}
        </div>
        <p>
          <Button type="submit" busy={deed.busy}>
            {t('signIn.sendLink')}
          </Button>
        </p>
      </Form>
    </Section>
  );
}
