/** An officer calls the election to an office of the rule book: all but the dates is settled there. */
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useDeed } from '../api/useDeed';
import { CallElectionDocument } from '../generated/elections/bodyElections';
import { useT } from '../i18n/useT';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { Form } from '../ui/Form';
import { Outcome, useRefusalSentence } from '../ui/Refused';

interface Props {
  office: string;
  body: { id: string; slug: string };
}

export function CallElection({ office, body }: Props) {
  const t = useT();
  const say = useRefusalSentence();
  const navigate = useNavigate();
  const call = useDeed(CallElectionDocument, `callElection:${body.id}:${office}`, 'id');
  const [takesOfficeOn, setTakesOfficeOn] = useState('');
  const [until, setUntil] = useState('');
  const wrong = (field: string) => (call.refusal?.field === field ? say(call.refusal) : null);
  const send = async () => {
    const nominationsUntil = until === '' ? null : new Date(until).toISOString();
    const done = await call.run({ bodyId: body.id, office, takesOfficeOn, nominationsUntil });
    if (done) void navigate(`/election/${done.election.id}`);
  };
  return (
    <details>
      <summary>{t('election.call')}</summary>
      <Form onSend={() => void send()}>
        <Field
          label={t('election.takesOfficeOn')}
          type="date"
          required
          value={takesOfficeOn}
          wrong={wrong('takesOfficeOn')}
          onChange={(event) => setTakesOfficeOn(event.target.value)}
        />
        <Field
          label={t('election.nominationsUntilField')}
          hint={t('election.nominationsUntilHint')}
          type="datetime-local"
          value={until}
          wrong={wrong('nominationsUntil')}
          onChange={(event) => setUntil(event.target.value)}
        />
        <p>
          <Button type="submit" kind="primary" busy={call.busy}>
            {t('election.callIt')}
          </Button>
        </p>
        <Outcome deed={call} beside={['takesOfficeOn', 'nominationsUntil']} bodySlug={body.slug} />
      </Form>
    </details>
  );
}
