// Money is spent by a decision and two persons: a carried motion, a proposal with its receipt, an approval by somebody else;
// never above what was authorised, however many approve at once, and never out of an empty fund.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { checkDatabase } from '../../../server/checks/index.js';
import { balances, charge, daysFromToday, foundWithDues, today } from '../../support/dues.js';
import { debated, submit } from '../../support/motions.js';
import { addMember, grantOffice, type Founded } from '../../support/founding.js';
import { authorise, collect, ledger, ownMoney, propose, spendingDeed, spendingFacts } from '../../support/treasury.js';
import { newKey, openWorld, type World } from '../../support/world.js';

let world: World;
let f: Founded;
const as = (name: string) => f.people[name]!;
beforeAll(async () => {
  world = await openWorld();
  f = await foundWithDues(world);
  await charge(world);
  await addMember(world, f, 'odo', 'alder');
  await addMember(world, f, 'con', 'alder');
  await grantOffice(world, as('odo'), f.bodies.alder, 'AUDITOR');
  await grantOffice(world, as('con'), f.bodies.alder, 'CONVENOR');
  await collect(world, f.bodies.alder, '1000.00', as('abe'));
});
afterAll(() => world.close());

const alder = () => f.bodies.alder;
const proposed = async (amount: string, by = 'amy', more: object = {}) =>
  (await propose(world, alder(), amount, as(by), more))['spending'];
const approve = (id: string, by: string, more: object = {}) => spendingDeed(world, 'approveSpending', id, as(by), more);

describe('a motion of kind AUTHORISE_SPENDING', () => {
  const moved = (payload: object) => submit(world, alder(), as('amy'), { kind: 'AUTHORISE_SPENDING', payload });

  test('names a sum, a purpose and a day, or is refused with the place', async () => {
    const until = await daysFromToday(world, 10);
    const good = { amount: '5.00', currency: 'USD', purpose: 'Tea', until };
    for (const [payload, field] of [
      [{ ...good, amount: '-5.00' }, 'payload.amount'],
      [{ ...good, amount: '5.001' }, 'payload.amount'],
      [{ ...good, currency: 'ZZZ' }, 'payload.currency'],
      [{ ...good, purpose: ' ' }, 'payload.purpose'],
      [{ ...good, until: '2020-01-01' }, 'payload.until'],
      [{ ...good, untl: until }, 'payload'],
    ] as const)
      expect(await moved(payload)).toMatchObject({ field });
  });

  test('executes itself into an authority that members read with what is left of it', async () => {
    const id = await authorise(world, f, { amount: '40', purpose: 'Hall hire' });
    const { authorities } = (await ledger(
      world,
      'alder',
      as('ann'),
      'authorities { id purpose fund until amount { amount } spent { amount } left { amount } proposal { state } }',
    ))!;
    expect(authorities.find((row: any) => row.id === id)).toMatchObject({
      purpose: 'Hall hire',
      fund: null,
      amount: { amount: '40.00' },
      spent: { amount: '0.00' },
      left: { amount: '40.00' },
      proposal: { state: 'CARRIED' },
    });
  });

  test('is the only way to one: the database asks for the carried motion', async () => {
    const motion = await debated(world, alder(), as('amy'), as('ann'));
    await expect(
      sql`insert into spending_authority (id, body_id, proposal_id, currency, amount, purpose, until_date)
        values (gen_random_uuid(), ${alder()}, ${motion['id'].slice('Proposal_'.length)}, 'USD', 1, 'x', '2099-01-01')`.execute(
        world.db,
      ),
    ).rejects.toMatchObject({ code: 'MD009' });
  });
});

test('is proposed by one, approved by another, and paid out of cash as an expense for its purpose', async () => {
  const authorityId = await authorise(world, f, { amount: '100.00', purpose: 'Leaflets' });
  const spending = await proposed('60.00', 'amy', { authorityId });
  expect(spending).toMatchObject({
    state: 'PROPOSED',
    mine: true,
    payee: 'Alder Print Shop',
    viewerCan: ['withdrawSpending'],
  });
  expect(await approve(spending.id, 'con')).toMatchObject({
    spending: {
      state: 'APPROVED',
      paidOn: await today(world),
      authority: { left: { amount: '40.00' } },
      viewerCan: [],
    },
  });
  const now = await balances(world, alder());
  expect(now).toContain('EXPENSE Leaflets: 60.00 USD');
  const [cash] = now.filter((line) => line.startsWith('CASH'));
  expect(cash).toBe('CASH: 940.00 USD');
});

describe('is refused, and nothing is booked:', () => {
  let authorityId: string;
  beforeAll(async () => {
    authorityId = await authorise(world, f, { amount: '50.00', purpose: 'Paint' });
  });
  const unchanged = async (deed: () => Promise<object>, refusal: object) => {
    const before = await balances(world, alder());
    expect(await deed()).toMatchObject(refusal);
    expect(await balances(world, alder())).toEqual(before);
  };

  test('without a decision', () =>
    unchanged(() => propose(world, alder(), '10.00', as('amy')), { code: 'NOT_AUTHORISED', rule: 'books' }));
  test('under another body’s decision', async () => {
    await unchanged(() => propose(world, f.bodies.birch, '10.00', as('ben'), { authorityId }), {
      code: 'NOT_AUTHORISED',
    });
  });
  test('above what was authorised', () =>
    unchanged(() => propose(world, alder(), '50.01', as('amy'), { authorityId }), { code: 'MORE_THAN_AUTHORISED' }));
  test('in another currency', () =>
    unchanged(
      () => propose(world, alder(), '1.00', as('amy'), { authorityId, amount: { amount: '1.00', currency: 'EUR' } }),
      {
        code: 'NOT_AUTHORISED',
      },
    ));
  test('by somebody of another group', () =>
    unchanged(() => propose(world, alder(), '1.00', as('bob'), { authorityId }), { code: 'NOT_ALLOWED' }));
  test('approved by its own author, whatever their office', async () => {
    const spending = await proposed('10.00', 'abe', { authorityId });
    await unchanged(() => approve(spending.id, 'abe'), { code: 'NOT_ALLOWED', rule: 'offices' });
    await expect(
      sql`update spending set state = 'REFUSED', reason = 'x', decided_by_id = author_id, decided_at = now() where id = ${spending.id.slice(9)}`.execute(
        world.db,
      ),
    ).rejects.toMatchObject({ code: '23514' });
  });
  test('approved by who holds none of the three offices', async () => {
    const spending = await proposed('10.00', 'amy', { authorityId });
    for (const name of ['ann', 'odo', 'ben', 'art'])
      await unchanged(() => approve(spending.id, name), { code: 'NOT_ALLOWED', rule: 'offices' });
  });
  test('after the day until which it was authorised', async () => {
    const over = await authorise(world, f, { amount: '50.00', purpose: 'Late' });
    const spending = await proposed('10.00', 'amy', { authorityId: over });
    await sql`alter table spending_authority disable trigger spending_authority_append_only`.execute(world.db);
    await sql`update spending_authority set until_date = current_date - 1 where id = ${over.slice('SpendingAuthority_'.length)}`.execute(
      world.db,
    );
    await sql`alter table spending_authority enable trigger spending_authority_append_only`.execute(world.db);
    await unchanged(() => approve(spending.id, 'con'), { code: 'AUTHORITY_OVER', rule: 'books' });
  });
  test('decided once: approved, refused or withdrawn, it stays so', async () => {
    const spending = await proposed('1.00', 'amy', { authorityId });
    expect(await spendingDeed(world, 'refuseSpending', spending.id, as('con'), { reason: ' ' })).toMatchObject({
      code: 'TEXT_MISSING',
    });
    expect(
      await spendingDeed(world, 'refuseSpending', spending.id, as('con'), { reason: 'Bought already.' }),
    ).toMatchObject({
      spending: { state: 'REFUSED', reason: 'Bought already.' },
    });
    await unchanged(() => approve(spending.id, 'con'), { code: 'WRONG_STATE' });
    const mine = await proposed('1.00', 'amy', { authorityId });
    expect(await spendingDeed(world, 'withdrawSpending', mine.id, as('con'))).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await spendingDeed(world, 'withdrawSpending', mine.id, as('amy'))).toMatchObject({
      spending: { state: 'WITHDRAWN' },
    });
  });
  test('more than is in the cash box', async () => {
    const rich = await authorise(world, f, { amount: '9000.00', purpose: 'A hall' });
    const spending = await proposed('8000.00', 'amy', { authorityId: rich });
    await unchanged(() => approve(spending.id, 'con'), { code: 'NOT_ENOUGH_MONEY' });
  });
});

test('twelve approvals at once never pay more than was authorised', async () => {
  const authorityId = await authorise(world, f, { amount: '50.00', purpose: 'Stamps' });
  const all = await Promise.all(Array.from({ length: 12 }, () => proposed('10.00', 'amy', { authorityId })));
  const told = await Promise.all(all.map(({ id }, i) => approve(id, ['con', 'abe', 'ada'][i % 3]!)));
  expect(told.filter((answer) => answer['spending']?.state === 'APPROVED')).toHaveLength(5);
  expect(told.filter((answer) => answer['code'] === 'MORE_THAN_AUTHORISED')).toHaveLength(7);
  expect(await balances(world, alder())).toContain('EXPENSE Stamps: 50.00 USD');
});

test('the database holds the same wall, for whoever comes past the code', async () => {
  const authorityId = (await authorise(world, f, { amount: '10.00', purpose: 'Glue' })).slice(
    'SpendingAuthority_'.length,
  );
  const { rows } = await sql<{ id: string }>`select id from ledger_transfer where body_id = ${alder()} limit 1`.execute(
    world.db,
  );
  const insert = (amount: number, paidOn: string) =>
    sql`insert into spending (id, body_id, authority_id, author_id, payee, words, currency, amount, paid_from, state, decided_by_id, decided_at, paid_on, transfer_id)
      values (gen_random_uuid(), ${alder()}, ${authorityId}, ${as('amy')}, 'x', 'x', 'USD', ${amount}, 'CASH', 'APPROVED', ${as('con')}, now(), ${paidOn}, ${rows[0]!.id})`.execute(
      world.db,
    );
  await expect(insert(1001, '2026-01-01')).rejects.toMatchObject({ code: 'MD063' });
  await expect(insert(1, '2199-01-01')).rejects.toMatchObject({ code: 'MD062' });
});

describe('a fund', () => {
  beforeAll(async () => {
    const aside = {
      id: newKey(),
      fund: 'Solidarity',
      amount: { amount: '100.00', currency: 'USD' },
      on: await today(world),
    };
    expect(await ownMoney(world, 'setAside', alder(), aside, as('abe'))).toMatchObject({ ledger: { slug: 'alder' } });
  });

  test('is asked by a member, without a name anybody else reads, and gives under an authority for it', async () => {
    const asked = await proposed('30.00', 'ann', { fund: 'Solidarity', payee: 'Ann', words: 'Rent, this month' });
    expect(asked).toMatchObject({ state: 'PROPOSED', fund: 'Solidarity', authority: null });
    expect(await approve(asked.id, 'con')).toMatchObject({ code: 'NOT_AUTHORISED' });
    const general = await authorise(world, f, { amount: '50.00', purpose: 'Anything' });
    expect(await approve(asked.id, 'con', { authorityId: general })).toMatchObject({ code: 'NOT_AUTHORISED' });
    const authorityId = await authorise(world, f, { amount: '90.00', purpose: 'Support', fund: 'Solidarity' });
    expect(await approve(asked.id, 'con', { authorityId })).toMatchObject({ spending: { state: 'APPROVED' } });
    expect(await balances(world, alder())).toContain('FUND Solidarity: -70.00 USD');
    const seen = await ledger(
      world,
      'alder',
      as('amy'),
      `spending(first: 20, state: APPROVED) { edges { node { ${spendingFacts} } } }`,
    );
    expect(seen!['spending'].edges.find(({ node }: any) => node.id === asked.id).node).toMatchObject({
      payee: null,
      words: null,
      authorName: null,
      reason: null,
      receipt: null,
      amount: { amount: '30.00' },
    });
    expect(JSON.stringify(seen)).not.toContain('Rent');
  });

  test('gives no more than is in it', async () => {
    const authorityId = await authorise(world, f, { amount: '500.00', purpose: 'Strike', fund: 'Solidarity' });
    const asked = await proposed('70.01', 'ann', { authorityId });
    expect(await approve(asked.id, 'con')).toMatchObject({ code: 'FUND_TOO_SMALL', rule: 'books' });
    const all = await Promise.all(Array.from({ length: 4 }, () => proposed('35.00', 'ann', { authorityId })));
    const told = await Promise.all(all.map(({ id }) => approve(id, 'con')));
    expect(told.filter((answer) => answer['spending'])).toHaveLength(2);
    expect((await balances(world, alder())).join()).not.toContain('FUND');
  });

  test('takes no more than is free: what is owed above and to members is not the body’s', async () => {
    const aside = {
      id: newKey(),
      fund: 'Strike',
      amount: { amount: '5000.00', currency: 'USD' },
      on: await today(world),
    };
    expect(await ownMoney(world, 'setAside', alder(), aside, as('abe'))).toMatchObject({
      code: 'NOT_FREE',
      rule: 'books',
    });
  });
});

describe('a receipt', () => {
  const pdf = Buffer.from('%PDF-1.7 a receipt');
  const put = async (id: string, by: string, bytes: Buffer = pdf) =>
    fetch(`${world.url}/uploads/${id}`, {
      method: 'PUT',
      headers: { cookie: await world.cookieOf(as(by)), 'content-type': 'application/octet-stream' },
      body: new Uint8Array(bytes),
    });
  const read = async (path: string, by: string | null) =>
    fetch(`${world.url}${path}`, { headers: by ? { cookie: await world.cookieOf(as(by)) } : {} });

  test('is kept with its digest, and read by the officers of the money and its author alone', async () => {
    const authorityId = await authorise(world, f, { purpose: 'Ink' });
    const receiptId = newKey();
    expect((await put(receiptId, 'amy')).status).toBe(204);
    const { id, receipt } = await proposed('9.00', 'amy', { authorityId, receiptId });
    expect(receipt).toMatchObject({ mediaType: 'application/pdf', path: `/receipts/${id.slice('Spending_'.length)}` });
    for (const name of ['amy', 'abe', 'odo', 'con']) {
      const response = await read(receipt.path, name);
      expect(response.status).toBe(200);
      expect(Buffer.from(await response.arrayBuffer())).toEqual(pdf);
      expect(response.headers.get('content-disposition')).toContain('attachment');
    }
    for (const name of ['ann', 'ben', 'art', null]) expect((await read(receipt.path, name)).status).toBe(404);
    expect((await read('/receipts/nothing', 'abe')).status).toBe(404);
  });

  test('is a PDF, a PNG or a JPEG of the author’s own; a table is none', async () => {
    const authorityId = await authorise(world, f, { purpose: 'Pens' });
    const table = newKey();
    await put(table, 'amy', Buffer.from('a,b\n1,2\n'));
    expect(await propose(world, alder(), '1.00', as('amy'), { authorityId, receiptId: table })).toMatchObject({
      code: 'UPLOAD_UNFIT',
    });
    const others = newKey();
    await put(others, 'ann');
    expect(await propose(world, alder(), '1.00', as('amy'), { authorityId, receiptId: others })).toMatchObject({
      code: 'UPLOAD_GONE',
    });
  });
});

test('after all that every invariant of the books holds', async () => {
  const { checks } = await checkDatabase(world.db, world.services.sequencer.signer);
  expect(checks.filter(({ name, ok }) => name.startsWith('books') && !ok)).toEqual([]);
});
