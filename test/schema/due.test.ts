// Due from you: what membership and office ask for now.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { found, type Founded } from '../support/founding.js';
import { admit, apply, application, resign } from '../support/joining.js';
import { openWorld, type World } from '../support/world.js';

let world: World;
let federation: Founded;
beforeAll(async () => {
  world = await openWorld();
  federation = await found(world);
});
afterAll(() => world.close());

const due = async (as: string | null) =>
  (await world.ask('{ dueFromMe { kind title path deadline values body { slug } } }', {}, as)).data.dueFromMe;

test('nothing is due from somebody signed out, nor from a member who has done everything', async () => {
  expect(await due(null)).toEqual([]);
  expect(await due(federation.people['abe']!)).toEqual([]);
});

test('somebody who belongs nowhere is shown where to apply', async () => {
  await resign(world, federation.people['cid']!, {});
  expect(await due(federation.people['cid']!)).toEqual([
    { kind: 'APPLY', title: 'Apply to a Local Group', path: '/join', deadline: null, values: {}, body: null },
  ]);
});

test('applications are due from those who admit, until they are answered', async () => {
  const input = application(federation.bodies.birch);
  await apply(world, input, federation.people['cid']);
  expect(await due(federation.people['bea']!)).toEqual([
    {
      kind: 'ADMIT',
      title: '1 application',
      path: '/b/birch/members',
      deadline: null,
      values: { count: 1 },
      body: { slug: 'birch' },
    },
  ]);
  expect(await due(federation.people['ben']!)).toEqual([]);
  await admit(world, federation.people['bea']!, { membershipId: `Membership_${input.id}` });
  expect(await due(federation.people['bea']!)).toEqual([]);
});

test('what has a deadline comes before what has none, the nearest first', async () => {
  const motion = (body: string, as: string) =>
    world.ask(
      'mutation ($id: UUID!, $body: ID!) { submitProposal(input: { id: $id, bodyId: $body, title: "A motion", text: "That it be so." }) { __typename } }',
      { id: randomUUID(), body: `Body_${body}` },
      federation.people[as],
    );
  await motion(federation.bodies.birch, 'ben');
  await motion(federation.bodies.federation, 'bob');
  await resign(world, federation.people['art']!, {});
  await apply(world, application(federation.bodies.birch), federation.people['art']);
  const items = await due(federation.people['bea']!);
  expect(items.map(({ kind }: { kind: string }) => kind)).toEqual(['SECOND', 'SECOND', 'ADMIT']);
  expect(items[0].deadline <= items[1].deadline).toBe(true);
});
