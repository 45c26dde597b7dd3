/** Nominations while they are open: the reader's own candidacy, nominating others, and who has not answered yet. */
import { useT } from '../i18n/useT';
import { useViewer } from '../session/useViewer';
import { useRefusalSentence } from '../ui/Refused';
import { Row, Rows } from '../ui/Rows';
import type { ElectionWhole } from './ElectionPage';
import { useCandidateName } from './electionWords';
import { NominateOther } from './NominateOther';
import { OwnCandidacy } from './OwnCandidacy';
import { StandForm } from './StandForm';

export function Nominations({ election }: { election: ElectionWhole }) {
  const t = useT();
  const say = useRefusalSentence();
  const { viewer } = useViewer();
  const { viewerCandidacy: own, viewerCannotStand, state, nominations } = election;
  const open = state === 'NOMINATIONS';
  const mayNominate = election.viewerCan.includes('nominate');
  const unanswered = nominations.filter((each) => each.state !== 'STANDING' && each.number === null && !each.mine);
  const nothing = !open && !own && unanswered.length === 0;
  if (nothing || (!viewer && unanswered.length === 0)) return null;
  return (
    <section>
      <h2>{t('election.nominations')}</h2>
      <div className="stack">
        {own && <OwnCandidacy own={own} election={election} />}
        {!own && open && viewerCannotStand && (
          <p className="told">
            <strong>{t('election.cannotStand')}</strong> {say(viewerCannotStand)}
          </p>
        )}
        {!own && open && mayNominate && !viewerCannotStand && (
          <details>
            <summary>{t('election.standMyself')}</summary>
            <StandForm election={election} />
          </details>
        )}
        {open && mayNominate && <NominateOther election={election} />}
        {unanswered.length > 0 && <Unanswered candidates={unanswered} />}
      </div>
    </section>
  );
}

function Unanswered({ candidates }: { candidates: ElectionWhole['nominations'] }) {
  const t = useT();
  const nameOf = useCandidateName();
  return (
    <Rows>
      {candidates.map((candidate) => (
        <Row key={candidate.id} title={nameOf(candidate)} end={t(`election.candidacy.${candidate.state}`)} />
      ))}
    </Rows>
  );
}
