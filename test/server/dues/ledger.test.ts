// The books: what they hold to, whoever writes and however many at once; the walls are hit in plain SQL.
import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { databaseCode } from '../../../server/errors.js';
import { post, reverse, type Entry, type Posting } from '../../../server/dues/ledger.js';
import { found, type Founded } from '../../support/founding.js';
import { openWorld, type World } from '../../support/world.js';

let world: World;
let f: Founded;
let today: string;
beforeAll(async () => {
  world = await openWorld();
  f = await found(world);
  today = (await sql<{ day: string }>`select current_date::text as day`.execute(world.db)).rows[0]!.day;
});
afterAll(() => world.close());

/** A body of its own for each test, so that its books begin empty. */
let body: string;
beforeEach(async () => {
  body = randomUUID();
  await world.db
    .insertInto('body')
    .values({
      id: body,
      kind: 'LOCAL_GROUP',
      parent_id: f.bodies.north,
      name: 'Elm',
      slug: `elm-${body}`,
      state: 'AFFILIATED',
    })
    .execute();
});

const cash = (amount: bigint, currency = 'USD'): Entry => ({ account: { kind: 'CASH', currency }, amount });
const opening = (amount: bigint, currency = 'USD'): Entry => ({ account: { kind: 'OPENING', currency }, amount });
const posting = (entries: Entry[], more: Partial<Posting> = {}): Posting => ({
  bodyId: body,
  id: randomUUID(),
  kind: 'OPENING',
  bookedOn: today,
  entries,
  ...more,
});
const open = (amount: bigint, more: Partial<Posting> = {}) =>
  post(world.db, posting([cash(amount), opening(-amount)], more));
const codeOf = (work: Promise<unknown>) => work.then(() => 'done', databaseCode);
const run = (statement: string) => codeOf(sql.raw(statement).execute(world.db));
const balances = async () =>
  Object.fromEntries(
    (
      await world.db
        .selectFrom('ledger_account')
        .select(['kind', 'currency', 'balance'])
        .where('body_id', '=', body)
        .execute()
    ).map(({ kind, currency, balance }) => [`${kind} ${currency}`, BigInt(balance)]),
  );
const transfers = () =>
  world.db
    .selectFrom('ledger_transfer')
    .selectAll()
    .where('body_id', '=', body)
    .orderBy(sql`number`)
    .execute();

describe('a transfer', () => {
  test('moves the balances of its accounts by its entries, and is numbered from 1 in its body', async () => {
    expect((await open(2800n)).number).toBe(1);
    expect((await open(100n)).number).toBe(2);
    expect(await balances()).toEqual({ 'CASH USD': 2900n, 'OPENING USD': -2900n });
  });

  test('sums to zero in every currency by itself', async () => {
    expect(await codeOf(post(world.db, posting([cash(100n), opening(-99n)])))).toBe('MD045');
    expect(await codeOf(post(world.db, posting([cash(100n), opening(-100n, 'EUR')])))).toBe('MD045');
    await post(world.db, posting([cash(100n), opening(-100n), cash(7n, 'EUR'), opening(-7n, 'EUR')]));
    expect(await balances()).toEqual({ 'CASH USD': 100n, 'OPENING USD': -100n, 'CASH EUR': 7n, 'OPENING EUR': -7n });
  });

  test('has at least two entries', async () => {
    expect(await codeOf(post(world.db, posting([])))).toBe('23514');
    expect(await codeOf(post(world.db, posting([cash(5n), cash(-5n)])))).toBe('23514');
  });

  test('posted again under its id is booked once; something else under that id is refused', async () => {
    const id = randomUUID();
    const first = await open(2800n, { id });
    expect(await open(2800n, { id })).toEqual(first);
    expect(await codeOf(open(2801n, { id }))).toBe('MD048');
    expect(await codeOf(open(2800n, { id, memo: 'another' }))).toBe('MD048');
    expect(await balances()).toEqual({ 'CASH USD': 2800n, 'OPENING USD': -2800n });
  });

  test('is not booked on a day that has not come', async () => {
    const { rows } = await sql<{ day: string }>`select (current_date + 1)::text as day`.execute(world.db);
    expect(await codeOf(open(1n, { bookedOn: rows[0]!.day }))).toBe('MD042');
  });

  test('takes no more out of cash or a bank account than there is', async () => {
    await open(100n);
    expect(await codeOf(open(-101n))).toBe('MD046');
    await open(-100n);
    expect(await balances()).toEqual({ 'CASH USD': 0n, 'OPENING USD': 0n });
  });

  test('has entries on accounts of its own body alone', async () => {
    const { rows } = await sql<{ id: string }>`select open_account(${f.bodies.north}, 'CASH', 'USD') as id`.execute(
      world.db,
    );
    const theirs = rows[0]!.id;
    expect(
      await run(`select post_transfer('${body}', gen_random_uuid(), 'OPENING', current_date,
        array[open_account('${body}', 'OPENING', 'USD'), '${theirs}'], array[-1, 1]::bigint[])`),
    ).toBe('23503');
  });
});

describe('a mistake', () => {
  test('is put right by a transfer that undoes every entry and points at it, once', async () => {
    const { number } = await open(2800n);
    const undone = await reverse(world.db, { bodyId: body, id: randomUUID(), number, bookedOn: today });
    expect(await balances()).toEqual({ 'CASH USD': 0n, 'OPENING USD': 0n });
    expect((await transfers()).map(({ kind, reverses }) => [kind, reverses])).toEqual([
      ['OPENING', null],
      ['REVERSAL', '1'],
    ]);
    expect(await codeOf(reverse(world.db, { bodyId: body, id: randomUUID(), number, bookedOn: today }))).toBe('MD044');
    expect(
      await codeOf(reverse(world.db, { bodyId: body, id: randomUUID(), number: undone.number, bookedOn: today })),
    ).toBe('MD044');
  });

  test('is not half undone', async () => {
    await open(2800n);
    expect(
      await run(`select post_transfer('${body}', gen_random_uuid(), 'REVERSAL', current_date,
        array[open_account('${body}', 'CASH', 'USD'), open_account('${body}', 'OPENING', 'USD')], array[-1, 1]::bigint[], to_reverse => 1)`),
    ).toBe('MD044');
  });
});

describe('what is written stays', () => {
  test('transfers, entries, accounts and chains refuse UPDATE, DELETE and TRUNCATE', async () => {
    await open(2800n);
    for (const table of ['ledger_transfer', 'ledger_entry', 'ledger_account', 'ledger_chain']) {
      expect(await run(`delete from ${table}`)).toBe('MD040');
      expect(await run(`truncate ${table} cascade`)).toBe('MD040');
    }
    expect(await run(`update ledger_transfer set memo = 'x'`)).toBe('MD040');
    expect(await run(`update ledger_entry set amount = amount + 1`)).toBe('MD040');
    expect(await run(`update ledger_account set name = 'x'`)).toBe('MD040');
  });

  test('a balance moves only by entries, and no account begins with one', async () => {
    await open(2800n);
    expect(await run(`update ledger_account set balance = 0 where body_id = '${body}'`)).toBe('MD040');
    expect(
      await run(
        `insert into ledger_account (id, body_id, kind, currency, balance) values (gen_random_uuid(), '${body}', 'BANK', 'USD', 5)`,
      ),
    ).toBe('MD040');
  });

  test('a chain moves only by transfers', async () => {
    await open(2800n);
    expect(await run(`update ledger_chain set number = 0 where body_id = '${body}'`)).toBe('MD040');
    expect(await run(`insert into ledger_chain (body_id, number) values ('${f.bodies.south}', 3)`)).toBe('MD040');
  });

  test('entries are not added to a transfer that stands, even where they balance', async () => {
    await open(2800n);
    expect(
      await run(
        `insert into ledger_entry select body_id, number, line + 2, account_id, currency, amount from ledger_entry where body_id = '${body}'`,
      ),
    ).toBe('MD041');
  });

  test('a transfer that bears a wrong number, a wrong past or a wrong hash does not enter, nor one without entries', async () => {
    await open(2800n);
    const forged = (number: string, prev: string) =>
      run(`insert into ledger_transfer select body_id, ${number}, gen_random_uuid(), kind, booked_on, posted_at, memo, source_id, digest, reverses, by_person_id,
        lines, ${prev}, hash from ledger_transfer where body_id = '${body}' and number = 1`);
    expect(await forged('3', 'hash')).toBe('MD041');
    expect(await forged('2', 'prev_hash')).toBe('MD041');
    expect(await forged('2', 'hash')).toBe('MD045');
    const withEntries = codeOf(
      world.db.transaction().execute(async (tx) => {
        await sql`insert into ledger_transfer select body_id, 2, gen_random_uuid(), kind, booked_on, posted_at, memo, source_id, digest, reverses, by_person_id,
          lines, hash, hash from ledger_transfer where body_id = ${body} and number = 1`.execute(tx);
        await sql`insert into ledger_entry select body_id, 2, line, account_id, currency, amount from ledger_entry where body_id = ${body}`.execute(
          tx,
        );
      }),
    );
    expect(await withEntries).toBe('MD041');
  });
});

test('each transfer holds the hash of the one before it, and anyone can take it again from the rows', async () => {
  await open(2800n, { memo: 'what was in the box', byPersonId: f.people['ada']!, digest: Buffer.alloc(32, 7) });
  await open(100n, { sourceId: randomUUID() });
  await reverse(world.db, { bodyId: body, id: randomUUID(), number: 2, bookedOn: today });
  let prev = Buffer.alloc(32);
  for (const t of await transfers()) {
    const { rows } = await sql<{
      at: string;
    }>`select to_char(${t.posted_at}::timestamptz at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at`.execute(
      world.db,
    );
    const entries = await world.db
      .selectFrom('ledger_entry')
      .select(['account_id', 'currency', 'amount'])
      .where('body_id', '=', body)
      .where('number', '=', t.number)
      .orderBy('line')
      .execute();
    const lines = [
      'mandate-ledger-v1',
      prev.toString('hex'),
      body,
      t.number,
      t.id,
      t.kind,
      today,
      rows[0]!.at,
      t.memo,
      t.source_id ?? '-',
      t.digest?.toString('hex') ?? '-',
      t.reverses ?? '-',
      t.by_person_id ?? '-',
      ...entries.map((e) => `${e.account_id} ${e.currency} ${e.amount}`),
    ];
    prev = createHash('sha256')
      .update(`${lines.join('\n')}\n`)
      .digest();
    expect(t.hash).toEqual(prev);
  }
});

describe('a period', () => {
  const period = (from: string, until: string, closed: string) =>
    run(
      `insert into book_period (id, body_id, from_date, until_date, closed_at) values (gen_random_uuid(), '${body}', current_date + ${from}, current_date + ${until}, ${closed})`,
    );

  test('once closed, takes nothing more; days outside it do', async () => {
    await open(2800n);
    expect(await period('-20', '-10', 'now()')).toBe('done');
    const on = async (days: number) =>
      (await sql<{ day: string }>`select (current_date + ${days}::int)::text as day`.execute(world.db)).rows[0]!.day;
    for (const days of [-20, -10]) expect(await codeOf(open(1n, { bookedOn: await on(days) }))).toBe('MD043');
    for (const days of [-21, -9, 0]) expect(await codeOf(open(1n, { bookedOn: await on(days) }))).toBe('done');
  });

  test('stays closed, keeps its days, and overlaps no other', async () => {
    expect(await period('-20', '-10', 'null')).toBe('done');
    expect(await period('-15', '-5', 'null')).toBe('MD047');
    expect(await run(`update book_period set until_date = current_date where body_id = '${body}'`)).toBe('MD047');
    expect(await run(`update book_period set closed_at = now() where body_id = '${body}'`)).toBe('done');
    expect(await run(`update book_period set closed_at = null where body_id = '${body}'`)).toBe('MD047');
    expect(await run(`delete from book_period where body_id = '${body}'`)).toBe('MD040');
  });
});

test('sixteen who post in one body at once, with every posting sent twice, book each once and leave no gap', async () => {
  await open(1_000_000n);
  const ids = Array.from({ length: 80 }, () => randomUUID());
  const work = ids.flatMap((id, i) => [id, id].map(() => () => open(i % 3 === 0 ? -5n : 7n, { id })));
  const writers = Array.from({ length: 16 }, async () => {
    for (let next = work.pop(); next; next = work.pop()) await next();
  });
  await Promise.all(writers);
  const all = await transfers();
  expect(all.map(({ number }) => Number(number))).toEqual(Array.from({ length: 81 }, (_, i) => i + 1));
  expect(new Set(all.map(({ id }) => id)).size).toBe(81);
  const expected = ids.reduce((sum, _, i) => sum + (i % 3 === 0 ? -5n : 7n), 1_000_000n);
  expect(await balances()).toEqual({ 'CASH USD': expected, 'OPENING USD': -expected });
});
