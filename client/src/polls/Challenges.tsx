/** Challenges to a frozen roll: a member says who is wrongly on or off it; the Local Group's officers decide. */
import { useState } from 'react';
import { useDeed } from '../api/useDeed';
import { DecideChallengeDocument, type ChallengeHereFragment } from '../generated/polls/poll';
import { useT } from '../i18n/useT';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { Outcome } from '../ui/Refused';
import { When } from '../ui/When';
import { ChallengeForm } from './ChallengeForm';
import type { PollWhole } from './PollPage';

export function Challenges({ poll }: { poll: PollWhole }) {
  const t = useT();
  const may = poll.viewerCan.includes('challengeRoll');
  if (!may && poll.challenges.length === 0) return null;
  return (
    <section>
      <h2>{t('polls.challenges')}</h2>
      {poll.challenges.length === 0 && <p className="quiet">{t('polls.noChallenges')}</p>}
      <ul className="rows">
        {poll.challenges.map((challenge) => (
          <li key={challenge.id} className="stack-tight">
            <OneChallenge challenge={challenge} />
          </li>
        ))}
      </ul>
      {may && <ChallengeForm poll={poll} />}
    </section>
  );
}

function OneChallenge({ challenge }: { challenge: ChallengeHereFragment }) {
  const t = useT();
  const [note, setNote] = useState('');
  const decide = useDeed(DecideChallengeDocument, `decideChallenge:${challenge.id}`, 'idempotencyKey');
  const answer = (uphold: boolean) => void decide.run({ challengeId: challenge.id, uphold, note: note || null });
  const claim = challenge.claim === 'BELONGS_ON' ? 'polls.claim.belongs' : 'polls.claim.doesNot';
  return (
    <>
      <p>
        <strong>{t(claim, { name: challenge.aboutName ?? t('polls.someone') })}</strong>{' '}
        <span className="quiet">
          {challenge.byName && `${challenge.byName}, `}
          <When at={challenge.at} withTime />
        </span>
      </p>
      <p>{challenge.reason}</p>
      {challenge.state !== 'OPEN' && (
        <p>
          {t(challenge.state === 'UPHELD' ? 'polls.upheld' : 'polls.dismissed')} {challenge.note}
        </p>
      )}
      {challenge.viewerCan.includes('decideChallenge') && (
        <>
          <Field label={t('polls.decisionNote')} value={note} onChange={(event) => setNote(event.target.value)} />
          <div className="result-actions">
            <Button busy={decide.busy} onPress={() => answer(true)}>
              {t('polls.uphold')}
            </Button>
            <Button busy={decide.busy} onPress={() => answer(false)}>
              {t('polls.dismiss')}
            </Button>
          </div>
          <Outcome deed={decide} />
        </>
      )}
    </>
  );
}
