// The result: what the ballots came to by the rule the poll was opened under, written down once and for all. A carried
// motion does what it says in this same transaction.
import { sql } from 'kysely';
import { command, type Deed } from '../command.js';
import type { Decision } from '../counting/index.js';
import type { Database } from '../database/database.js';
import { clockOf } from '../database/instants.js';
import { notFound, refuse } from '../errors.js';
import { decisionHash } from '../history/commitments.js';
import type { NewRecord } from '../history/record.js';
import { executeDecision } from '../proposals/execute.js';
import { loadMotion } from '../proposals/loadMotion.js';
import { contestedIn, isSettled, type Contested } from './contested.js';
import { textOf } from './decisionFile.js';
import { frozenRolls } from './freeze.js';
import { lapseChallenges } from './lapseChallenges.js';
import { loadTree } from './loadTree.js';
import { publish, type Published } from './publish.js';
import { resultRows } from './resultRows.js';
import { counted } from './ruleApplies.js';
import type { TreeNode } from './tree.js';

interface RootPoll {
  id: string;
  bodyId: string;
  proposalId: string;
  method: string;
  states: string[];
}

export const certifyResult = command(
  'certifyResult',
  async (deed, { pollId }: { idempotencyKey?: string; pollId: string }) => {
    const { db, context } = deed;
    const poll = await lockTree(db, pollId);
    deed.authorize({ bodyId: poll.bodyId });
    if (poll.method !== 'MOTION')
      refuse('NOT_A_MOTION', 'This is the vote of an election; the election is what is certified.', {
        rule: 'elections',
      });
    if (context.clock && !isClosed(poll)) return { pollId: poll.id };
    mustBeClosed(poll);
    const contested = await contestedIn(db, poll.id);
    if (!isSettled(contested)) refuseContested(contested);
    await lapseChallenges(deed, poll.id);
    await freezeEmptyRolls(deed, poll.id);
    const { root, question } = await loadTree(db, poll.id, true);
    const published = counted(() => publish(question, root));
    await store(deed, poll, published, resultRows(root, question.rule, published), isMembers(root));
    await carryOut(deed, poll.proposalId, published.outcome);
    return { pollId: poll.id };
  },
);

async function lockTree(db: Database, pollId: string): Promise<RootPoll> {
  const { rows } = await sql<RootPoll>`
    with root as (select r.* from poll p join poll r on r.id = p.root_id where p.id = ${pollId} for update of r)
    select root.id, root.body_id as "bodyId", root.proposal_id as "proposalId", root.method,
      array(select distinct state from poll where root_id = root.id) as states from root`.execute(db);
  if (!rows[0]) throw notFound('poll');
  return rows[0];
}

const isClosed = ({ states }: RootPoll) => states.length === 1 && states[0] === 'CLOSED';

function mustBeClosed({ states }: RootPoll): void {
  if (states.includes('CERTIFIED')) refuse('ALREADY_CERTIFIED', 'The result is certified; it stands as it is.');
  if (states.includes('OPEN'))
    refuse('POLL_OPEN', 'The poll, or one below it, is still open; its result follows when all are closed.', {
      rule: 'motions',
    });
}

function refuseContested({ challenges, counts, until }: Contested): never {
  const why = [
    challenges.length > 0 ? `A challenge to the roll of ${challenges.join(', ')} is not decided.` : '',
    counts.length > 0 ? `The tellers of ${counts.join(', ')} have not agreed on a count.` : '',
  ];
  const end = new Date(until!).toISOString();
  refuse('CONTESTED', `${why.filter(Boolean).join(' ')} The result waits for it until ${end}.`, {
    rule: 'roll',
    values: { challenges, counts, until: end },
  });
}

/** Where nobody was on the roll and no tellers counted, the history still says so: nobody was entitled. */
async function freezeEmptyRolls(deed: Deed<'certifyResult'>, rootId: string): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select p.id from poll p
    where p.root_id = ${rootId} and p.voting = 'MEMBERS' and not p.by_tellers
      and not exists (select 1 from roll_count c where c.poll_id = p.id and c.entitled > 0)
      and not exists (select 1 from roll_correction c where c.poll_id = p.id)`.execute(deed.db);
  if (rows.length === 0) return;
  const empty = await frozenRolls(
    deed.db,
    rows.map(({ id }) => id),
  );
  await deed.recordAll(
    empty.map(({ pollId, counts, commitment }): NewRecord => ({
      type: 'roll.freeze',
      body: { poll: pollId, counts, commitment },
    })),
  );
}

async function store(
  deed: Deed<'certifyResult'>,
  { id, proposalId }: RootPoll,
  published: Published,
  rows: object[],
  members: boolean,
): Promise<void> {
  const { db } = deed;
  const text = textOf(published.file);
  const hash = decisionHash(text);
  const { outcome, sources, pools } = published;
  const decision = told(published.decision, pools.withheld, members);
  await db
    .insertInto('result')
    .values({
      poll_id: id,
      outcome,
      decision_file: text,
      decision: JSON.stringify(decision),
      decision_hash: Buffer.from(hash, 'hex'),
      sources: JSON.stringify(sources),
      at: sql<Date>`now()`,
    })
    .execute();
  await sql`
    insert into result_tally (root_id, poll_id, body_id, parent_body_id, entitled, tally, weight, cast_weight, outcome, quorate, merged, position, place)
    select ${id}::uuid, poll_id, body_id, parent_body_id, entitled, tally, weight, cast_weight, outcome, quorate, merged, position, place
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (poll_id uuid, body_id uuid, parent_body_id uuid, entitled int, tally jsonb, weight int,
      cast_weight jsonb, outcome text, quorate boolean, merged boolean, position int, place text)`.execute(db);
  await db.updateTable('poll').set({ state: 'CERTIFIED' }).where('root_id', '=', id).execute();
  await deed.recordAs('result', { poll: id, proposal: proposalId, outcome, decisionHash: hash });
}

const isMembers = (root: TreeNode) => root.poll?.voting === 'MEMBERS';
const figures = /^(threshold|second)\.(more|least)|^motion\.|^lens\./;

/** What is kept of the engine's word: what a page shows. Each body's own part stands in its row; what is withheld is not kept. */
function told(
  { tree: _rows, arithmetic: _english, ...decision }: Decision,
  withheld: boolean,
  members: boolean,
): object {
  const sentences = decision.sentences.filter(({ key }) => !key.startsWith('body.'));
  if (!withheld) return { ...decision, sentences };
  const empty = { totals: {}, total: null, needed: null, of: null, leads: null, carries: null };
  const { bodies, weight } = decision.lenses;
  const lenses = {
    bodies: members ? { ...bodies, ...empty } : bodies,
    weight: members ? { ...weight, ...empty } : weight,
    members: { ...decision.lenses.members, ...empty },
  };
  const silent = members ? figures : /^lens\.members/;
  return {
    ...decision,
    lenses,
    threshold: null,
    second: null,
    needed: null,
    sentences: sentences.filter(({ key }) => !silent.test(key)),
  };
}

async function carryOut(deed: Deed<'certifyResult'>, proposalId: string, outcome: string): Promise<void> {
  const { proposal } = await loadMotion(deed, proposalId);
  proposal.decide(outcome as 'CARRIED' | 'DEFEATED' | 'INQUORATE', await clockOf(deed.db));
  await deed.em.flush();
  if (outcome === 'CARRIED') await executeDecision(deed, proposal);
}
