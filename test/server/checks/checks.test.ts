// A hand in the tables, behind the back of triggers and constraints: each harm is named by the check it breaks.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql, type RawBuilder } from 'kysely';
import { checkSnapshot, invariants } from '../../../server/checks/index.js';
import type { Database } from '../../../server/database/database.js';
import { loadDemonstration } from '../../../server/demo/load.js';
import { openWorld, type World } from '../../support/world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await loadDemonstration(world.services);
}, 60_000);
afterAll(() => world.close());

class Undo extends Error {}

/** What is found after the harm, which is then taken back. */
async function broken(...harm: RawBuilder<unknown>[]): Promise<Record<string, string>> {
  let found: Record<string, string> = {};
  await world.db
    .transaction()
    .execute(async (tx: Database) => {
      await sql`set local session_replication_role = replica`.execute(tx);
      for (const each of harm) await each.execute(tx);
      const { checks } = await checkSnapshot(tx, world.services.sequencer.signer);
      found = Object.fromEntries(checks.filter(({ ok }) => !ok).map(({ name, detail }) => [name, detail]));
      throw new Undo();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undo)) throw error;
    });
  return found;
}

const aVote = sql`(select l.seq from history_leaf l where l.data like '%"choice":"AGAINST"%' order by seq limit 1)`;
const aBallot = sql`(select b.poll_id, b.id from ballot b join poll p on p.id = b.poll_id where p.state = 'CERTIFIED' and not p.secret and b.marks = 'AGAINST' order by b.id limit 1)`;

const harms: [what: string, check: string, ...harm: RawBuilder<unknown>[]][] = [
  [
    'an entry of the history rewritten',
    'history: entries',
    sql`update history_leaf set data = replace(data, 'AGAINST', 'FOR') where seq = ${aVote}`,
  ],
  ['an entry taken out', 'history: entries', sql`delete from history_leaf where seq = ${aVote}`],
  [
    'an entry rewritten together with its hash',
    'history: tree',
    sql`update history_leaf set data = replace(data, 'AGAINST', 'FOR '), hash = sha256('\\x00'::bytea || convert_to(replace(data, 'AGAINST', 'FOR '), 'utf8')) where data like '%AGAINST%'`,
  ],
  [
    'a stored node changed',
    'history: tree',
    sql`update history_node set hash = sha256(hash) where level = 3 and idx = 1`,
  ],
  [
    'a checkpoint that signs another root',
    'history: tree',
    sql`update history_checkpoint set root = sha256(root) where size = (select max(size) from history_checkpoint)`,
  ],
  [
    'the newest checkpoint taken away',
    'history: tree',
    sql`delete from history_checkpoint where size = (select max(size) from history_checkpoint)`,
  ],
  ['the head moved', 'history: tree', sql`update history_head set size = size + 1`],
  [
    'a record that waits no more and never was numbered',
    'history: records',
    sql`insert into history_record (id, type, body) values (gen_random_uuid(), 'deed', '{}')`,
  ],
  [
    'a record changed after it was numbered',
    'history: records',
    sql`update history_record set body = jsonb_set(body, '{name}', '"other"') where type = 'deed'`,
  ],
  [
    'a Local Group moved without its place',
    'bodies: tree',
    sql`update body set parent_id = (select id from body where slug = 'gulf') where slug = 'tacoma'`,
  ],
  [
    'a count of members turned up',
    'bodies: counts',
    sql`update body_count set members = members + 1 where body_id = (select id from body where slug = 'tacoma')`,
  ],
  [
    'a body affiliated without a decision',
    'bodies: states',
    sql`update body set state = 'AFFILIATED' where slug = 'tucson'`,
  ],
  [
    'a member of the Federation itself',
    'memberships',
    sql`update membership set body_id = (select id from body where kind = 'FEDERATION') where id = (select id from membership order by id limit 1)`,
  ],
  [
    'a rule book that nobody decided',
    'decisions',
    sql`insert into rule_book (id, body_id, version, rules) select gen_random_uuid(), body_id, 3, rules from rule_book where body_id = (select id from body where slug = 'portland')`,
    sql`alter table rule_book drop constraint rule_book_check`,
  ],
  [
    'a person struck from a frozen roll',
    'polls: rolls',
    sql`delete from roll_entry where (poll_id, person_id) in (select poll_id, person_id from roll_entry limit 1)`,
  ],
  ['a ballot turned round', 'polls: ballots', sql`update ballot set marks = 'FOR' where (poll_id, id) in ${aBallot}`],
  ['a ballot taken away', 'polls: ballots', sql`delete from ballot where (poll_id, id) in ${aBallot}`],
  [
    'a ballot pushed in',
    'polls: ballots',
    sql`insert into ballot (poll_id, id, elector, body_id, marks, cast_at) select poll_id, gen_random_uuid(), gen_random_uuid(), body_id, 'FOR', cast_at from ballot where (poll_id, id) in ${aBallot}`,
  ],
  [
    'a ballot by somebody struck from the roll',
    'polls: ballots',
    sql`delete from roll_entry where (poll_id, person_id) in (select poll_id, elector from ballot where (poll_id, id) in ${aBallot})`,
  ],
  [
    'a confidential ballot taken away after the close',
    'polls: ballots',
    sql`delete from ballot where (poll_id, id) in (select b.poll_id, b.id from ballot b join poll p on p.id = b.poll_id where p.secret and p.state = 'CERTIFIED' limit 1)`,
  ],
  [
    'electors kept after a confidential close',
    'polls: secrecy',
    sql`update poll set state = 'CLOSED', closed_at = now() where secret`,
  ],
  [
    'a result kept as its contrary',
    'results: recount',
    sql`update result set outcome = 'CARRIED' where outcome = 'DEFEATED'`,
  ],
  [
    'a decision file rewritten',
    'results: recount',
    sql`update result set decision_file = replace(decision_file, '"FOR":27', '"FOR":29') where decision_file like '%"FOR":27%'`,
  ],
  [
    'a ballot turned round behind a result',
    'results: recount',
    sql`update ballot set marks = 'FOR' where (poll_id, id) in ${aBallot}`,
  ],
  [
    'a motion made to be carried',
    'results: motions',
    sql`update proposal set state = 'CARRIED' where state = 'DEFEATED'`,
  ],
  [
    'a motion decided without a poll',
    'results: motions',
    sql`update proposal set state = 'CARRIED' where state = 'DEBATE'`,
  ],
];

test.each(harms)('%s is found by “%s”', async (_what, name, ...harm) => {
  const found = await broken(...harm.toReversed());
  expect(Object.keys(found)).toContain(name);
  expect(found[name]).not.toBe('');
});

test('every invariant has a harm here that it finds', () => {
  expect(new Set(harms.map(([, check]) => check))).toEqual(new Set(invariants.map(({ name }) => name)));
});

test('a sound database breaks none', async () => {
  expect(await broken()).toEqual({});
});

test('the row that breaks an invariant is named', async () => {
  const { rows } = await sql<{ id: string }>`select id from body where slug = 'tacoma'`.execute(world.db);
  const found = await broken(sql`update body_count set members = 99 where body_id = ${rows[0]!.id}`);
  expect(found['bodies: counts']).toBe(`body ${rows[0]!.id} is said to have 99 members and has 25`);
});
