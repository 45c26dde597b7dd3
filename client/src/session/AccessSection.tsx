// The password: set where there is none, changed where there is one.
import { useState } from 'react';
import { useDeed } from '../api/useDeed';
import { SetPasswordDocument } from '../generated/session/deeds';
import { useT } from '../i18n/useT';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { Form } from '../ui/Form';
import { Outcome, useRefusalSentence } from '../ui/Refused';
import { Section } from '../ui/Section';

const beside = ['password', 'currentPassword'];

export function AccessSection({ hasPassword }: { hasPassword: boolean }) {
  const t = useT();
  const say = useRefusalSentence();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const deed = useDeed(SetPasswordDocument, 'setPassword', null);
  const wrongAt = (field: string) => (deed.refusal?.field === field ? say(deed.refusal) : null);
  const send = async () => {
    if (!(await deed.run(hasPassword ? { password, currentPassword: current } : { password }))) return;
    setCurrent('');
    setPassword('');
  };
  return (
    <Section title={t('password.title')}>
      <Form onSend={() => void send()}>
        <p>{t(hasPassword ? 'password.change' : 'password.none')}</p>
        {hasPassword && (
          <Field
            label={t('password.current')}
            type="password"
            autoComplete="current-password"
            required
            value={current}
            wrong={wrongAt('currentPassword')}
            onChange={(event) => setCurrent(event.target.value)}
          />
        )}
        <Field
          label={t('password.new')}
          hint={t('password.hint')}
          type="password"
          autoComplete="new-password"
          required
          value={password}
          wrong={wrongAt('password')}
          onChange={(event) => setPassword(event.target.value)}
        />
        <Outcome deed={deed} beside={beside} />
        <p role="status">{deed.done && t('password.done')}</p>
        <p>
          <Button type="submit" busy={deed.busy}>
            {t('password.set')}
          </Button>
        </p>
      </Form>
    </Section>
  );
}
