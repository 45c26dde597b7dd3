// What a group collected for the bodies above: passed up, received, disputed, asked by head-count. Each side books its own
// part, and nobody above reads a name.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { checkDatabase } from '../../../server/checks/index.js';
import { settleBetween } from '../../../server/dues/remittances/settleBetween.js';
import { remittanceMoves } from '../../../server/dues/remittances/remittance.js';
import {
  balances,
  charge,
  daysFromToday,
  foundWithDues,
  halfFifthThreeTenths,
  oldSchedule,
  owesFromNow,
  today,
  waive,
} from '../../support/dues.js';
import { addMember, found, foundingRules, grantOffice, type Founded } from '../../support/founding.js';
import { answerRemittance, collect, confirm, ledger, paidBy, perCapitaDeed, remit } from '../../support/treasury.js';
import { newKey, openWorld, type World } from '../../support/world.js';

let world: World;
let f: Founded;
let as: (name: string) => string;
beforeEach(async () => {
  world = await openWorld();
  f = await foundWithDues(world);
  as = (name) => f.people[name]!;
  await addMember(world, f, 'nia', 'birch');
  await addMember(world, f, 'sol', 'cedar');
  await grantOffice(world, as('nia'), f.bodies.north, 'TREASURER');
  await grantOffice(world, as('sol'), f.bodies.south, 'TREASURER');
  await charge(world);
});
// A world each: what is open between two bodies is a matter of all that came before.
afterEach(() => world.close());

const checked = async () => {
  const { checks } = await checkDatabase(world.db, world.services.sequencer.signer);
  expect(checks.filter(({ ok, name }) => !ok && name.startsWith('books'))).toEqual([]);
};

test('a group’s shares are passed up, received, and stand alike in both books', async () => {
  await paidBy(world, f, ['ada', 'amy'], 'abe');
  const { remittance } = await remit(world, f.bodies.alder, f.bodies.north, '11.20', as('abe'));
  expect(remittance).toMatchObject({
    state: 'SENT',
    amount: { amount: '11.20', currency: 'USD' },
    parts: [{ purpose: '', amount: { amount: '11.20' } }],
    body: { slug: 'alder' },
    toBody: { slug: 'north' },
    viewerCan: ['withdrawRemittance'],
  });
  expect(await balances(world, f.bodies.alder)).toEqual([
    'CASH: 44.80 USD',
    'CLEARING north: 11.20 USD',
    'DUES_CHARGED: -84.00 USD',
    'DUES_INCOME: -28.00 USD',
    'DUES_RECEIVABLE: 84.00 USD',
    'PER_CAPITA_PAYABLE federation: -16.80 USD',
    'PER_CAPITA_PAYABLE north: -11.20 USD',
  ]);
  expect(await balances(world, f.bodies.north)).toEqual([]);
  const told = await confirm(world, remittance.id, as('nia'));
  expect(told['remittance']).toMatchObject({
    state: 'RECEIVED',
    receivedOn: await today(world),
    events: [{ state: 'SENT' }, { state: 'RECEIVED' }],
    viewerCan: [],
  });
  expect(await balances(world, f.bodies.north)).toEqual(['CASH: 11.20 USD', 'PER_CAPITA_INCOME alder: -11.20 USD']);
  const after = await balances(world, f.bodies.alder);
  expect(after).not.toContain('CLEARING north: 11.20 USD');
  expect(after).not.toContain('PER_CAPITA_PAYABLE north: -11.20 USD');
  await settleBetween(world.clock());
  expect(await balances(world, f.bodies.alder)).toEqual(after);
  await checked();
});

test('no transfer spans two bodies: each of the three is in one body’s own chain', async () => {
  await paidBy(world, f, ['ada'], 'abe');
  const { remittance } = await remit(world, f.bodies.alder, f.bodies.north, '5.60', as('abe'));
  await confirm(world, remittance.id, as('nia'));
  const { rows } = await sql<{ slug: string; kind: string }>`
    select b.slug, t.kind from ledger_transfer t join body b on b.id = t.body_id where t.source_id = ${remittance.id.slice('Remittance_'.length)} order by t.posted_at`.execute(
    world.db,
  );
  expect(rows).toEqual([
    { slug: 'alder', kind: 'REMITTANCE_SENT' },
    { slug: 'north', kind: 'REMITTANCE_RECEIVED' },
    { slug: 'alder', kind: 'REMITTED' },
  ]);
});

describe('is refused, and nothing is booked:', () => {
  beforeEach(() => paidBy(world, f, ['ada'], 'abe'));
  const unchanged = async (deed: () => Promise<object>, refusal: object) => {
    const before = await balances(world, f.bodies.alder);
    expect(await deed()).toMatchObject(refusal);
    expect(await balances(world, f.bodies.alder)).toEqual(before);
  };
  const send = (amount: string, by = 'abe', more: object = {}) =>
    remit(world, f.bodies.alder, f.bodies.north, amount, as(by), more);

  test('by anybody but the Treasurer of the body', async () => {
    for (const name of ['ada', 'amy', 'nia', 'art'])
      await unchanged(() => send('5.60', name), { code: 'NOT_ALLOWED', rule: 'offices' });
  });
  test('more than is owed', () =>
    unchanged(() => send('5.61'), { code: 'MORE_THAN_OWED', rule: 'books', values: { most: '5.60' } }));
  test('what is on its way already', async () => {
    await send('5.60');
    await unchanged(() => send('0.01'), { code: 'MORE_THAN_OWED', values: { most: '0.00' } });
  });
  test('to a body that has no share', () =>
    unchanged(() => remit(world, f.bodies.alder, f.bodies.south, '1.00', as('abe')), { code: 'MORE_THAN_OWED' }));
  test('nothing, and less', async () => {
    await unchanged(() => send('0.00'), { code: 'AMOUNT_NOT_POSITIVE' });
    await unchanged(() => send('-1.00'), { code: 'AMOUNT_NOT_POSITIVE' });
  });
  test('a day that has not come', async () => {
    const sentOn = await daysFromToday(world, 1);
    await unchanged(() => send('5.60', 'abe', { sentOn }), { code: 'FUTURE_DATE', field: 'sentOn' });
  });
  test('a period that ends before it begins', () =>
    unchanged(() => send('5.60', 'abe', { periodUntil: '2020-01-01' }), { code: 'PERIOD_INVALID' }));
  test('money that is not in the account', () =>
    unchanged(() => send('5.60', 'abe', { method: 'TRANSFER' }), { code: 'NOT_ENOUGH_MONEY' }));
  test('a card', async () => {
    await expect(send('5.60', 'abe', { method: 'CARD' })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});

test('sent again under its id it is sent once; six Treasurers at once cannot send more than is owed', async () => {
  await paidBy(world, f, ['ada'], 'abe');
  const id = newKey();
  const [one, two] = await Promise.all([
    remit(world, f.bodies.alder, f.bodies.north, '1.60', as('abe'), { id }),
    remit(world, f.bodies.alder, f.bodies.north, '1.60', as('abe'), { id }),
  ]);
  expect(two).toEqual(one);
  const many = await Promise.all(
    Array.from({ length: 6 }, () => remit(world, f.bodies.alder, f.bodies.north, '1.00', as('abe'))),
  );
  expect(many.filter((told) => told['remittance'])).toHaveLength(4);
  expect(many.filter((told) => told['code'] === 'MORE_THAN_OWED')).toHaveLength(2);
  await checked();
});

describe('a remittance that has not come', () => {
  let id: string;
  beforeEach(async () => {
    await paidBy(world, f, ['ada'], 'abe');
    id = (await remit(world, f.bodies.alder, f.bodies.north, '5.60', as('abe')))['remittance'].id;
  });

  test('is disputed with a reason, withdrawn by its sender, and sent anew', async () => {
    expect(await answerRemittance(world, 'disputeRemittance', id, as('nia'), ' ')).toMatchObject({
      code: 'TEXT_MISSING',
    });
    const disputed = (await answerRemittance(world, 'disputeRemittance', id, as('nia')))['remittance'];
    expect(disputed).toMatchObject({
      state: 'DISPUTED',
      events: [{ state: 'SENT' }, { state: 'DISPUTED', reason: 'The envelope was empty.' }],
      viewerCan: ['confirmRemittance'],
    });
    const back = await answerRemittance(world, 'withdrawRemittance', id, as('abe'), 'It lay in the drawer.');
    expect(back['remittance']).toMatchObject({ state: 'WITHDRAWN', viewerCan: [] });
    expect(await balances(world, f.bodies.alder)).toContain('CASH: 28.00 USD');
    const again = (await remit(world, f.bodies.alder, f.bodies.north, '5.60', as('abe')))['remittance'];
    expect(await confirm(world, again.id, as('nia'))).toMatchObject({ remittance: { state: 'RECEIVED' } });
    await checked();
  });

  test('may arrive after all', async () => {
    await answerRemittance(world, 'disputeRemittance', id, as('nia'));
    expect(await confirm(world, id, as('nia'))).toMatchObject({ remittance: { state: 'RECEIVED' } });
    await checked();
  });

  test('moves only as the table of its states says, in the code and in the database', async () => {
    expect(remittanceMoves.RECEIVED).toEqual([]);
    await confirm(world, id, as('nia'));
    for (const deed of ['disputeRemittance', 'withdrawRemittance'] as const)
      expect(await answerRemittance(world, deed, id, as(deed === 'disputeRemittance' ? 'nia' : 'abe'))).toMatchObject({
        code: 'WRONG_STATE',
      });
    expect(await confirm(world, id, as('nia'))).toMatchObject({ code: 'WRONG_STATE' });
    const local = id.slice('Remittance_'.length);
    await expect(sql`update remittance set amount = 1 where id = ${local}`.execute(world.db)).rejects.toMatchObject({
      code: 'MD060',
    });
    await expect(sql`delete from remittance where id = ${local}`.execute(world.db)).rejects.toMatchObject({
      code: 'MD040',
    });
  });

  test('is confirmed and disputed by the other Treasurer alone, withdrawn by its sender alone', async () => {
    for (const name of ['abe', 'ada', 'sol', 'art'])
      for (const told of [
        await confirm(world, id, as(name)),
        await answerRemittance(world, 'disputeRemittance', id, as(name)),
      ])
        expect(told).toMatchObject({ code: 'NOT_ALLOWED', rule: 'offices' });
    expect(await answerRemittance(world, 'withdrawRemittance', id, as('nia'))).toMatchObject({ code: 'NOT_ALLOWED' });
  });

  test('cannot have come before it was sent', async () => {
    const receivedOn = await daysFromToday(world, -1);
    expect(await confirm(world, id, as('nia'), { receivedOn })).toMatchObject({ code: 'BEFORE_SENT' });
  });
});

describe('the statement of what a body owes above', () => {
  test('has each purpose with its lines, and no more in it for who was excused', async () => {
    const year = (await today(world)).slice(0, 4);
    await waive(world, f.memberships['ann']!, `${year}-12-31`, as('ada'));
    await paidBy(world, f, ['ada', 'amy'], 'abe');
    const { remittance } = await remit(world, f.bodies.alder, f.bodies.north, '5.60', as('abe'));
    await confirm(world, remittance.id, as('nia'));
    await remit(world, f.bodies.alder, f.bodies.north, '2.00', as('abe'));
    const { owedAbove } = (await ledger(
      world,
      'alder',
      as('abe'),
      `owedAbove(from: "${year}-01-01", until: "${year}-12-31") { purpose toBody { slug } before { amount } lines { kind amount { amount } } after { amount } onItsWay { amount } open { amount } }`,
    ))!;
    expect(owedAbove.find((row: any) => row.toBody.slug === 'north')).toEqual({
      purpose: '',
      toBody: { slug: 'north' },
      before: { amount: '0.00' },
      lines: [
        { kind: 'PAYMENT', amount: { amount: '11.20' } },
        { kind: 'REMITTED', amount: { amount: '-5.60' } },
      ],
      after: { amount: '5.60' },
      onItsWay: { amount: '2.00' },
      open: { amount: '3.60' },
    });
  });
});

describe('the late list', () => {
  /** Anew, with dues and a division that were decided years ago: the database alone can say so. */
  const dividedForLong = async () => {
    await world.close();
    world = await openWorld();
    f = await found(world);
    await owesFromNow(world);
    await grantOffice(world, as('abe'), f.bodies.alder, 'TREASURER');
    await grantOffice(world, as('art'), f.bodies.federation, 'TREASURER');
    await oldSchedule(world, f.bodies.federation);
    await sql`insert into dues_split (id, body_id, version, valid_from, shares)
      values (gen_random_uuid(), ${f.bodies.federation}, 1, '2020-01-01', ${JSON.stringify(halfFifthThreeTenths.map((share) => ({ purpose: '', until: null, ...share })))})`.execute(
      world.db,
    );
    await charge(world);
  };
  const rules = 'late { periods since amount { amount } toBody { slug } }';

  test('counts the periods of the rule book that are over, past their days and not passed up', async () => {
    await dividedForLong();
    // A year ago and more: whatever today is, those quarters are over.
    const back = async (days: number) => daysFromToday(world, -days);
    await paidBy(world, f, ['ada'], 'abe', { receivedOn: await back(400) });
    await paidBy(world, f, ['amy'], 'abe', { receivedOn: await back(270) });
    const late = (await ledger(world, 'alder', as('abe'), rules))!['late'] as any[];
    expect(late.find(({ toBody }) => toBody.slug === 'north')).toMatchObject({
      periods: 2,
      amount: { amount: '11.20' },
    });
    const counts = (await ledger(
      world,
      'federation',
      as('art'),
      'remittingCounts { groups inTime late region { slug } }',
    ))!;
    expect(counts['remittingCounts']).toEqual(
      expect.arrayContaining([
        { groups: 2, inTime: 1, late: 1, region: { slug: 'north' } },
        { groups: 1, inTime: 1, late: 0, region: { slug: 'south' } },
      ]),
    );
    await remit(world, f.bodies.alder, f.bodies.north, '5.60', as('abe'));
    const less = (await ledger(world, 'alder', as('abe'), rules))!['late'] as any[];
    expect(less.find(({ toBody }) => toBody.slug === 'north')).toMatchObject({
      periods: 1,
      amount: { amount: '5.60' },
    });
    await remit(world, f.bodies.alder, f.bodies.north, '5.60', as('abe'));
    const none = (await ledger(world, 'alder', as('abe'), rules))!['late'] as any[];
    expect(none.map(({ toBody }) => toBody.slug)).toEqual(['federation']);
  });

  test('leaves alone what is within its days', async () => {
    await paidBy(world, f, ['ada'], 'abe');
    expect((await ledger(world, 'alder', as('abe'), rules))!['late']).toEqual([]);
  });

  test('goes by the body’s own rule book where that speaks', async () => {
    await dividedForLong();
    await paidBy(world, f, ['ada'], 'abe', { receivedOn: await daysFromToday(world, -400) });
    await paidBy(world, f, ['amy'], 'abe', { receivedOn: await daysFromToday(world, -270) });
    const dues = { ...foundingRules.dues, remitWithinDays: 365, remitEvery: 'YEAR' };
    await world.db
      .insertInto('rule_book')
      .values({ id: newKey(), body_id: f.bodies.alder, version: 1, rules: JSON.stringify({ dues }) })
      .execute();
    const late = (await ledger(world, 'alder', as('abe'), rules))!['late'] as any[];
    expect(late.map(({ periods }) => periods)).not.toContain(2);
  });
});

describe('what those above read', () => {
  test('is counts and sums: no name, no standing, nobody’s payment', async () => {
    await grantOffice(world, as('nia'), f.bodies.north, 'SECRETARY');
    await paidBy(world, f, ['ada', 'amy', 'ann'], 'abe');
    const { remittance } = await remit(world, f.bodies.alder, f.bodies.north, '11.20', as('abe'));
    const year = (await today(world)).slice(0, 4);
    for (const name of ['nia', 'art']) {
      const body = name === 'nia' ? 'north' : 'federation';
      const seen = await ledger(
        world,
        body,
        as(name),
        `remitting(first: 10, from: "${year}-01-01", until: "${year}-12-31") { edges { node { latePeriods body { slug } region { slug }
          sums { owed { amount } sent { amount } received { amount } disputed { amount } open { amount } } } } }`,
      );
      const more = await ledger(
        world,
        body,
        as(name),
        `remittances(first: 10, direction: RECEIVED) { edges { node { state amount { amount } parts { purpose } reference events { reason } } } }
        transfers(first: 20) { edges { node { kind memo entries { kind name } notes { text } } } } payments(first: 20) { edges { node { payerName } } }`,
      );
      expect(JSON.stringify([seen, more])).not.toMatch(/\b(ada|amy|ann|abe)\b/i);
      const alder = seen!['remitting'].edges.find(({ node }: any) => node.body.slug === 'alder').node;
      expect(alder.sums[0].owed.amount).toBe(name === 'nia' ? '16.80' : '25.20');
    }
    // The group’s own books are closed to them: they see neither its transfers nor its receipts.
    const own = await ledger(world, 'alder', as('nia'), 'transfers(first: 10) { edges { node { number } } }');
    expect(own).toBeNull();
    expect(remittance.reference).toBe('');
  });

  test('is for the officers of that body: a member of a group reads no list of other groups', async () => {
    const asMember = await ledger(
      world,
      'federation',
      as('bob'),
      'remitting(first: 10, from: "2026-01-01", until: "2026-12-31") { edges { node { latePeriods } } } remittingCounts { late }',
    );
    expect(asMember).toEqual({ remitting: null, remittingCounts: null });
  });
});

describe('per capita by head-count', () => {
  const ask = (by = 'nia', more: object = {}) =>
    perCapitaDeed(
      world,
      'askPerCapita',
      { id: newKey(), bodyId: `Body_${f.bodies.birch}`, toBodyId: `Body_${f.bodies.north}`, ...more },
      as(by),
    );
  const answer = (name: string, perCapitaId: string, by: string, more: object = {}) =>
    perCapitaDeed(world, name, { idempotencyKey: newKey(), perCapitaId, ...more }, as(by));

  test('counts members in good standing, who is excused alike, at the decided share; both agree before it is booked', async () => {
    const year = (await today(world)).slice(0, 4);
    await waive(world, f.memberships['bob']!, `${year}-12-31`, as('bea'));
    const { perCapita } = await ask();
    // bea, ben, bob and nia: within the grace each stands as good as one who has paid.
    expect(perCapita).toMatchObject({
      state: 'ASKED',
      members: 4,
      rate: { amount: '5.60' },
      amount: { amount: '22.40' },
      periodFrom: `${year}-01-01`,
      periodUntil: `${year}-12-31`,
      viewerCan: ['withdrawPerCapita'],
    });
    expect(await balances(world, f.bodies.north)).toEqual([]);
    expect(await answer('agreePerCapita', perCapita.id, 'nia')).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await answer('agreePerCapita', perCapita.id, 'ben')).toMatchObject({ perCapita: { state: 'AGREED' } });
    expect(await balances(world, f.bodies.north)).toEqual([
      'PER_CAPITA_INCOME birch: -22.40 USD',
      'PER_CAPITA_RECEIVABLE birch: 22.40 USD',
    ]);
    await collect(world, f.bodies.birch, '30.00', as('ben'));
    const { remittance } = await remit(world, f.bodies.birch, f.bodies.north, '22.40', as('ben'));
    await confirm(world, remittance.id, as('nia'));
    expect(await balances(world, f.bodies.north)).toEqual(['CASH: 22.40 USD', 'PER_CAPITA_INCOME birch: -22.40 USD']);
    await checked();
  });

  test('is declined with a reason, or withdrawn; asked once a period; and not where payments were shared', async () => {
    const { perCapita } = await ask();
    expect(await ask()).toMatchObject({ code: 'ASKED_ALREADY' });
    expect(await answer('declinePerCapita', perCapita.id, 'ben', { reason: '' })).toMatchObject({
      code: 'TEXT_MISSING',
    });
    expect(await answer('declinePerCapita', perCapita.id, 'ben', { reason: 'Two have left.' })).toMatchObject({
      perCapita: { state: 'DECLINED', reason: 'Two have left.' },
    });
    expect(await answer('agreePerCapita', perCapita.id, 'ben')).toMatchObject({ code: 'WRONG_STATE' });
    const second = (await ask())['perCapita'];
    expect(await answer('withdrawPerCapita', second.id, 'nia')).toMatchObject({ perCapita: { state: 'WITHDRAWN' } });
    await paidBy(world, f, ['bea'], 'ben');
    expect(await ask()).toMatchObject({ code: 'SHARED_ALREADY' });
  });

  test('is asked by the Treasurer of a body that has a share', async () => {
    expect(await ask('ben')).toMatchObject({ code: 'NOT_ALLOWED', rule: 'offices' });
    expect(await ask('sol', { toBodyId: `Body_${f.bodies.south}` })).toMatchObject({ code: 'NO_SHARE' });
  });
});
