// A waiver: a private excuse with full rights. Two officers and the member know of it; everybody else, by whatever field of
// the API, sees somebody who has paid.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { graphql } from 'graphql';
import { sql } from 'kysely';
import { schema } from '../../../schema/index.js';
import { makeContext } from '../../../server/context.js';
import { excuseWaived } from '../../../server/dues/excuseWaived.js';
import { databaseCode } from '../../../server/errors.js';
import { hashToken } from '../../../server/http/sessionCookie.js';
import { loadActor } from '../../../server/policy/actor.js';
import { newestMail } from '../../support/browser.js';
import {
  charge,
  daysFromToday,
  duesDeed,
  foundWithDues,
  owesFromNow,
  pay,
  statement,
  takeBack,
  today,
  waive,
} from '../../support/dues.js';
import { everythingOf } from '../../support/everything.js';
import { addMember, grantOffice, type Founded } from '../../support/founding.js';
import { newKey, openWorld, type World } from '../../support/world.js';

let world: World;
let f: Founded;
let yearEnd: string;
beforeAll(async () => {
  world = await openWorld();
  f = await foundWithDues(world);
  yearEnd = `${(await today(world)).slice(0, 4)}-12-31`;
  await newMember('conny');
  await newMember('odo');
  await newMember('rex');
  await grantOffice(world, f.people['conny']!, f.bodies.birch, 'CONVENOR');
  await grantOffice(world, f.people['odo']!, f.bodies.birch, 'AUDITOR');
  await grantOffice(world, f.people['rex']!, f.bodies.north, 'TREASURER');
  await charge(world);
});
afterAll(() => world.close());

/** A member of Birch who has been charged and has paid nothing. */
async function newMember(name: string): Promise<string> {
  await addMember(world, f, name, 'birch');
  await owesFromNow(world, f.memberships[name]!);
  await charge(world);
  return f.memberships[name]!;
}
const bea = () => f.people['bea']!;
const ben = () => f.people['ben']!;
const ask = (name: string, words = 'Hours were cut.') =>
  duesDeed(
    world,
    'askForWaiver',
    { id: newKey(), membershipId: `Membership_${f.memberships[name]}`, words },
    f.people[name]!,
  );

describe('granting', () => {
  test('settles what is open without money, and nothing is owed to the end of the period', async () => {
    const membership = await newMember('gus');
    const { statement: told } = await waive(world, membership, yearEnd, ben());
    expect(told).toMatchObject({
      owed: [],
      standing: { state: 'WAIVED', until: yearEnd },
      charges: [{ paid: { amount: '0.00' }, dropped: { amount: '28.00' }, open: { amount: '0.00' } }],
      waivers: [{ fromDate: await today(world), untilDate: yearEnd, endedOn: null }],
    });
  });

  test('covers what is charged within its term, in the very run that charges it', async () => {
    await addMember(world, f, 'hal', 'birch');
    const membership = f.memberships['hal']!;
    await owesFromNow(world, membership);
    await waive(world, membership, yearEnd, bea());
    await charge(world);
    expect((await statement(world, membership, bea()))!).toMatchObject({
      owed: [],
      charges: [{ dropped: { amount: '28.00' } }],
      standing: { state: 'WAIVED' },
    });
  });

  test('holds for a charge that came open again, or followed the member here, as soon as the clock looks', async () => {
    const membership = await newMember('ira');
    const { payment } = await pay(world, membership, ben());
    await waive(world, membership, yearEnd, ben());
    await takeBack(world, payment.id, ben());
    expect((await statement(world, membership, ben()))!['owed']).toHaveLength(1);
    await excuseWaived(world.clock());
    expect((await statement(world, membership, ben()))!).toMatchObject({ owed: [], standing: { state: 'WAIVED' } });
  });

  test('is for the Treasurer or the Secretary of the group, and for nobody’s own dues', async () => {
    const membership = await newMember('ike');
    for (const name of ['conny', 'odo', 'rex', 'ike', 'abe', 'ada'])
      expect(await waive(world, membership, yearEnd, f.people[name]!)).toMatchObject({
        code: 'NOT_ALLOWED',
        rule: 'offices',
      });
    expect(await waive(world, f.memberships['ben']!, yearEnd, ben())).toMatchObject({
      code: 'NOT_ALLOWED',
      rule: 'offices',
    });
  });

  test('is for a term of at most two years, and one at a time', async () => {
    const membership = await newMember('jo');
    expect(await waive(world, membership, await daysFromToday(world, 800), ben())).toMatchObject({
      code: 'WAIVER_TERM',
      field: 'until',
    });
    expect(await waive(world, membership, await daysFromToday(world, -1), ben())).toMatchObject({
      code: 'WAIVER_TERM',
    });
    const from = await daysFromToday(world, 1);
    expect(await waive(world, membership, await daysFromToday(world, 9), ben(), { from })).toMatchObject({
      code: 'WAIVER_TERM',
    });
    await waive(world, membership, yearEnd, ben());
    expect(await waive(world, membership, yearEnd, bea())).toMatchObject({
      code: 'ALREADY_WAIVED',
      rule: 'dues',
      values: { until: yearEnd },
    });
  });

  test('sent again with its id is done once', async () => {
    const membership = await newMember('kit');
    const id = newKey();
    const both = await Promise.all([0, 1].map(() => waive(world, membership, yearEnd, ben(), { id })));
    expect(both[1]).toEqual(both[0]);
    expect(both[0]!['statement'].waivers).toHaveLength(1);
  });
});

describe('ending', () => {
  test('leaves what was excused excused, and is done once, by the officers or the member', async () => {
    const membership = await newMember('lou');
    const { statement: told } = await waive(world, membership, yearEnd, ben());
    const end = (as: string) =>
      duesDeed(world, 'endWaiver', { idempotencyKey: newKey(), waiverId: told.waivers[0].id }, as);
    expect(await end(f.people['conny']!)).toMatchObject({ code: 'NOT_ALLOWED' });
    expect((await end(f.people['lou']!))['statement']).toMatchObject({
      owed: [],
      waivers: [{ endedOn: await today(world) }],
    });
    expect(await end(ben())).toMatchObject({ code: 'WAIVER_OVER' });
  });
});

describe('asking', () => {
  test('reaches the two officers as a job, who answer it: by granting', async () => {
    await newMember('mel');
    expect((await ask('mel'))['statement'].waiverRequest).toMatchObject({ words: 'Hours were cut.' });
    expect(await ask('mel')).toMatchObject({ code: 'ALREADY_ASKED' });
    const jobs = async (as: string) =>
      (await world.ask('{ ledger(bodySlug: "birch") { jobs { kind count } } }', {}, as)).data.ledger?.jobs ?? null;
    expect(await jobs(ben())).toContainEqual({ kind: 'ANSWER_WAIVERS', count: 1 });
    expect(await jobs(bea())).toContainEqual({ kind: 'ANSWER_WAIVERS', count: 1 });
    for (const name of ['conny', 'odo', 'bob']) expect(await jobs(f.people[name]!)).toEqual([]);
    expect(await jobs(f.people['rex']!)).toEqual([]);
    await waive(world, f.memberships['mel']!, yearEnd, ben());
    expect((await statement(world, f.memberships['mel']!, f.people['mel']!))!['waiverRequest']).toBeNull();
    expect(await jobs(ben())).not.toContainEqual(expect.objectContaining({ kind: 'ANSWER_WAIVERS' }));
  });

  test('or with words to the member alone', async () => {
    await newMember('nan');
    await sql`update person set email_proved_at = now() where id = ${f.people['nan']}`.execute(world.db);
    const requestId = (await ask('nan'))['statement'].waiverRequest.id;
    const decline = (as: string, words = 'Let us talk on Friday.') =>
      duesDeed(world, 'declineWaiver', { idempotencyKey: newKey(), requestId, words }, as);
    expect(await decline(f.people['conny']!)).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await decline(f.people['nan']!)).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await decline(bea(), ' ')).toMatchObject({ code: 'TEXT_MISSING', field: 'words' });
    expect((await decline(bea()))['statement'].waiverRequest).toBeNull();
    expect(await decline(bea())).toMatchObject({ code: 'ALREADY_ANSWERED' });
    const mail = await newestMail(world, 'nan@example.org');
    expect(mail).toMatchObject({ subject: 'A note for you', body: expect.stringContaining('Let us talk on Friday.') });
  });

  test('is for oneself', async () => {
    const input = { id: newKey(), membershipId: `Membership_${f.memberships['bob']}`, words: null };
    expect(await duesDeed(world, 'askForWaiver', input, ben())).toMatchObject({ code: 'NOT_ALLOWED' });
  });
});

describe('a waiver cannot be told from a payment', () => {
  let paid: string;
  let waived: string;
  beforeAll(async () => {
    paid = await newMember('quill');
    waived = await newMember('zadie');
    await pay(world, paid, ben());
    await waive(world, waived, yearEnd, ben());
  });

  /** Runs a document as somebody, past the limits on its size. */
  async function run(source: string, as: string | null) {
    const context = makeContext(world.services);
    if (as) {
      const cookie = await world.cookieOf(f.people[as]!);
      context.actor = await loadActor(world.db, hashToken(cookie.split('=')[1]!));
    }
    return graphql({ schema: schema(), source, contextValue: context });
  }
  const given = { first: 100, from: '2020-01-01', until: '2099-12-31', membershipId: 'Membership_none' };
  const others = [null, 'bob', 'conny', 'odo', 'rex', 'abe', 'ada', 'cat', 'art', 'quill'];

  test.each(others.slice(0, -1))('by %s, from any field of the membership', async (as) => {
    const all = everythingOf(schema(), 'Membership', given, 3);
    const ask = async (name: string, id: string) => {
      const { data, errors } = await run(
        `{ node(id: "Membership_${id}") { __typename ... on Membership ${all} } }`,
        as,
      );
      expect(errors).toBeUndefined();
      return JSON.parse(JSON.stringify(data).replaceAll(id, 'ID').replace(new RegExp(name, 'gi'), 'NAME')) as unknown;
    };
    expect(await ask('Zadie', waived)).toEqual(await ask('Quill', paid));
  });

  test.each(others)('by %s, from the statement: it is not theirs to read', async (as) => {
    expect(await statement(world, waived, as && f.people[as]!)).toBeNull();
  });

  test.each(others)('by %s, from the roll: what a member owes is shown to the two who may excuse', async (as) => {
    const row =
      '{ body(slug: "birch") { memberships(first: 100) { edges { node { id duesPaidUntil standing { inGoodStanding } duesStanding { state } } } } } }';
    const { data } = (await run(row, as)) as any;
    const shown = (data.body.memberships?.edges ?? [])
      .map(({ node }: any) => node)
      .find((node: any) => node.id === `Membership_${waived}`);
    expect(shown ?? null).toEqual(
      shown ? { id: shown.id, duesPaidUntil: null, standing: null, duesStanding: null } : null,
    );
  });

  test('the receipts the Auditor and the Convenor read name nobody; the transfers say neither who nor why', async () => {
    const books = `{ ledger(bodySlug: "birch") { owing(first: 5) { edges { node { name } } } jobs { kind }
      payments(first: 100) { edges { node { payerName reference membership { id } } } }
      transfers(first: 100) { edges { node ${everythingOf(schema(), 'LedgerTransfer', given, 1)} } } } }`;
    for (const as of ['odo', 'conny']) {
      const { data, errors } = (await run(books, as)) as any;
      expect(errors).toBeUndefined();
      for (const { node } of data.ledger.payments.edges)
        expect(node).toEqual({ payerName: null, reference: null, membership: null });
      expect(JSON.stringify(data.ledger.transfers)).not.toMatch(/quill|zadie|waive|excuse/i);
      expect(data.ledger).toMatchObject({ owing: null, jobs: [] });
    }
  });

  test('members read sums without what is asked and unpaid, and no transfer', async () => {
    const { data } = (await run(
      '{ ledger(bodySlug: "birch") { accounts { kind } transfers(first: 5) { edges { node { number } } } payments(first: 5) { edges { node { number } } } } }',
      'bob',
    )) as any;
    expect(data.ledger.transfers).toBeNull();
    expect(data.ledger.payments).toBeNull();
    expect(data.ledger.accounts.map(({ kind }: { kind: string }) => kind)).toEqual(
      expect.arrayContaining(['CASH', 'DUES_INCOME']),
    );
    expect(data.ledger.accounts.map(({ kind }: { kind: string }) => kind)).not.toContain('DUES_RECEIVABLE');
  });

  test('above, everything reads the same whether a member pays or is excused; the counts move alike', async () => {
    const p = await newMember('pia');
    const w = await newMember('wim');
    const above = ['rex', 'art', 'cat', null];
    const body = everythingOf(schema(), 'Body', given, 2);
    const seen = async () => {
      const all: unknown[] = [];
      for (const as of above) all.push((await run(`{ body(slug: "birch") ${body} federation ${body} }`, as)).data);
      return all;
    };
    const counts = async (as: string) =>
      ((await run('{ body(slug: "birch") { duesCounts { members settled withinGrace inArrears } } }', as)).data as any)
        .body.duesCounts;
    const without = (value: unknown) =>
      JSON.stringify(value, (key, inner: unknown) => (key === 'duesCounts' ? undefined : inner));
    const [before, countsBefore] = [await seen(), await counts('art')];
    await waive(world, w, yearEnd, ben());
    const [excused, countsExcused] = [await seen(), await counts('art')];
    await pay(world, p, ben());
    const [settled, countsSettled] = [await seen(), await counts('art')];
    expect(without(excused)).toEqual(without(before));
    expect(without(settled)).toEqual(without(before));
    const change = (a: any, b: any) => [
      b.settled - a.settled,
      b.withinGrace - a.withinGrace,
      b.inArrears - a.inArrears,
    ];
    expect(change(countsBefore, countsExcused)).toEqual(change(countsExcused, countsSettled));
    expect(countsSettled.settled).toBe(countsBefore.settled + 2);
  });

  test('in the public history a waiver and a payment leave the same trace, and asking leaves none', async () => {
    const p = await newMember('pat');
    await newMember('wyn');
    const records = async () =>
      (
        await sql<{
          type: string;
          body: any;
        }>`select r.type, r.body from history_record r left join history_pending q on q.record_id = r.id left join history_leaf l on l.record_id = r.id order by coalesce(l.seq, 1000000000 + q.turn)`.execute(
          world.db,
        )
      ).rows;
    const before = (await records()).length;
    await ask('wyn');
    expect(await records()).toHaveLength(before);
    await waive(world, f.memberships['wyn']!, yearEnd, ben());
    await pay(world, p, ben());
    const traces = (await records())
      .slice(before)
      .map(({ type, body }) => ({ type, ...body, digest: typeof body.digest }));
    expect(traces).toEqual([traces[0], traces[0]]);
    expect(traces[0]).toEqual({ type: 'deed', name: 'keepBooks', subject: null, actor: null, digest: 'string' });
  });

  test('both stand on the roll of a poll that opens, for it is frozen from the same standing', async () => {
    const { rows } = await sql<{
      good: boolean;
    }>`select good from member_standing(${f.bodies.birch}, current_date) where membership_id in (${paid}, ${waived})`.execute(
      world.db,
    );
    expect(rows).toEqual([{ good: true }, { good: true }]);
  });
});

test('the database keeps a waiver as it was granted', async () => {
  const run = (statement: string) =>
    sql
      .raw(statement)
      .execute(world.db)
      .then(() => 'done', databaseCode);
  expect(await run(`update dues_waiver set until_date = until_date + 1`)).toBe('MD040');
  expect(await run(`delete from dues_waiver`)).toBe('MD040');
  expect(await run(`truncate dues_waiver`)).toBe('MD040');
  expect(await run(`update dues_waiver_request set words = 'x'`)).toBe('MD040');
});
