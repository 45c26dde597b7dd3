// Few confidential ballots: no tally of fewer than five is published for a body, by itself or by subtraction, and what
// is published still decides to the same.
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { decide, readDecisionFile } from '../../../server/counting/index.js';
import { publishedBundle } from '../../../server/history/publish.js';
import { verifyBundle } from '../../../server/history/verify.js';
import { rollTextOf } from '../../../server/polls/freeze.js';
import { foundingRules } from '../../support/founding.js';
import {
  addPeople,
  asTally,
  castAll,
  close,
  gather,
  opened,
  ownRules,
  pollIn,
  result,
  type Facts,
  type Gathered,
} from '../../support/polls.js';
import { passTime } from '../../support/time.js';
import { openWorld, type World } from '../../support/world.js';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const secret = (change: object) => ({
  ...foundingRules,
  decisions: { DEFAULT: { ...foundingRules.decisions.DEFAULT, secret: true, ...change } },
});
const members = {
  voting: 'MEMBERS',
  constituents: 'CHILDREN',
  weight: { kind: 'EQUAL' },
  cast: 'BLOC',
  quorum: { electors: '0/1' },
};
const shape = { North: { Alder: 20, Birch: 12, Cedar: 9 }, South: { Dogwood: 30, Elm: 11 } };

async function decided(
  here: Gathered,
  ballots: Record<string, readonly [number, number, number?]>,
): Promise<{ root: string; told: Facts }> {
  const root = await opened(world, here.bodies['federation']!, here.secretary);
  for (const [slug, tally] of Object.entries(ballots)) {
    const poll = await pollIn(world, root, here.bodies[slug]!).catch(() => root);
    await castAll(world, poll, here.people[slug]!, tally);
  }
  await passTime(world, root);
  await close(world, root, here.secretary);
  return { root, told: await result(world, root) };
}

const of = (told: Facts, slug: string) => told['tallies'].find((each: Facts) => each['body'].slug === slug);
const hidden = (told: Facts) =>
  told['tallies']
    .filter((each: Facts) => each['merged'])
    .map((each: Facts) => each['body'].slug)
    .sort();

async function verifies(): Promise<void> {
  await world.services.sequencer.settle();
  const { bundle } = await publishedBundle(world.db, world.services.sequencer, rollTextOf);
  expect(verifyBundle(bundle).checks.filter((check) => !check.ok)).toEqual([]);
}

test('a small tally is published with the next smallest beside it; the side each took stays public', async () => {
  const here = await gather(world, shape, secret({}));
  const { told } = await decided(here, { alder: [8, 5], birch: [2, 1], cedar: [2, 4], dogwood: [9, 1], elm: [3, 3] });
  expect(hidden(told)).toEqual(['birch', 'cedar']);
  expect(of(told, 'birch')).toMatchObject({ tally: null, ballots: null, entitled: 12, weight: 2, outcome: 'CARRIED' });
  expect([asTally(of(told, 'birch').cast), asTally(of(told, 'cedar').cast)]).toEqual([{ FOR: 2 }, { AGAINST: 1 }]);
  expect(asTally(of(told, 'north').tally)).toEqual({ FOR: 12, AGAINST: 10 });
  expect(told['decisionFile']).toContain(
    '"name":"Birch and Cedar","entitled":21,"tally":{"FOR":4,"AGAINST":5,"ABSTAIN":0}',
  );
  expect(decide(readDecisionFile(told['decisionFile'])).outcome).toBe(told['outcome']);
  await verifies();
});

test('no figure anywhere lets a small one be subtracted out', async () => {
  const here = await gather(world, shape, secret({}));
  const { told } = await decided(here, { alder: [8, 5], birch: [2, 1], cedar: [1, 0], dogwood: [9, 1], elm: [3, 3] });
  // Birch and Cedar are still small together, so Alder joins them: of North only the sum is left.
  expect(hidden(told)).toEqual(['alder', 'birch', 'cedar']);
  expect(asTally(of(told, 'north').tally)).toEqual({ FOR: 11, AGAINST: 6 });
  await verifies();
});

test('a Region in which hardly anybody voted is published with the one beside it, and neither by itself', async () => {
  const here = await gather(world, shape, secret({ constituents: 'CHILDREN' }));
  const { told } = await decided(here, { alder: [1, 0], birch: [0, 2], dogwood: [9, 1], elm: [3, 4] });
  expect(hidden(told)).toEqual(['alder', 'birch', 'cedar', 'dogwood', 'elm', 'north', 'south']);
  expect(asTally(of(told, 'federation').tally)).toEqual({ FOR: 13, AGAINST: 7 });
  expect([of(told, 'north').cast, of(told, 'south').cast].every(Boolean)).toBe(true);
  expect(decide(readDecisionFile(told['decisionFile'])).outcome).toBe(told['outcome']);
  await verifies();
});

test('where members vote together not even the side of a small body is told', async () => {
  const here = await gather(world, shape, secret(members));
  await addPeople(world, here.bodies['south']!, 3);
  const { told } = await decided(here, { alder: [8, 5], birch: [3, 0], cedar: [2, 4], dogwood: [9, 1], elm: [3, 3] });
  expect(hidden(told)).toEqual(['birch', 'cedar']);
  expect(of(told, 'birch')).toMatchObject({ tally: null, cast: null, outcome: 'WITHHELD' });
  expect(told['decisionFile']).toContain(
    '"together":[{"name":"Birch","entitled":12,"side":null},{"name":"Cedar","entitled":9,"side":null}]',
  );
  await verifies();
});

test('where the bodies are asked besides, the side of each is part of the result and its tally is not', async () => {
  const here = await gather(
    world,
    shape,
    secret({ ...members, constituents: 'LOCAL_GROUPS', bodies: { fraction: '1/2', base: 'CAST', strict: true } }),
  );
  const { told } = await decided(here, { alder: [8, 5], birch: [3, 0], cedar: [2, 4], dogwood: [9, 1], elm: [3, 4] });
  expect(hidden(told)).toEqual(['birch', 'cedar']);
  expect(asTally(of(told, 'birch').cast)).toEqual({ FOR: 1 });
  expect(decide(readDecisionFile(told['decisionFile'])).outcome).toBe(told['outcome']);
  await verifies();
});

test('divided votes of a small body are told, as the sum needs them', async () => {
  const here = await gather(world, shape, secret({ cast: 'SPLIT', weight: { kind: 'PER_CAPITA' } }));
  const { told } = await decided(here, { alder: [8, 5], birch: [2, 1], cedar: [2, 4], dogwood: [9, 1], elm: [3, 3] });
  expect(asTally(of(told, 'birch').cast)).toEqual({ FOR: 8, AGAINST: 4 });
  expect(decide(readDecisionFile(told['decisionFile'])).lenses.weight.totals).toMatchObject(
    asTally(told['lenses'][1].totals)!,
  );
  await verifies();
});

test('a body with a rule of its own keeps it in the file, also where its tally is not its own', async () => {
  const here = await gather(world, shape, secret({}));
  const rule = {
    voting: 'MEMBERS' as const,
    threshold: { fraction: '2/3', base: 'CAST' as const, strict: false },
    constituents: 'CHILDREN' as const,
    secret: true,
  };
  await ownRules(world, here.bodies['birch']!, { decisions: { MANDATE: rule } });
  const { told } = await decided(here, { alder: [8, 5], birch: [2, 2], cedar: [2, 4], dogwood: [9, 1], elm: [3, 3] });
  expect(of(told, 'birch')).toMatchObject({ merged: true, outcome: 'DEFEATED' });
  expect(told['decisionFile']).toContain('"rules":{"Birch":');
  await verifies();
});

test('fewer than five in all: the outcome is told and no figure is', async () => {
  const here = await gather(world, shape, secret(members));
  const { told } = await decided(here, { alder: [2, 0], dogwood: [1, 1] });
  expect(told).toMatchObject({ outcome: 'CARRIED', ballots: 4 });
  expect(
    told['tallies'].every((each: Facts) => each['merged'] && each['tally'] === null && each['cast'] === null),
  ).toBe(true);
  expect(told['lenses'].map((lens: Facts) => lens['totals'])).toEqual([[], [], []]);
  expect(JSON.stringify(told['arithmetic'])).not.toMatch(/ FOR; more than/);
  expect(() => readDecisionFile(told['decisionFile'])).toThrow(/tally/);
  const kept =
    JSON.stringify(await world.db.selectFrom('result').selectAll().execute()) +
    JSON.stringify(await world.db.selectFrom('result_tally').selectAll().execute());
  expect(kept).not.toMatch(/"FOR":\s*3/);
  await verifies();
});

test('a small body tells nothing in the result of its own poll either', async () => {
  const here = await gather(world, shape, secret({}));
  const { root } = await decided(here, { alder: [8, 5], birch: [2, 1], cedar: [2, 4], dogwood: [9, 1], elm: [3, 3] });
  const birch = await result(world, await pollIn(world, root, here.bodies['birch']!));
  expect(birch).toMatchObject({ outcome: 'CARRIED', lenses: [], decisionFile: '', ballots: 3 });
  expect(birch['tallies']).toEqual([expect.objectContaining({ tally: null, merged: true })]);
});

test('a body in which nobody voted tells of nobody', async () => {
  const here = await gather(world, shape, secret({}));
  const { told } = await decided(here, { alder: [8, 5], birch: [4, 1], dogwood: [9, 1], elm: [3, 3] });
  expect(hidden(told)).toEqual([]);
  expect(of(told, 'cedar')).toMatchObject({ ballots: 0, merged: false });
  await verifies();
});
