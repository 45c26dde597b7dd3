// Opening writes down, for the whole tree of polls at once, who may vote and under which rule. A few statements
// however many bodies take part: a federation of two thousand groups opens in seconds.
import { sql } from 'kysely';
import type { Database } from '../database/database.js';
import { sha256Hex } from '../history/hash.js';
import type { PlannedPoll } from './plan.js';

/** A poll about to be written down: of a motion, or of an election. */
export type NewPoll = Pick<PlannedPoll, 'id' | 'parentId' | 'bodyId' | 'ruleBookId' | 'own'> & {
  rule: { voting: 'MEMBERS' | 'GROUPS'; secret: boolean };
  section: string;
};

export interface Opening {
  proposalId: string | null;
  /** MOTION where nothing is said. */
  method?: string;
  /** What a ballot may say; of a motion FOR, AGAINST and ABSTAIN. */
  options?: readonly string[];
  opensAt: Date;
  closesAt: Date;
  challengeUntil: Date;
}

export async function insertPolls(db: Database, polls: readonly NewPoll[], opening: Opening): Promise<void> {
  const { proposalId, opensAt, closesAt, challengeUntil } = opening;
  const { method = 'MOTION', options = ['FOR', 'AGAINST', 'ABSTAIN'] } = opening;
  const rows = polls.map(({ id, parentId, bodyId, rule, ruleBookId, section, own }) => ({
    id,
    parent_id: parentId,
    body_id: bodyId,
    voting: rule.voting,
    secret: rule.secret,
    rule,
    rule_book_id: ruleBookId,
    rule_section: section,
    own_rule: own,
  }));
  await sql`
    insert into poll (id, proposal_id, root_id, parent_id, body_id, voting, method, options, secret, state, opened_at, closes_at, challenge_until,
      rule, rule_book_id, rule_section, own_rule, roll_count)
    select id, ${proposalId}::uuid, ${polls[0]!.id}::uuid, parent_id, body_id, voting, ${method}, ${[...options]}::text[], secret, 'OPEN',
      ${opensAt}, ${closesAt}, ${challengeUntil}, rule, rule_book_id, rule_section, own_rule, 0
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, parent_id uuid, body_id uuid, voting text, secret boolean, rule jsonb,
      rule_book_id uuid, rule_section text, own_rule boolean)`.execute(db);
  // A confidential poll has a key for as long as it is open.
  await sql`
    insert into poll_key (poll_id, key)
    select id, sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()))
    from poll where root_id = ${polls[0]!.id} and voting = 'MEMBERS' and secret`.execute(db);
}

/**
 * Everybody in good standing today below the deciding body, in the poll in which their body's members vote. People at
 * large in a Region are below a poll of all members; a poll by bodies has no Local Group for them to instruct.
 */
export async function freezeRolls(db: Database, polls: readonly NewPoll[]): Promise<void> {
  const homes = await homesOf(
    db,
    polls.filter((poll) => poll.rule.voting === 'MEMBERS'),
  );
  // Given as lists, the planner knows how many they are, and does not go through all of them for each of 200,000 members.
  const listed = sql`unnest(${homes.map((home) => home.pollId)}::uuid[], ${homes.map((home) => home.bodyId)}::uuid[], ${homes.map((home) => home.always)}::boolean[])
    as v (poll_id, body_id, always)`;
  await sql`
    insert into roll_entry (poll_id, person_id, body_id)
    select v.poll_id, s.person_id, s.body_id
    from ${listed} join member_standing(${polls[0]!.bodyId}, current_date) s on s.body_id = v.body_id where s.good`.execute(
    db,
  );
  await sql`
    insert into roll_count (poll_id, body_id, entitled)
    with counted as materialized (
      select poll_id, body_id, count(*)::int as n from roll_entry where poll_id = any (${[...new Set(homes.map((home) => home.pollId))]}::uuid[]) group by 1, 2
    )
    select v.poll_id, v.body_id, coalesce(c.n, 0)
    from ${listed} left join counted c on c.poll_id = v.poll_id and c.body_id = v.body_id where v.always or c.n > 0`.execute(
    db,
  );
  await countRolls(db, polls[0]!.id);
}

interface Home {
  pollId: string;
  bodyId: string;
  /** Counted also where nobody is entitled: every affiliated Local Group. Those at large are counted where there are any. */
  always: boolean;
}

/** The bodies whose members vote in each poll. */
async function homesOf(db: Database, voting: readonly NewPoll[]): Promise<Home[]> {
  const { rows } = await sql<Home>`
    select v.poll_id as "pollId", b.id as "bodyId", b.kind = 'LOCAL_GROUP' and (b.state = 'AFFILIATED' or b.id = v.body_id) as always
    from unnest(${voting.map((poll) => poll.id)}::uuid[], ${voting.map((poll) => poll.bodyId)}::uuid[]) as v (poll_id, body_id)
    join body_above a on a.above_id = v.body_id join body b on b.id = a.body_id`.execute(db);
  return rows;
}

/** The number entitled in each poll of a tree, corrections included: of a poll by bodies, all below it. */
export async function countRolls(db: Database, rootId: string): Promise<void> {
  await sql`
    update poll set roll_count = counted.n
    from (
      select above.id, coalesce(sum(c.entitled), 0)::int as n
      from poll above
      join body_above a on a.above_id = above.body_id
      join poll p on p.root_id = above.root_id and p.body_id = a.body_id and p.voting = 'MEMBERS'
      join roll_entitled c on c.poll_id = p.id
      where above.root_id = ${rootId}
      group by above.id
    ) counted
    where poll.id = counted.id and poll.roll_count <> counted.n`.execute(db);
}

export interface FrozenRoll {
  pollId: string;
  counts: Record<string, number>;
  /** SHA-256 of the sorted lines "voter group weight", as sha256sum finds it. */
  commitment: string;
  entitled: number;
}

/** The rolls as they stand in the history: their counts, and the digest of who is on them. */
export async function frozenRolls(db: Database, pollIds: readonly string[]): Promise<FrozenRoll[]> {
  const ids = sql`${[...pollIds]}::uuid[]`;
  const counts = await sql<Omit<FrozenRoll, 'commitment'>>`
    select c.poll_id as "pollId", jsonb_object_agg(b.slug, c.entitled) as counts, sum(c.entitled)::int as entitled
    from roll_entitled c join body b on b.id = c.body_id where c.poll_id = any (${ids}) group by c.poll_id`.execute(db);
  const texts = await sql<{ pollId: string; commitment: string }>`
    with lines as materialized (
      select e.poll_id, ${rollLine} as line
      from roll_entry e join person p on p.id = e.person_id join body b on b.id = e.body_id where e.poll_id = any (${ids})
    )
    select poll_id as "pollId", encode(sha256(convert_to(string_agg(line, '' order by line collate "C"), 'utf8')), 'hex') as commitment
    from lines group by poll_id`.execute(db);
  const commitments = new Map(texts.rows.map((row) => [row.pollId, row.commitment]));
  return counts.rows.map((row) => ({ ...row, commitment: commitments.get(row.pollId) ?? EMPTY }));
}

/** Of a roll on which nobody stands. */
const EMPTY = sha256Hex('');

const rollLine = sql<string>`encode(sha256(convert_to('fed-voter-v1', 'utf8') || decode('00', 'hex') || p.salt || convert_to(p.id::text, 'utf8')), 'hex')
  || ' ' || b.slug || E' 1\n'`;

/** The roll of a poll as the text whose digest stands in the history; published with a bundle where ballots are open. */
export async function rollTextOf(db: Database, pollId: string): Promise<string> {
  const { rows } = await sql<{ text: string }>`
    select coalesce(string_agg(line, '' order by line collate "C"), '') as text from (
      select ${rollLine} as line
      from roll_entry e join person p on p.id = e.person_id join body b on b.id = e.body_id where e.poll_id = ${pollId}
    ) lines`.execute(db);
  return rows[0]!.text;
}
