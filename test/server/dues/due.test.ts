// Due from you: to pay what has fallen due, and of the two officers who may excuse, to answer who asked.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { charge, duesDeed, foundWithDues, pay } from '../../support/dues.js';
import type { Founded } from '../../support/founding.js';
import { newKey, openWorld, type World } from '../../support/world.js';

let world: World;
let f: Founded;
beforeAll(async () => {
  world = await openWorld();
  f = await foundWithDues(world);
  await charge(world);
});
afterAll(() => world.close());

const due = async (name: string) =>
  (await world.ask('{ dueFromMe { kind title path deadline values body { slug } } }', {}, f.people[name]!)).data
    .dueFromMe;

test('what has fallen due is due until the grace is over, and no longer once it is paid', async () => {
  expect(await due('bob')).toEqual([
    {
      kind: 'PAY_DUES',
      title: 'Dues: 28.00 USD',
      path: '/dues',
      deadline: expect.stringMatching(/T00:00:00.000Z$/),
      values: { sum: '28.00 USD' },
      body: { slug: 'birch' },
    },
  ]);
  await pay(world, f.memberships['bob']!, f.people['ben']!);
  expect(await due('bob')).toEqual([]);
});

test('a request for a waiver is due from the Treasurer and the Secretary, and not from who made it', async () => {
  for (const name of ['bea', 'ben']) await pay(world, f.memberships[name]!, f.people['ben']!);
  await duesDeed(
    world,
    'askForWaiver',
    { id: newKey(), membershipId: `Membership_${f.memberships['ben']}`, words: null },
    f.people['ben']!,
  );
  expect(await due('bea')).toEqual([
    {
      kind: 'ANSWER_WAIVERS',
      title: '1 private request',
      path: '/b/birch/treasurer',
      deadline: null,
      values: { count: 1 },
      body: { slug: 'birch' },
    },
  ]);
  expect(await due('ben')).toEqual([]);
});
