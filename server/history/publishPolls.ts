// Decided polls as the bundle publishes them: which voters stand behind which figure of the decision file, and the
// frozen rolls of open polls as salted hashes.
import type { Database } from '../database/database.js';
import type { PollFile, Source } from './pollFile.js';

export interface Decided {
  file: PollFile;
  decision: string;
}

export async function decidedPolls(db: Database): Promise<Decided[]> {
  const results = await db
    .selectFrom('result')
    .innerJoin('poll', 'poll.id', 'result.poll_id')
    .select([
      'result.poll_id as poll',
      'poll.proposal_id as proposal',
      'result.outcome',
      'result.sources',
      'result.decision_file as decision',
    ])
    .orderBy('result.at')
    .orderBy('result.poll_id')
    .execute();
  return results.map(({ poll, proposal, outcome, sources, decision }) => ({
    file: { poll, proposal, sources: sources as unknown as Source[], result: { outcome } },
    decision,
  }));
}

/** The files of certified elections, by the id that election and poll share. */
export async function certifiedElections(db: Database): Promise<Map<string, string>> {
  const results = await db
    .selectFrom('election_result')
    .select(['election_id as id', 'file'])
    .orderBy('at')
    .orderBy('election_id')
    .execute();
  return new Map(results.map(({ id, file }) => [id, file]));
}

/** Polls of decided roll-ups and of elections that took open ballots of persons: their rolls are published. */
export async function pollsWithPublicRolls(db: Database): Promise<string[]> {
  const polls = await db
    .selectFrom('poll')
    .leftJoin('result', 'result.poll_id', 'poll.root_id')
    .leftJoin('election_result', 'election_result.election_id', 'poll.id')
    .select('poll.id')
    .where((row) => row.or([row('result.poll_id', 'is not', null), row('election_result.election_id', 'is not', null)]))
    .where('poll.voting', '=', 'MEMBERS')
    .where('poll.secret', '=', false)
    .where((row) =>
      row.exists(row.selectFrom('roll_entry').select('person_id').whereRef('roll_entry.poll_id', '=', 'poll.id')),
    )
    .orderBy('poll.id')
    .execute();
  return polls.map(({ id }) => id);
}
