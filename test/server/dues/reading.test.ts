// Who reads what of the books: sums for those whose money it is, every transfer for those who answer for it, names for the
// two who may excuse, counts for those above, nothing for strangers.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { charge, foundWithDues, pay, today } from '../../support/dues.js';
import { addMember, grantOffice, type Founded } from '../../support/founding.js';
import { openWorld, type World } from '../../support/world.js';

let world: World;
let f: Founded;
beforeAll(async () => {
  world = await openWorld();
  f = await foundWithDues(world);
  await addMember(world, f, 'odo', 'birch');
  await grantOffice(world, f.people['odo']!, f.bodies.birch, 'AUDITOR');
  await addMember(world, f, 'rex', 'alder');
  await grantOffice(world, f.people['rex']!, f.bodies.north, 'TREASURER');
  await charge(world);
  for (const name of ['bea', 'bob', 'ben']) await pay(world, f.memberships[name]!, f.people['ben']!);
});
afterAll(() => world.close());

const ledger = async (slug: string, as: string | null, fields: string) => {
  const { data, errors } = await world.ask(
    `query ($slug: String!) { ledger(bodySlug: $slug) { ${fields} } }`,
    { slug },
    as && f.people[as]!,
  );
  if (errors) throw new Error(errors[0]!.message);
  return data.ledger;
};
const kinds = async (slug: string, as: string) =>
  (await ledger(slug, as, 'accounts { kind }'))?.accounts.map(({ kind }: { kind: string }) => kind) ?? null;

describe('the books of a Local Group', () => {
  test('are not there for strangers, nor for members of other groups, nor for officers above', async () => {
    for (const as of [null, 'abe', 'cat', 'rex', 'art']) expect(await ledger('birch', as, 'slug')).toBeNull();
  });

  test('are sums for its members, without what is asked and unpaid', async () => {
    expect(await kinds('birch', 'bob')).toEqual(['CASH', 'DUES_INCOME', 'PER_CAPITA_PAYABLE', 'PER_CAPITA_PAYABLE']);
    expect(
      await ledger(
        'birch',
        'bob',
        'transfers(first: 1) { edges { node { number } } } owing(first: 1) { edges { node { name } } } jobs { kind }',
      ),
    ).toEqual({
      transfers: null,
      owing: null,
      jobs: [],
    });
  });

  test('are every transfer for its Auditor, Secretary and Treasurer, page by page from the newest', async () => {
    const page = (as: string, after: string | null) =>
      ledger(
        'birch',
        as,
        `transfers(first: 2, after: ${JSON.stringify(after)}) { edges { node { number kind entries { kind amount { amount } } } } pageInfo { endCursor hasNextPage } }`,
      );
    for (const as of ['odo', 'bea', 'ben']) {
      const first = (await page(as, null)).transfers;
      expect(first.edges.map(({ node }: any) => [node.number, node.kind])).toEqual([
        [4, 'PAYMENT'],
        [3, 'PAYMENT'],
      ]);
      const second = (await page(as, first.pageInfo.endCursor)).transfers;
      expect(second.edges.map(({ node }: any) => [node.number, node.kind])).toEqual([
        [2, 'PAYMENT'],
        [1, 'CHARGES'],
      ]);
      expect(second.pageInfo.hasNextPage).toBe(false);
    }
    expect(await kinds('birch', 'odo')).toContain('DUES_RECEIVABLE');
  });

  test('name who paid to Treasurer and Secretary, and to the Auditor only number, day and sum', async () => {
    const receipts = async (as: string) =>
      (
        await ledger(
          'birch',
          as,
          'payments(first: 5) { edges { node { number payerName amount { amount } membership { id } } } }',
        )
      ).payments.edges.map(({ node }: any) => node);
    expect((await receipts('ben')).map(({ number, payerName }: any) => [number, payerName])).toEqual([
      [3, 'Ben'],
      [2, 'Bob'],
      [1, 'Bea'],
    ]);
    expect((await receipts('bea'))[0].membership.id).toBe(`Membership_${f.memberships['ben']}`);
    for (const receipt of await receipts('odo'))
      expect(receipt).toMatchObject({ payerName: null, membership: null, amount: { amount: '28.00' } });
  });

  test('tell the Treasurer what may be done, and what waits', async () => {
    expect(await ledger('birch', 'ben', 'viewerCan jobs { kind count sums { amount currency } }')).toEqual({
      viewerCan: expect.arrayContaining(['recordPayment', 'refundPayment', 'reversePayment']),
      jobs: [{ kind: 'REMIT_SHARES', count: 2, sums: [{ amount: '42.00', currency: 'USD' }] }],
    });
  });

  test('say what moved between two days', async () => {
    const day = await today(world);
    const { accounts } = await ledger(
      'birch',
      'bob',
      `accounts { kind movement(from: "${day}", until: "${day}") { debit { amount } credit { amount } } before: movement(from: "2020-01-01", until: "2020-12-31") { debit { amount } } }`,
    );
    expect(accounts[0]).toEqual({
      kind: 'CASH',
      movement: { debit: { amount: '84.00' }, credit: { amount: '0.00' } },
      before: { debit: { amount: '0.00' } },
    });
  });
});

test('the books of the Region and of the Federation are open, in sums, to every member below', async () => {
  for (const [slug, as] of [
    ['north', 'bob'],
    ['federation', 'bob'],
    ['federation', 'cat'],
  ] as const)
    expect(await ledger(slug, as, 'slug')).toEqual({ slug });
  expect(await ledger('north', 'cat', 'slug')).toBeNull();
});

test('above a group its officers read counts, and nothing else; whoever holds no office reads none', async () => {
  const counts = async (as: string | null) =>
    (
      await world.ask(
        '{ body(slug: "birch") { duesCounts { members settled withinGrace inArrears } } }',
        {},
        as && f.people[as]!,
      )
    ).data.body.duesCounts;
  for (const as of ['ben', 'bea', 'odo', 'rex', 'art'])
    expect(await counts(as)).toEqual({ members: 4, settled: 4, withinGrace: 0, inArrears: 0 });
  for (const as of [null, 'bob', 'abe', 'cat']) expect(await counts(as)).toBeNull();
});

test('anybody reads what dues are and how they divide, for they were decided', async () => {
  const { data } = await world.ask(
    '{ federation { duesSchedule { amount { amount currency } period } } duesSplit { shares { level share } } body(slug: "birch") { duesSchedule { version } } }',
  );
  expect(data).toEqual({
    federation: { duesSchedule: { amount: { amount: '28.00', currency: 'USD' }, period: 'YEAR' } },
    duesSplit: {
      shares: [
        { level: 'REGION', share: '1/5' },
        { level: 'FEDERATION', share: '3/10' },
      ],
    },
    body: { duesSchedule: null },
  });
});
