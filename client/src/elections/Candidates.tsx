/** Who stands, each with what they say; in the order of the paper once it is drawn. */
import { useT } from '../i18n/useT';
import { Empty } from '../ui/Empty';
import { Markdown } from '../ui/Markdown';
import type { ElectionWhole } from './ElectionPage';
import { useCandidateName } from './electionWords';

export function Candidates({ election }: { election: ElectionWhole }) {
  const t = useT();
  const { candidates, kind } = election;
  if (candidates.length === 0)
    return <Empty>{t(kind === 'PERSONS' ? 'election.nobodyYet' : 'election.noOptions')}</Empty>;
  return (
    <>
      {candidates.some(({ number }) => number !== null) && <p className="small quiet">{t('election.drawnOrder')}</p>}
      <ol className="plain candidates">
        {candidates.map((candidate) => (
          <OneCandidate key={candidate.id} candidate={candidate} />
        ))}
      </ol>
    </>
  );
}

function OneCandidate({ candidate }: { candidate: ElectionWhole['candidates'][number] }) {
  const t = useT();
  const nameOf = useCandidateName();
  const { number, statement, groups, body, state, mine, kind } = candidate;
  const notes = [...groups, body?.name, mine && t('election.you'), state === 'WITHDRAWN' && t('marking.withdrawn')];
  return (
    <li className={state === 'WITHDRAWN' ? 'candidate gone' : 'candidate'}>
      {number !== null && <span className="candidate-number">{number}</span>}
      <div>
        <h3>
          <bdi>{nameOf(candidate)}</bdi>
        </h3>
        <p className="small quiet">{notes.filter(Boolean).join(' · ')}</p>
        {kind === 'REOPEN' && <p className="small">{t('election.reopenMeans')}</p>}
        {statement && <Markdown text={statement} />}
      </div>
    </li>
  );
}
