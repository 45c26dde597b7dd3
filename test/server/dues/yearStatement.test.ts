// The year of a body’s money in sums: what came, went up, was set aside and spent, and what is there; the same as flows and
// as a table that a spreadsheet shows and does not run.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { csvText } from '../../../server/dues/statements/bookFile.js';
import { charge, foundWithDues, statement, today, waive } from '../../support/dues.js';
import { addMember, grantOffice, type Founded } from '../../support/founding.js';
import {
  authorise,
  collect,
  confirm,
  ledger,
  ownMoney,
  paidBy,
  propose,
  remit,
  spendingDeed,
} from '../../support/treasury.js';
import { newKey, openWorld, type World } from '../../support/world.js';

let world: World;
let f: Founded;
let year: number;
const as = (name: string) => f.people[name]!;
const money = (amount: string) => ({ amount: { amount, currency: 'USD' } });

beforeAll(async () => {
  world = await openWorld();
  f = await foundWithDues(world);
  await charge(world);
  await addMember(world, f, 'con', 'alder');
  await addMember(world, f, 'nia', 'birch');
  await grantOffice(world, as('con'), f.bodies.alder, 'CONVENOR');
  await grantOffice(world, as('nia'), f.bodies.north, 'TREASURER');
  const day = await today(world);
  year = Number(day.slice(0, 4));
  await ownMoney(
    world,
    'openBooks',
    f.bodies.alder,
    {
      id: newKey(),
      currency: 'USD',
      openedOn: day,
      money: [{ kind: 'CASH', amount: '100.00' }],
      funds: [{ name: 'Strike', amount: '20.00' }],
    },
    as('abe'),
  );
  await waive(world, f.memberships['ann']!, `${year}-12-31`, as('ada'));
  await paidBy(world, f, ['ada', 'amy', 'art'], 'abe');
  await collect(world, f.bodies.alder, '10.00', as('abe'), { source: '=HYPERLINK("x")' });
  await collect(world, f.bodies.alder, '5.00', as('abe'), { fund: 'Strike' });
  await ownMoney(
    world,
    'setAside',
    f.bodies.alder,
    { id: newKey(), fund: 'Strike', ...money('15.00'), on: day },
    as('abe'),
  );
  const authorityId = await authorise(world, f, { amount: '30.00', purpose: 'Leaflets' });
  const paid = await propose(world, f.bodies.alder, '12.00', as('amy'), { authorityId });
  await spendingDeed(world, 'approveSpending', paid['spending'].id, as('con'));
  const strike = await authorise(world, f, { amount: '30.00', purpose: 'Pickets', fund: 'Strike' });
  const given = await propose(world, f.bodies.alder, '8.00', as('amy'), { authorityId: strike });
  await spendingDeed(world, 'approveSpending', given['spending'].id, as('con'));
  const { remittance } = await remit(world, f.bodies.alder, f.bodies.north, '16.80', as('abe'));
  await confirm(world, remittance.id, as('nia'));
  await remit(world, f.bodies.alder, f.bodies.federation, '5.20', as('abe'));
});
afterAll(() => world.close());

const told = `currency moneyBefore { amount } moneyAfter { amount } money { kind opening { amount } closing { amount } }
  income { kind name amount { amount } } spending { kind name amount { amount } } sharesUp { toBody { slug } added { amount } passedUp { amount } closing { amount } }
  funds { name opening { amount } setAside { amount } levied { amount } gifts { amount } spent { amount } closing { amount } } onItsWay { amount }`;

test('says what came, went up, was set aside and spent, to the cent, to every member of the body', async () => {
  const seen = await ledger(world, 'alder', as('ann'), `yearStatement(year: ${year}) { ${told} }`);
  const of = (amount: string) => ({ amount });
  expect(seen!['yearStatement']).toEqual([
    {
      currency: 'USD',
      moneyBefore: of('100.00'),
      moneyAfter: of('157.00'),
      money: [{ kind: 'CASH', opening: of('100.00'), closing: of('157.00') }],
      income: [
        { kind: 'DUES', name: '', amount: of('42.00') },
        { kind: 'OTHER', name: '=HYPERLINK("x")', amount: of('10.00') },
      ],
      spending: [{ kind: 'SPENDING', name: 'Leaflets', amount: of('12.00') }],
      sharesUp: expect.arrayContaining([
        { toBody: { slug: 'north' }, added: of('16.80'), passedUp: of('16.80'), closing: of('0.00') },
        { toBody: { slug: 'federation' }, added: of('25.20'), passedUp: of('0.00'), closing: of('25.20') },
      ]),
      funds: [
        {
          name: 'Strike',
          opening: of('20.00'),
          setAside: of('15.00'),
          levied: of('0.00'),
          gifts: of('5.00'),
          spent: of('8.00'),
          closing: of('32.00'),
        },
      ],
      onItsWay: of('5.20'),
    },
  ]);
});

test('the flows into the body and out of it are equal, and begin with its members', async () => {
  const seen = await ledger(
    world,
    'alder',
    as('ann'),
    `flows(year: ${year}) { from { kind name body { slug } } to { kind name body { slug } } amount { amount } }`,
  );
  const flows = seen!['flows'] as any[];
  const cents = (side: 'from' | 'to') =>
    flows
      .filter((flow) => flow[side].kind === 'BODY')
      .reduce((sum, { amount }) => sum + Number(amount.amount.replace('.', '')), 0);
  expect(cents('from')).toBe(cents('to'));
  expect(flows).toContainEqual({
    from: { kind: 'MEMBERS', name: '', body: null },
    to: { kind: 'BODY', name: '', body: { slug: 'alder' } },
    amount: { amount: '84.00' },
  });
  expect(flows).toContainEqual({
    from: { kind: 'FUND', name: 'Strike', body: null },
    to: { kind: 'PURPOSE', name: 'Strike', body: null },
    amount: { amount: '8.00' },
  });
});

test('the Region’s year names the group its income came from', async () => {
  const seen = await ledger(
    world,
    'north',
    as('ann'),
    `yearStatement(year: ${year}) { income { kind body { slug } amount { amount } } }`,
  );
  expect(seen!['yearStatement'][0].income).toEqual([
    { kind: 'SHARES', body: { slug: 'alder' }, amount: { amount: '16.80' } },
  ]);
});

test('the table is safe in a spreadsheet: what begins like a formula is text, sums stay sums', async () => {
  const seen = await ledger(world, 'alder', as('ann'), `yearFile(year: ${year}) { name mediaType text }`);
  const { name, mediaType, text } = seen!['yearFile'];
  expect([name, mediaType]).toEqual([`alder-${year}.csv`, 'text/csv']);
  expect(text).toContain(`income,OTHER,"'=HYPERLINK(""x"")",,USD,,10.00,,\r\n`);
  expect(text).toContain('shares up,,,North,USD,0.00,16.80,16.80,0.00\r\n');
  expect(
    csvText(
      ['a', 'b'],
      [
        ['=cmd()', '-5.60'],
        ['+1', '@x'],
        ['\t=1', '-1-2'],
      ],
    ),
  ).toBe(`a,b\r\n'=cmd(),-5.60\r\n'+1,'@x\r\n'\t=1,'-1-2\r\n`);
});

test('a member’s year says what was charged and paid; of who was excused there is nothing owed', async () => {
  const years = async (name: string, by: string) =>
    (
      await world.ask(
        `query ($id: ID!) { duesStatement(membershipId: $id) { year(year: ${year}) { year receipts charged { amount } paid { amount } givenBack { amount } } } }`,
        { id: `Membership_${f.memberships[name]}` },
        as(by),
      )
    ).data.duesStatement;
  expect(await years('amy', 'amy')).toEqual({
    year: [
      { year, receipts: 1, charged: { amount: '28.00' }, paid: { amount: '28.00' }, givenBack: { amount: '0.00' } },
    ],
  });
  expect(await years('ann', 'ann')).toEqual({ year: [] });
  expect(await years('amy', 'ann')).toBeNull();
  expect(await statement(world, f.memberships['ann']!, as('nia'))).toBeNull();
});

test('who does not belong to the body, or to one below it, reads no year of it', async () => {
  expect(await ledger(world, 'alder', as('cat'), `yearStatement(year: ${year}) { currency }`)).toBeNull();
  expect(await ledger(world, 'alder', null, `yearStatement(year: ${year}) { currency }`)).toBeNull();
});
