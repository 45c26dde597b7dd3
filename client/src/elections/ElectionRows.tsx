/** Elections in lines: what is elected, where it is, and until when. */
import type { ElectionLineFragment } from '../generated/elections/bodyElections';
import { useT } from '../i18n/useT';
import { Deadline } from '../ui/Deadline';
import { Row, Rows } from '../ui/Rows';
import { When } from '../ui/When';
import { useElectionTitle } from './electionWords';

/** Whose places are still to be filled. */
const ahead = new Set(['NOMINATIONS', 'VOTING', 'CLOSED']);

export function ElectionRows({ elections }: { elections: readonly ElectionLineFragment[] }) {
  const t = useT();
  const title = useElectionTitle();
  if (elections.length === 0) return null;
  const places = ({ seats }: ElectionLineFragment) => t('election.placesToFill', { seats });
  const until = ({ state, nominationsUntil, closesAt, now, endedAt }: ElectionLineFragment) => {
    if (state === 'NOMINATIONS') return <Deadline at={nominationsUntil} now={now} />;
    if (state === 'VOTING' && closesAt !== null) return <Deadline at={closesAt} now={now} />;
    return endedAt === null ? undefined : <When at={endedAt} />;
  };
  return (
    <Rows>
      {elections.map((election) => (
        <Row
          key={election.id}
          to={`/election/${election.id}${election.state === 'CERTIFIED' ? '/result' : ''}`}
          title={title(election)}
          end={until(election)}
          note={[t(`election.now.${election.state}`), ahead.has(election.state) && places(election)]
            .filter(Boolean)
            .join(' ')}
        />
      ))}
    </Rows>
  );
}
