// Everything a decision rests on, read from the database in a few statements: its polls, the bodies they concern, and
// the figures of each body.
import { sql } from 'kysely';
import type { Database } from '../database/database.js';
import type { Rule } from '../counting/index.js';
import type { DecisionRule } from '../rules/schema.js';
import type { Question } from './decisionFile.js';
import { engineRule, isStated } from './rule.js';
import { ballotsIn, growTree, type Figures, type Tally, type TreeBody, type TreeNode, type TreePoll } from './tree.js';

export interface LoadedTree {
  root: TreeNode;
  question: Question;
}

interface PollRow {
  id: string;
  parentId: string | null;
  bodyId: string;
  voting: 'MEMBERS' | 'GROUPS';
  secret: boolean;
  rule: DecisionRule;
  section: string;
  own: boolean;
  options: string[];
  title: string;
}

/** Without `counted` the tallies are left empty: what an opening knows. */
export async function loadTree(db: Database, rootId: string, counted: boolean): Promise<LoadedTree> {
  const polls = await db
    .selectFrom('poll')
    .leftJoin('proposal', 'proposal.id', 'poll.proposal_id')
    .select((x) => [
      'poll.id',
      'poll.parent_id as parentId',
      'poll.body_id as bodyId',
      'poll.voting',
      'poll.secret',
      'poll.rule',
      'poll.rule_section as section',
      'poll.own_rule as own',
      'poll.options',
      x.fn.coalesce('proposal.title', x.val('')).as('title'),
    ])
    .where('poll.root_id', '=', rootId)
    .execute();
  const rows = polls as unknown as PollRow[];
  const first = rows.find((poll) => poll.parentId === null)!;
  const root = growTree(
    rows.map(treePoll),
    await bodiesOf(db, first.bodyId),
    await figuresOf(db, rootId, first.options, counted),
  );
  return { root, question: { title: first.title, options: first.options, rule: engineRule(first.rule) } };
}

function treePoll({ id, parentId, bodyId, voting, secret, rule, section, own }: PollRow): TreePoll {
  const statedRule: Rule | null = isStated({ parentId, own, section }) ? engineRule(rule) : null;
  return { id, parentId, bodyId, voting, constituents: rule.constituents, secret, statedRule };
}

async function bodiesOf(db: Database, bodyId: string): Promise<TreeBody[]> {
  return db
    .selectFrom('body')
    .innerJoin('body_above', 'body_above.body_id', 'body.id')
    .select(['body.id', 'body.slug', 'body.name', 'body.kind', 'body.parent_id as parentId'])
    .where('body_above.above_id', '=', bodyId)
    .execute();
}

/** A poll decided on paper has the count its tellers agreed on, and where it has no roll here, their number of entitled. */
async function figuresOf(
  db: Database,
  rootId: string,
  options: readonly string[],
  counted: boolean,
): Promise<Figures[]> {
  const ofTree = sql`(select id from poll where root_id = ${rootId} and voting = 'MEMBERS')`;
  const rolls = await sql<Omit<Figures, 'tally'>>`
    select poll_id as "pollId", body_id as "bodyId", entitled from roll_entitled where poll_id in ${ofTree}`.execute(
    db,
  );
  const told = await sql<Omit<Figures, 'bodyId'> & { bodyId: string | null }>`
    select t.poll_id as "pollId", t.body_id as "bodyId", t.entitled, t.tally
    from teller_count t join poll p on p.id = t.poll_id where p.root_id = ${rootId} and p.by_tellers and not t.replaced`.execute(
    db,
  );
  const cast = counted ? await castIn(db, rootId) : new Map<string, Tally>();
  const counts = Map.groupBy(told.rows, (count) => count.pollId);
  return rolls.rows.map(({ pollId, bodyId, entitled }) => {
    const count = counts.get(pollId)?.find((each) => each.bodyId === null || each.bodyId === bodyId);
    const tally = (counted ? count?.tally : undefined) ?? cast.get(`${pollId}/${bodyId}`) ?? {};
    return {
      pollId,
      bodyId,
      entitled: count && entitled === 0 ? count.entitled : entitled,
      tally: inFull(tally, options),
    };
  });
}

/** Every option in the order of the ballot, so that the same ballots always make the same file; nothing where nobody voted. */
function inFull(tally: Tally, options: readonly string[]): Tally {
  return ballotsIn(tally) === 0 ? {} : Object.fromEntries(options.map((option) => [option, tally[option] ?? 0]));
}

/** The ballots that stand, by poll and body. */
async function castIn(db: Database, rootId: string): Promise<Map<string, Tally>> {
  const { rows } = await sql<{ place: string; marks: string; n: number }>`
    select poll_id || '/' || body_id as place, marks, count(*)::int as n from ballot
    where not replaced and poll_id in (select id from poll where root_id = ${rootId}) group by poll_id, body_id, marks`.execute(
    db,
  );
  const tallies = new Map<string, Tally>();
  for (const { place, marks, n } of rows) tallies.set(place, { ...tallies.get(place), [marks]: n });
  return tallies;
}
