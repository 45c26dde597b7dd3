/** Standing: what one says, to whom it is shown, and the groups one belongs to. For oneself anew, or as an answer. */
import { useState } from 'react';
import { limits } from '../../../schema/limits';
import { useDeed } from '../api/useDeed';
import {
  AcceptNominationDocument,
  NominateDocument,
  type CandidateHereFragment,
} from '../generated/elections/election';
import { useT } from '../i18n/useT';
import { Button } from '../ui/Button';
import { SelectField, TextField } from '../ui/Field';
import { Form } from '../ui/Form';
import { Outcome, useRefusalSentence } from '../ui/Refused';
import { Tick } from '../ui/Tick';
import type { ElectionWhole } from './ElectionPage';

interface Props {
  election: ElectionWhole;
  /** The nomination that is answered; without one the reader stands of their own accord. */
  own?: CandidateHereFragment;
}

const publicities = ['BODY', 'FEDERATION', 'EVERYONE'] as const;

export function StandForm({ election, own }: Props) {
  const t = useT();
  const say = useRefusalSentence();
  const nominate = useDeed(NominateDocument, `nominate:${election.id}:me`, 'id');
  const accept = useDeed(AcceptNominationDocument, `acceptNomination:${own?.id ?? ''}`, 'idempotencyKey');
  const [statement, setStatement] = useState(own?.statement ?? '');
  const [publicity, setPublicity] = useState(own?.publicity ?? 'BODY');
  const [groups, setGroups] = useState<readonly string[]>(own?.groups ?? []);
  const deed = own ? accept : nominate;
  const send = () => {
    const says = { statement: statement.trim() || null, publicity, groups: [...groups] };
    if (own) void accept.run({ candidateId: own.id, ...says });
    else void nominate.run({ electionId: election.id, ...says });
  };
  return (
    <Form onSend={send}>
      <TextField
        label={t('election.statement')}
        hint={t('election.statementHint')}
        rows={6}
        maxLength={limits.statement}
        value={statement}
        wrong={deed.refusal?.field === 'statement' ? say(deed.refusal) : null}
        onChange={(event) => setStatement(event.target.value)}
      />
      {election.constraints.length > 0 && (
        <fieldset>
          <legend className="legend">{t('election.groups')}</legend>
          {election.constraints.map(({ name }) => (
            <Tick
              key={name}
              checked={groups.includes(name)}
              onChange={(on) => setGroups(on ? [...groups, name] : groups.filter((each) => each !== name))}
            >
              {name}
            </Tick>
          ))}
        </fieldset>
      )}
      <SelectField
        label={t('election.publicity')}
        hint={t('election.publicityHint')}
        value={publicity}
        onChange={(event) => setPublicity(event.target.value as typeof publicity)}
      >
        {publicities.map((each) => (
          <option key={each} value={each}>
            {t(`election.publicity.${each}`, { body: election.body.name })}
          </option>
        ))}
      </SelectField>
      <p>
        <Button type="submit" kind="primary" busy={deed.busy}>
          {t(own?.state === 'STANDING' ? 'election.saveStatement' : own ? 'election.accept' : 'election.stand')}
        </Button>
      </p>
      <div role="status">{deed.done && <p>{t('election.standRecorded')}</p>}</div>
      <Outcome deed={deed} beside={['statement']} />
    </Form>
  );
}
