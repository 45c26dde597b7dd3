// The polls open in a body: what is asked, how many have taken part so far of how many are needed, until when.
import { useT } from '../i18n/useT';
import { Deadline } from '../ui/Deadline';
import { Row, Rows } from '../ui/Rows';
import { useCode } from '../ui/useCode';

export interface OpenPoll {
  id: string;
  title: string;
  closesAt: string;
  now: string;
  rollCount: number;
  ballotCount: number;
  quorumNeeded: number | null;
  /** Of a poll in which persons or options are elected; null of a motion's. */
  election: { id: string; office: string | null } | null;
}

export function PollRows({ polls }: { polls: readonly OpenPoll[] }) {
  const t = useT();
  const code = useCode();
  const title = ({ title, election }: OpenPoll) =>
    election?.office ? t('poll.election', { office: code('office', election.office) }) : title;
  if (polls.length === 0) return null;
  return (
    <Rows>
      {polls.map((poll) => (
        <Row
          key={poll.id}
          to={poll.election ? `/election/${poll.election.id}` : `/poll/${poll.id}`}
          title={title(poll)}
          end={<Deadline at={poll.closesAt} now={poll.now} />}
          note={
            poll.quorumNeeded === null
              ? t('poll.turnout', { cast: poll.ballotCount, roll: poll.rollCount })
              : t('poll.turnoutQuorum', { cast: poll.ballotCount, roll: poll.rollCount, quorum: poll.quorumNeeded })
          }
        />
      ))}
    </Rows>
  );
}
