// The end of an election: its result is written down once and for all, and those elected have their terms, in one
// transaction. There is no other way to an office.
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { certifiedText, type CertifiedElection } from '../counting/elections/certified.js';
import type { Count } from '../counting/elections/index.js';
import type { Database } from '../database/database.js';
import { decisionHash } from '../history/commitments.js';
import type { NewRecord } from '../history/record.js';
import { sha256Hex } from '../history/hash.js';
import { monthsLater } from './eligibility.js';
import type { CandidateRow } from './candidates.reads.js';
import type { ElectionRow } from './elections.reads.js';

export interface Concluding {
  db: Database;
  recordAll(records: readonly NewRecord[]): Promise<void>;
}

export interface Conclusion {
  certified: CertifiedElection;
  /** Null where nothing was counted, or where its figures are not published. */
  count: Count | null;
}

type Ended = Pick<ElectionRow, 'id' | 'bodyId' | 'proposalId' | 'office' | 'takesOfficeOn' | 'termMonths'>;

export async function conclude(
  deed: Concluding,
  election: Ended,
  paper: readonly CandidateRow[],
  { certified, count }: Conclusion,
): Promise<void> {
  const { db } = deed;
  const { outcome, cast, papers } = certified;
  const text = certifiedText(certified);
  const hash = decisionHash(text);
  const numbered = (numbers: readonly number[]) => numbers.map((number) => paper[number - 1]!);
  const elected = numbered(certified.elected);
  await db
    .insertInto('election_result')
    .values({
      election_id: election.id,
      outcome,
      elected: elected.map(({ id }) => id),
      alternates: numbered(certified.alternates).map(({ id }) => id),
      papers: cast,
      file: text,
      file_hash: Buffer.from(hash, 'hex'),
      count: count && JSON.stringify(count),
      withheld: papers === null,
      at: sql<Date>`clock_timestamp()`,
    })
    .execute();
  await db
    .updateTable('election')
    .set({ state: 'CERTIFIED', ended_at: sql<Date>`clock_timestamp()` })
    .where('id', '=', election.id)
    .execute();
  await db.updateTable('poll').set({ state: 'CERTIFIED' }).where('id', '=', election.id).execute();
  const result: NewRecord = {
    type: 'result',
    body: { poll: election.id, proposal: election.proposalId, outcome, decisionHash: hash },
  };
  await deed.recordAll([result, ...(await giveTerms(db, election, elected))]);
}

/** From the day set, or from today where the election took longer. */
async function giveTerms(db: Database, election: Ended, elected: readonly CandidateRow[]): Promise<NewRecord[]> {
  const { office, takesOfficeOn, termMonths } = election;
  if (office === null || elected.length === 0) return [];
  const { rows } = await sql<{
    day: string;
  }>`select greatest(${takesOfficeOn}::date, clock_timestamp()::date)::text as day`.execute(db);
  const from = rows[0]!.day;
  const records: NewRecord[] = [];
  for (const { personId } of elected)
    records.push(await writeTerm(db, election, { personId: personId!, from, until: monthsLater(from, termMonths!) }));
  return records;
}

export interface Term {
  personId: string;
  from: string;
  until: string;
}

/** Answers what the history is to say of it: that a term began, and no name. */
export async function writeTerm(
  db: Database,
  { id, bodyId, office }: Pick<ElectionRow, 'id' | 'bodyId' | 'office'>,
  { personId, from, until }: Term,
): Promise<NewRecord> {
  const termId = randomUUID();
  await db
    .insertInto('office_term')
    .values({
      id: termId,
      person_id: personId,
      body_id: bodyId,
      office: office!,
      from_date: from,
      until_date: until,
      ended_on: null,
      source: 'ELECTION',
      election_id: id,
    })
    .execute();
  return {
    type: 'deed',
    body: { name: 'takeOffice', subject: termId, actor: null, digest: sha256Hex(`${office} ${from} ${until}`) },
  };
}
