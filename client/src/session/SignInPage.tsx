// Coming in: by password, by a link sent to one's mail, or in a demonstration as one of its people.
import { useQuery } from '@apollo/client/react';
import { DemonstrationDocument } from '../generated/session/demonstration';
import { useT } from '../i18n/useT';
import { Page } from '../ui/Page';
import { DemonstrationPeople } from './DemonstrationPeople';
import { LinkForm } from './LinkForm';
import { PasswordForm } from './PasswordForm';
import { useState } from 'react';

export default function SignInPage() {
  const t = useT();
  const [email, setEmail] = useState('');
  const { data } = useQuery(DemonstrationDocument);
  const people = data?.demonstration ?? [];
  return (
    <Page narrow title={t('signIn.title')}>
      {people.length > 0 && <DemonstrationPeople people={people} />}
      <PasswordForm email={email} setEmail={setEmail} primary={people.length === 0} />
      <LinkForm email={email} />
    </Page>
  );
}
