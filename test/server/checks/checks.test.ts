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
    'an election said to have had a paper more',
    'elections: recount',
    sql`update election_result set papers = papers + 1`,
  ],
  ['papers entered that nobody was handed', 'elections: papers', sql`update election set papers_handed = 0`],
  [
    'an office in the hands of who did not win it',
    'elections: offices',
    sql`update office_term set person_id = (select id from person order by id limit 1) where id = (select id from office_term where source = 'ELECTION' limit 1)`,
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
  [
    'a cent put on one entry',
    'books: transfers',
    sql`update ledger_entry set amount = amount + 1 where (body_id, number, line) in (select body_id, number, line from ledger_entry limit 1)`,
  ],
  [
    'an entry taken out of its transfer',
    'books: transfers',
    sql`delete from ledger_entry where line = 3 and number = 2`,
  ],
  [
    'a transfer moved to another day',
    'books: chains',
    sql`update ledger_transfer set booked_on = booked_on - 1 where number = 3`,
  ],
  ['a transfer taken out of its chain', 'books: chains', sql`delete from ledger_transfer where number = 2`],
  ['the last transfer forgotten', 'books: chains', sql`update ledger_chain set number = number - 1`],
  [
    'a balance turned up',
    'books: balances',
    sql`update ledger_account set balance = balance + 100 where kind = 'CASH'`,
  ],
  [
    'a cash box below zero',
    'books: balances',
    sql`update ledger_account set balance = -1 where kind = 'CASH'`,
    sql`alter table ledger_account drop constraint no_money_below_zero`,
  ],
  [
    'a transfer said to reverse another',
    'books: reversals',
    sql`update ledger_transfer set reverses = 1 where number = 2`,
  ],
  [
    'a period closed as if before what was booked in it',
    'books: periods',
    sql`insert into book_period (id, body_id, from_date, until_date, closed_at) select gen_random_uuid(), id, '2000-01-01', '2100-01-01', '2000-01-02' from body where slug = 'tacoma'`,
  ],
  [
    'a transfer that the history never heard of',
    'books: history',
    sql`update history_record set body = jsonb_set(body, '{digest}', to_jsonb(repeat('0', 64))) where body ->> 'name' = 'keepBooks'`,
  ],
  [
    'a remittance said to be larger than what came',
    'books: remittances',
    sql`update remittance set amount = amount + 1 where id in (select id from remittance where state = 'RECEIVED' limit 1)`,
  ],
  [
    'a remittance called back without a transfer that undoes it',
    'books: remittances',
    sql`update remittance set state = 'WITHDRAWN', back_transfer_id = gen_random_uuid() where state = 'SENT'`,
  ],
  [
    'a remittance forgotten while it is on its way',
    'books: remittances',
    sql`delete from remittance where state = 'SENT'`,
  ],
  [
    'a head-count agreed to and booked by nobody',
    'books: per capita',
    sql`insert into per_capita (id, body_id, to_body_id, counted_on, period_from, period_until, members, currency, rate, amount, state, owed_transfer_id, asked_by_id, answered_by_id, answered_at)
      select gen_random_uuid(), b.id, b.parent_id, '2026-01-01', '2026-01-01', '2026-12-31', 8, 'USD', 560, 4480, 'AGREED', gen_random_uuid(), p.id, p.id, now()
      from body b cross join lateral (select id from person limit 1) p where b.slug = 'mobile'`,
  ],
  ['spending above what was authorised', 'books: spending', sql`update spending_authority set amount = 100`],
  [
    'spending approved by its author',
    'books: spending',
    sql`update spending set decided_by_id = author_id where state = 'APPROVED'`,
    sql`alter table spending drop constraint two_persons_spend`,
  ],
  [
    'a payment out of the bank that nobody approved',
    'books: spending',
    sql`update ledger_transfer set kind = 'SPENDING' where number = 3 and kind = 'PAYMENT'`,
  ],
  [
    'a period signed and left open',
    'books: signatures',
    sql`insert into period_account (period_id, sums, digest, chain_number, chain_hash, prepared_by_id, signed_by_id, signed_at)
      select p.id, '[]', sha256('x'), 0, sha256('x'), one.id, two.id, now() from book_period p, (select id from person order by id limit 1) one, (select id from person order by id desc limit 1) two`,
    sql`insert into book_period (id, body_id, from_date, until_date) select gen_random_uuid(), id, '2000-01-01', '2000-12-31' from body where slug = 'tacoma'`,
  ],
  [
    'a division that nobody decided',
    'dues: decisions',
    sql`insert into dues_split (id, body_id, version, valid_from, shares) select gen_random_uuid(), body_id, 2, valid_from, shares from dues_split`,
    sql`alter table dues_split drop constraint dues_split_check`,
  ],
  [
    'a charge turned down',
    'dues: charges',
    sql`update dues_charge set amount = amount - 1, settled = 0 where id in (select id from dues_charge limit 1)`,
  ],
  ['a charge said to be settled', 'dues: charges', sql`update dues_charge set settled = amount where settled < amount`],
  [
    'a charge taken away',
    'dues: charges',
    sql`delete from dues_charge where id in (select id from dues_charge limit 1)`,
  ],
  [
    'a charge carried into another body’s books',
    'dues: receivable',
    sql`update dues_charge set body_id = (select id from body where slug = 'mobile') where settled < amount`,
  ],
  [
    'a payment said to be larger than what came',
    'dues: shares',
    sql`update dues_payment set amount = amount + 1 where number = 1`,
  ],
  [
    'a settlement larger than the shares it made',
    'dues: shares',
    sql`update dues_settlement set amount = amount + 1 where id in (select id from dues_settlement where how = 'PAYMENT' limit 1)`,
  ],
  ['a receipt torn out', 'dues: receipts', sql`delete from dues_payment where number = 2`],
  [
    'credit that no books owe',
    'dues: receipts',
    sql`insert into dues_credit (id, membership_id, currency, amount, body_id, transfer_id) select gen_random_uuid(), membership_id, currency, 100, body_id, transfer_id from dues_payment limit 1`,
  ],
  [
    'somebody in arrears made good',
    'dues: standing',
    sql`update membership m set dues_paid_until = '2099-12-31' where exists (select 1 from dues_charge c where c.person_id = m.person_id and c.settled < c.amount)`,
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
