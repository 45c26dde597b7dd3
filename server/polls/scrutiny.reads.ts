// What is open to question in a poll, as its officers read it: the tellers' counts that stand, and challenges to the roll.
import type { Database } from '../database/database.js';
import { asDate } from '../database/instants.js';
import { manyEach, oneEach } from '../loaders.js';
import type { Tally } from './tree.js';

export interface TellerCountRow {
  id: string;
  pollId: string;
  tellerId: string | null;
  source: 'TELLER' | 'IMPORT';
  tally: Tally;
  entitled: number;
  at: Date;
}

/** The counts that stand, in the order in which they were entered. */
export async function tellerCounts(db: Database, pollIds: readonly string[]): Promise<TellerCountRow[][]> {
  const rows = await db
    .selectFrom('teller_count')
    .select(['id', 'poll_id as pollId', 'teller_id as tellerId', 'source', 'tally', 'entitled', 'at'])
    .where('poll_id', 'in', pollIds)
    .where('replaced', '=', false)
    .orderBy('at')
    .execute();
  return manyEach(
    pollIds,
    rows.map((row) => ({ ...row, at: asDate(row.at) })),
    (row) => row.pollId,
  );
}

export interface ChallengeRow {
  id: string;
  pollId: string;
  bodyId: string;
  aboutPersonId: string;
  byPersonId: string;
  aboutName: string;
  byName: string;
  claim: string;
  reason: string;
  state: 'OPEN' | 'UPHELD' | 'DISMISSED';
  at: Date;
  note: string | null;
  pollState: string;
}

const challenges = (db: Database) =>
  db
    .selectFrom('roll_challenge as c')
    .innerJoin('poll', 'poll.id', 'c.poll_id')
    .innerJoin('person as about', 'about.id', 'c.about_person_id')
    .innerJoin('person as by', 'by.id', 'c.by_person_id')
    .select([
      'c.id',
      'c.poll_id as pollId',
      'c.body_id as bodyId',
      'c.about_person_id as aboutPersonId',
      'c.by_person_id as byPersonId',
      'about.display_name as aboutName',
      'by.display_name as byName',
      'c.claim',
      'c.reason',
      'c.state',
      'c.at',
      'c.note',
      'poll.state as pollState',
      'poll.root_id as rootId',
    ])
    .orderBy('c.at');

const challengeOf = <Row extends { at: Date }>(row: Row): Row => ({ ...row, at: asDate(row.at) });

/** Of each poll, and of the whole tree where it is the root. */
export async function challengesOfPolls(db: Database, pollIds: readonly string[]): Promise<ChallengeRow[][]> {
  const rows = (
    await challenges(db)
      .where((x) => x.or([x('c.poll_id', 'in', pollIds), x('poll.root_id', 'in', pollIds)]))
      .execute()
  ).map(challengeOf);
  return pollIds.map((id) => rows.filter((row) => row.pollId === id || row.rootId === id));
}

export const challengesById = async (db: Database, ids: readonly string[]): Promise<(ChallengeRow | null)[]> =>
  oneEach(ids, (await challenges(db).where('c.id', 'in', ids).execute()).map(challengeOf), (row) => row.id);
