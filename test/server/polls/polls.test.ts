// Reading polls and results through the API: from a motion, from a body, from a member's own place.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { cast, castAll, close, gather, opened, pollIn, readPoll, type Gathered } from '../../support/polls.js';
import { passTime } from '../../support/time.js';
import { openWorld, type World } from '../../support/world.js';

let world: World;
let here: Gathered;
let root: string;
let alder: string;
beforeAll(async () => {
  world = await openWorld();
  here = await gather(world, { North: { Alder: 9, Birch: 4 } });
  root = await opened(world, here.bodies['federation']!, here.secretary);
  alder = await pollIn(world, root, here.bodies['alder']!);
});
afterAll(() => world.close());

test('a motion leads to its poll, the poll to those below it and back', async () => {
  const { data, errors } = await world.ask(
    `query ($id: ID!) { poll(id: $id) { title proposal { state poll { id } result { outcome } } children { id body { slug } parent { id } root { id } } } }`,
    { id: `Poll_${root}` },
  );
  expect(errors).toBeUndefined();
  expect(data.poll).toMatchObject({
    title: 'A shorter week',
    proposal: { state: 'VOTING', poll: { id: `Poll_${root}` }, result: null },
  });
  expect(data.poll.children).toEqual(
    ['alder', 'birch'].map((slug) => ({
      id: expect.any(String),
      body: { slug },
      parent: { id: `Poll_${root}` },
      root: { id: `Poll_${root}` },
    })),
  );
});

test('a body lists its open polls, and node(id) finds a poll', async () => {
  const { data } = await world.ask(
    'query ($id: ID!) { body(slug: "alder") { openPolls { id } } node(id: $id) { __typename id } }',
    { id: `Poll_${alder}` },
  );
  expect(data).toEqual({
    body: { openPolls: [{ id: `Poll_${alder}` }] },
    node: { __typename: 'Poll', id: `Poll_${alder}` },
  });
});

test('a member finds from any poll of a roll-up the one they vote in', async () => {
  const own = async (as: string | null) => await readPoll(world, root, as, 'viewerPoll { id } viewer { onRoll }');
  expect(await own(here.people['alder']![3]!)).toEqual({
    viewerPoll: { id: `Poll_${alder}` },
    viewer: { onRoll: false },
  });
  expect(await own(null)).toEqual({ viewerPoll: null, viewer: null });
});

test('who may do what with a poll follows its state', async () => {
  const can = async (as: string | null, poll = alder) => (await readPoll(world, poll, as, 'viewerCan'))['viewerCan'];
  expect(await can(here.people['alder']![2]!)).toEqual(['castBallot', 'challengeRoll']);
  expect(await can(here.people['birch']![2]!)).toEqual([]);
  expect(await can(null)).toEqual([]);
  expect(await can(here.secretary, root)).toEqual(['challengeRoll']);
});

test('turnout is told while the poll is open, and how many are needed for a quorum', async () => {
  await cast(world, alder, 'FOR', here.people['alder']![0]!);
  await cast(world, alder, 'AGAINST', here.people['alder']![0]!);
  await castAll(world, alder, here.people['alder']!.slice(1), [2, 1]);
  const seen = await readPoll(world, root, null, 'ballotCount quorumNeeded children { ballotCount }');
  expect(seen).toEqual({ ballotCount: 4, quorumNeeded: null, children: [{ ballotCount: 4 }, { ballotCount: 0 }] });
});

test('the result stands with the poll, the motion and the body', async () => {
  await castAll(world, await pollIn(world, root, here.bodies['birch']!), here.people['birch']!, [3, 0]);
  await passTime(world, root);
  await close(world, root, here.secretary);
  const { data } = await world.ask(
    'query ($id: ID!) { poll(id: $id) { state result { outcome } proposal { state result { outcome certifiedAt } } children { result { outcome } } } body(slug: "alder") { openPolls { id } } }',
    { id: `Poll_${root}` },
  );
  expect(data.poll).toEqual({
    state: 'CERTIFIED',
    result: { outcome: 'CARRIED' },
    proposal: { state: 'CARRIED', result: { outcome: 'CARRIED', certifiedAt: expect.any(String) } },
    children: [{ result: { outcome: 'DEFEATED' } }, { result: { outcome: 'CARRIED' } }],
  });
  expect(data.body.openPolls).toEqual([]);
});

test('a malformed id is the request’s fault, an unknown one is nothing', async () => {
  const { errors } = await world.ask('{ poll(id: "Body_x") { id } }');
  expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  const { data } = await world.ask(`{ poll(id: "Poll_${crypto.randomUUID()}") { id } }`);
  expect(data.poll).toBeNull();
});
