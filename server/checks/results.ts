// Results: each recounts to itself, is the one the history holds, and is what became of its motion.
import { sql } from 'kysely';
import type { Database } from '../database/database.js';
import { decisionHash } from '../history/commitments.js';
import { textOf } from '../polls/decisionFile.js';
import { loadTree } from '../polls/loadTree.js';
import { publish } from '../polls/publish.js';
import { mustBeNone, none, type Invariant } from './invariant.js';

interface StoredResult {
  pollId: string;
  outcome: string;
  file: string;
  hash: Buffer;
  certified: { outcome: string; decisionHash: string } | null;
}

/** From the ballots and counts of today to the decision file, and from that to the outcome: both must be as certified. */
const recount: Invariant = {
  name: 'results: recount',
  async look({ db }) {
    const { rows } = await sql<StoredResult>`
      select r.poll_id as "pollId", r.outcome, r.decision_file as file, r.decision_hash as hash,
        (select h.body from history_record h where h.type = 'result' and h.body ->> 'poll' = r.poll_id::text limit 1) as certified
      from result r order by r.poll_id`.execute(db);
    const faults = [];
    for (const row of rows) faults.push(...storedFaults(row), ...(await recountFaults(db, row)));
    mustBeNone(faults);
    return `${rows.length} results recount from their ballots to what was certified`;
  },
};

function storedFaults({ pollId, outcome, file, hash, certified }: StoredResult): string[] {
  const digest = decisionHash(file);
  if (digest !== hash.toString('hex') || digest !== certified?.decisionHash)
    return [`the result of poll ${pollId} is not the one that was certified`];
  return certified.outcome === outcome
    ? []
    : [`the result of poll ${pollId} is kept as ${outcome}, certified was ${certified.outcome}`];
}

async function recountFaults(db: Database, { pollId, outcome, file }: StoredResult): Promise<string[]> {
  const { question, root } = await loadTree(db, pollId, true);
  const again = publish(question, root);
  if (again.outcome !== outcome)
    return [`the result of poll ${pollId} is kept as ${outcome} and recounts to ${again.outcome}`];
  return textOf(again.file) === file ? [] : [`the ballots of poll ${pollId} make other figures than its decision file`];
}

const motions = none(
  'results: motions',
  'each motion ended as its result says, and none was decided without one',
  sql`
    select 'motion ' || p.id || ' is ' || p.state || ' and its result says ' || r.outcome as fault
      from proposal p join poll q on q.proposal_id = p.id and q.body_id = p.body_id and q.parent_id is null join result r on r.poll_id = q.id
      where p.state <> r.outcome
    union all
    select 'motion ' || p.id || ' is ' || p.state || ' without a certified result' from proposal p
      where p.state in ('CARRIED', 'DEFEATED', 'INQUORATE')
        and not exists (select 1 from poll q join result r on r.poll_id = q.id where q.proposal_id = p.id and q.body_id = p.body_id)`,
);

export const resultInvariants: Invariant[] = [recount, motions];
