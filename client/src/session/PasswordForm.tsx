import { useState } from 'react';
import { useDeed } from '../api/useDeed';
import { SignInDocument } from '../generated/session/deeds';
import { useT } from '../i18n/useT';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { Form } from '../ui/Form';
import { Outcome } from '../ui/Refused';
import { Section } from '../ui/Section';
import { useEnter } from './useEnter';

export function PasswordForm({
  email,
  setEmail,
  primary,
}: {
  email: string;
  setEmail: (email: string) => void;
  primary: boolean;
}) {
  const t = useT();
  const enter = useEnter();
  const [password, setPassword] = useState('');
  const deed = useDeed(SignInDocument, 'signIn', null);
  const send = async () => {
    if (await deed.run({ email: email.trim(), password })) await enter();
  };
  return (
    <Section title={t('signIn.byPassword')}>
      <Form onSend={() => void send()}>
        <Field
          label={t('signIn.email')}
          type="email"
          autoComplete="username"
          required
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
        <Field
          label={t('signIn.password')}
          type="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        <Outcome deed={deed} />
        <p>
          <Button type="submit" kind={primary ? 'primary' : 'ordinary'} busy={deed.busy}>
            {t('signIn.go')}
          </Button>
        </p>
      </Form>
    </Section>
  );
}
