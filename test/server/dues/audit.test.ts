// Who audits a body reads all of its books, writes notes that stay, and signs the sums of a period, which is then closed.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { charge, daysFromToday, deed, foundWithDues, pay, today } from '../../support/dues.js';
import { addMember, grantOffice, type Founded } from '../../support/founding.js';
import { collect, ledger, ownMoney, periodDeed } from '../../support/treasury.js';
import { newKey, openWorld, type World } from '../../support/world.js';

let world: World;
let f: Founded;
const as = (name: string) => f.people[name]!;
const alder = () => `Body_${f.bodies.alder}`;
beforeAll(async () => {
  world = await openWorld();
  f = await foundWithDues(world);
  await charge(world);
  await addMember(world, f, 'odo', 'alder');
  await grantOffice(world, as('odo'), f.bodies.alder, 'AUDITOR');
  await pay(world, f.memberships['amy']!, as('abe'));
});
afterAll(() => world.close());

const note = (text: string, by: string, number = 1) =>
  deed(
    world,
    'annotateTransfer',
    { id: newKey(), bodyId: alder(), number, text },
    as(by),
    '... on BooksChanged { ledger { slug } }',
  );
const notes = async (by: string) =>
  (await ledger(world, 'alder', as(by), 'transfers(first: 10) { edges { node { number notes { text } } } }'))?.[
    'transfers'
  ];

describe('a note', () => {
  test('is the Auditor’s, of that very body, on a transfer that is there', async () => {
    for (const name of ['abe', 'ada', 'amy', 'ben', 'art'])
      expect(await note('Seen.', name)).toMatchObject({ code: 'NOT_ALLOWED', rule: 'offices' });
    expect(await note('  ', 'odo')).toMatchObject({ code: 'TEXT_MISSING' });
    await expect(note('Seen.', 'odo', 99)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('stands beside the transfer for who reads it, and stays', async () => {
    await note('The receipt book agrees.', 'odo');
    await note('Looked at twice.', 'odo');
    const { edges } = await notes('abe');
    expect(edges.find(({ node }: any) => node.number === 1).node.notes).toEqual([
      { text: 'The receipt book agrees.' },
      { text: 'Looked at twice.' },
    ]);
    expect(await notes('amy')).toBeNull();
    await expect(sql`update transfer_note set text = 'x'`.execute(world.db)).rejects.toMatchObject({ code: 'MD040' });
  });
});

test('the Auditor reads every transfer and account; no member’s name is in what they read', async () => {
  const seen = await ledger(
    world,
    'alder',
    as('odo'),
    'accounts { kind name balance { amount } } transfers(first: 20) { edges { node { kind memo entries { kind amount { amount } } } } } payments(first: 20) { edges { node { number amount { amount } payerName } } }',
  );
  expect(seen!['transfers'].edges.length).toBeGreaterThan(1);
  expect(seen!['payments'].edges).toEqual([{ node: { number: 1, amount: { amount: '28.00' }, payerName: null } }]);
});

describe('a period', () => {
  let from: string;
  let until: string;
  beforeAll(async () => {
    from = await daysFromToday(world, -20);
    until = await daysFromToday(world, -10);
    await collect(world, f.bodies.alder, '12.00', as('abe'), { receivedOn: until });
  });
  const close = (by = 'abe', more: object = {}) =>
    periodDeed(world, 'closePeriod', { bodyId: alder(), from, until, ...more }, as(by));
  const sign = (periodId: string, by = 'odo') =>
    periodDeed(world, 'signPeriod', { periodId, words: 'All in order.' }, as(by));

  test('is prepared by the Treasurer once it is over', async () => {
    for (const name of ['odo', 'ada', 'ben'])
      expect(await close(name)).toMatchObject({ code: 'NOT_ALLOWED', rule: 'offices' });
    expect(await close('abe', { until: await today(world) })).toMatchObject({ code: 'PERIOD_NOT_OVER', rule: 'books' });
    expect(await close('abe', { until: '2020-01-01' })).toMatchObject({ code: 'PERIOD_INVALID' });
  });

  test('is signed by an Auditor who does not keep the books, and only as it was prepared; then it is closed for good', async () => {
    const { period } = await close();
    expect(period).toMatchObject({ closedAt: null, viewerCan: ['closePeriod'] });
    expect(period.closing.sums).toContainEqual({
      kind: 'INCOME',
      name: 'Collection',
      opening: { amount: '0.00' },
      closing: { amount: '-12.00' },
    });
    for (const name of ['abe', 'ada', 'ben'])
      expect(await sign(period.id, name)).toMatchObject({ code: 'NOT_ALLOWED' });
    await collect(world, f.bodies.alder, '3.00', as('abe'), { receivedOn: until });
    expect(await sign(period.id)).toMatchObject({ code: 'PERIOD_CHANGED', rule: 'books' });
    expect((await close())['period'].id).toBe(period.id);
    const signed = (await sign(period.id))['period'];
    expect(signed).toMatchObject({ closing: { words: 'All in order.' }, viewerCan: [] });
    expect(signed.closedAt).not.toBeNull();
    expect(await sign(period.id)).toMatchObject({ code: 'PERIOD_FIXED' });
    expect(await close()).toMatchObject({ code: 'PERIOD_FIXED' });
    expect(await collect(world, f.bodies.alder, '1.00', as('abe'), { receivedOn: until })).toMatchObject({
      code: 'PERIOD_CLOSED',
    });
    expect(
      await close('abe', { from: await daysFromToday(world, -15), until: await daysFromToday(world, -2) }),
    ).toMatchObject({ code: 'PERIOD_FIXED' });
  });

  test('is not signed by who is Treasurer as well, nor by who prepared it', async () => {
    const early = { from: await daysFromToday(world, -60), until: await daysFromToday(world, -50) };
    const { period } = await close('abe', early);
    await grantOffice(world, as('abe'), f.bodies.alder, 'AUDITOR');
    expect(await sign(period.id, 'abe')).toMatchObject({ code: 'NOT_ALLOWED', rule: 'offices' });
    await expect(
      sql`update period_account set signed_by_id = prepared_by_id, signed_at = now() where period_id = ${period.id.slice('BookPeriod_'.length)}`.execute(
        world.db,
      ),
    ).rejects.toMatchObject({ code: '23514' });
  });
});

describe('the body’s own money', () => {
  const money = (amount: string) => ({ amount: { amount, currency: 'USD' } });
  const birch = (name: string, input: object, by = 'ben') =>
    ownMoney(world, name, f.bodies.birch, { id: newKey(), ...input }, as(by));
  const opening = async () => ({
    currency: 'USD',
    openedOn: await today(world),
    money: [
      { kind: 'CASH', amount: '40.00' },
      { kind: 'BANK', bank: 'Credit union', amount: '200.00' },
    ],
    funds: [{ name: 'Strike', amount: '50.00' }],
  });

  test('is what was there when the books were opened, once', async () => {
    expect(await birch('openBooks', await opening(), 'bea')).toMatchObject({ code: 'NOT_ALLOWED' });
    const funds = [{ name: 'Strike', amount: '240.01' }];
    expect(await birch('openBooks', { ...(await opening()), funds })).toMatchObject({ code: 'FUNDS_TOO_LARGE' });
    const { ledger: opened } = await birch('openBooks', await opening());
    expect(opened.accounts).toContainEqual({
      kind: 'OPENING',
      name: '',
      balance: { amount: '-190.00', currency: 'USD' },
      withBody: null,
    });
    expect(await birch('openBooks', await opening())).toMatchObject({ code: 'OPENED_ALREADY', rule: 'books' });
  });

  test('is carried from one place to another, never out of an empty one', async () => {
    const movedOn = await today(world);
    const [cash, bank] = [{ kind: 'CASH' }, { kind: 'BANK', bank: 'Credit union' }];
    expect(await birch('moveMoney', { from: cash, to: cash, ...money('1.00'), movedOn })).toMatchObject({
      code: 'SAME_PLACE',
    });
    expect(await birch('moveMoney', { from: cash, to: { kind: 'CARD' }, ...money('1.00'), movedOn })).toMatchObject({
      code: 'NOT_TO_CARD',
    });
    expect(await birch('moveMoney', { from: cash, to: bank, ...money('40.01'), movedOn })).toMatchObject({
      code: 'NOT_ENOUGH_MONEY',
    });
    const { ledger: after } = await birch('moveMoney', { from: cash, to: bank, ...money('15.00'), movedOn });
    expect(after.accounts).toContainEqual(
      expect.objectContaining({ kind: 'BANK', balance: { amount: '215.00', currency: 'USD' } }),
    );
  });

  test('entered by mistake is undone by a transfer that points at it, once', async () => {
    const { ledger: books } = await birch('recordIncome', {
      source: 'Raffle',
      to: { kind: 'CASH' },
      ...money('7.00'),
      receivedOn: await today(world),
    });
    expect(books.slug).toBe('birch');
    const { rows } = await sql<{
      number: number;
    }>`select max(number)::int as number from ledger_transfer where body_id = ${f.bodies.birch}`.execute(world.db);
    const undo = (number: number) =>
      ownMoney(
        world,
        'reverseTransfer',
        f.bodies.birch,
        { idempotencyKey: newKey(), number, reason: 'It was another raffle.' },
        as('ben'),
      );
    expect(await undo(rows[0]!.number)).toMatchObject({ ledger: { slug: 'birch' } });
    expect(await undo(rows[0]!.number)).toMatchObject({ code: 'ALREADY_REVERSED' });
    expect(await undo(1)).toMatchObject({ code: 'NOT_REVERSIBLE', values: { kind: 'CHARGES' } });
  });
});
