// Counts by tellers: two who agree stand for the ballots of a body that voted on paper; two who differ are shown so.
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { publishedBundle } from '../../../server/history/publish.js';
import { verifyBundle } from '../../../server/history/verify.js';
import { certifyDuePolls } from '../../../server/polls/byTheClock.js';
import { rollTextOf } from '../../../server/polls/freeze.js';
import {
  asTally,
  cast,
  castAll,
  certify,
  close,
  count,
  gather,
  grant,
  opened,
  pollIn,
  readPoll,
  result,
  type Facts,
  type Gathered,
} from '../../support/polls.js';
import { passTime, passWaiting } from '../../support/time.js';
import { newKey, openWorld, type World } from '../../support/world.js';

let world: World;
let here: Gathered;
let root: string;
let alder: string;
let first: string;
let second: string;
let third: string;
beforeAll(async () => {
  world = await openWorld();
  here = await gather(world, { North: { Alder: 12, Birch: 6, Cedar: 6 } });
  [first, second, third] = here.people['alder']!.slice(1) as [string, string, string];
  for (const teller of [first, second]) await grant(world, teller, here.bodies['alder']!, 'TELLER');
  await grant(world, third, here.bodies['alder']!, 'CONVENOR');
});
beforeEach(async () => {
  root = await opened(world, here.bodies['federation']!, here.secretary);
  alder = await pollIn(world, root, here.bodies['alder']!);
});
afterAll(() => world.close());

const paper = { FOR: 5, AGAINST: 4, ABSTAIN: 1 };
const agreed = (answer: Facts) => answer['poll'].tellerCounts.map((each: Facts) => each['agreed']);

test('one count is not enough, a second person with the same figures settles it', async () => {
  expect(agreed(await count(world, alder, paper, 12, first))).toEqual([false]);
  expect(agreed(await count(world, alder, paper, 12, second))).toEqual([true, true]);
  await castAll(world, await pollIn(world, root, here.bodies['birch']!), here.people['birch']!, [4, 0]);
  await passTime(world, root);
  await close(world, root, here.secretary);
  const told = await result(world, root);
  const body = told['tallies'].find((each: Facts) => each['body'].slug === 'alder');
  expect([asTally(body.tally), asTally(body.cast)]).toEqual([paper, { FOR: 2 }]);
  await world.services.sequencer.settle();
  const { bundle } = await publishedBundle(world.db, world.services.sequencer, rollTextOf);
  expect(verifyBundle(bundle).checks.filter((check) => !check.ok)).toEqual([]);
});

test('the same person twice is one teller', async () => {
  await count(world, alder, paper, 12, first);
  const again = await count(world, alder, paper, 12, first);
  expect(agreed(again)).toEqual([false]);
});

test('counts that differ stand side by side until one is corrected, and what differs is named', async () => {
  await count(world, alder, paper, 12, first);
  expect(agreed(await count(world, alder, { ...paper, AGAINST: 5 }, 12, second))).toEqual([false, false]);
  const { data } = await world.ask('{ dueFromMe { kind path values } }', {}, first);
  expect(data.dueFromMe).toContainEqual({
    kind: 'TELLER_COUNT',
    path: `/poll/Poll_${alder}/tellers`,
    values: { differs: 'AGAINST', number: 3 },
  });
  expect(agreed(await count(world, alder, paper, 12, second))).toEqual([true, true]);
});

test('tellers who fall out after agreeing no longer stand, and the history says so', async () => {
  await count(world, alder, paper, 12, first);
  await count(world, alder, paper, 12, second);
  await count(world, alder, { ...paper, FOR: 6 }, 12, first);
  const records = await world.db
    .selectFrom('history_record')
    .select(['type', 'body'])
    .where('type', 'in', ['tellers.count', 'correction'])
    .execute();
  const about = records
    .filter(({ body }) => (body as { poll: string }).poll === alder)
    .map(({ type, body }) => [type, (body as { action?: string }).action]);
  expect(about).toEqual([
    ['tellers.count', undefined],
    ['correction', 'VOID_COUNT'],
  ]);
});

test('the same key enters one count', async () => {
  const key = newKey();
  await count(world, alder, paper, 12, first, key);
  await count(world, alder, paper, 12, first, key);
  const entered = await world.db.selectFrom('teller_count').select('id').where('poll_id', '=', alder).execute();
  expect(entered).toHaveLength(1);
});

test('a poll has ballots or a count, not both', async () => {
  await cast(world, alder, 'FOR', here.people['alder']![5]!);
  expect(await count(world, alder, paper, 12, first)).toMatchObject({ code: 'HAS_BALLOTS' });
  const birch = await pollIn(world, root, here.bodies['birch']!);
  const [one, two] = here.people['birch']! as [string, string];
  for (const teller of [one, two]) await grant(world, teller, here.bodies['birch']!, 'TELLER');
  for (const teller of [one, two]) await count(world, birch, { FOR: 3 }, 6, teller);
  expect(await cast(world, birch, 'FOR', here.people['birch']![3]!)).toMatchObject({ code: 'COUNTED_BY_TELLERS' });
});

test('figures must add up', async () => {
  expect(await count(world, alder, paper, 13, first)).toMatchObject({
    code: 'MORE_THAN_THE_ROLL',
    field: 'entitled',
    values: { rollCount: 12 },
  });
  expect(await count(world, alder, { FOR: 9, AGAINST: 4 }, 12, first)).toMatchObject({
    code: 'MORE_THAN_ENTITLED',
    field: 'tally',
  });
  expect(await count(world, alder, { MAYBE: 1 }, 12, first)).toMatchObject({ code: 'UNKNOWN_OPTION' });
  expect(await count(world, alder, { FOR: 1.5 }, 12, first)).toMatchObject({ code: 'NOT_A_COUNT' });
  expect(await count(world, alder, { FOR: -1 }, 12, first)).toMatchObject({ code: 'NOT_A_COUNT' });
});

test('only tellers and officers of that very body enter its count, and see the counts', async () => {
  expect(await count(world, alder, paper, 12, here.people['birch']![5]!)).toMatchObject({ code: 'NOT_ALLOWED' });
  await count(world, alder, paper, 12, first);
  const seen = async (as: string) => (await readPoll(world, alder, as, 'tellerCounts { mine }'))['tellerCounts'];
  expect([await seen(first), await seen(third), await seen(here.people['alder']![7]!)]).toEqual([
    [{ mine: true }],
    [{ mine: false }],
    [],
  ]);
});

test('a count is of one Local Group, not of a poll that takes in several bodies', async () => {
  expect(await count(world, root, paper, 24, here.secretary)).toMatchObject({ code: 'NOT_ONE_BODY' });
});

test('a result waits for tellers who have not agreed, and not for ever', async () => {
  await count(world, alder, paper, 12, first);
  await castAll(world, await pollIn(world, root, here.bodies['birch']!), here.people['birch']!, [4, 0]);
  await castAll(world, await pollIn(world, root, here.bodies['cedar']!), here.people['cedar']!, [4, 0]);
  await passTime(world, root);
  await close(world, root, here.secretary);
  expect(await result(world, root)).toBeNull();
  expect(await certify(world, root, here.secretary)).toMatchObject({
    code: 'CONTESTED',
    values: { counts: ['Alder'] },
  });
  await passWaiting(world, root);
  await certifyDuePolls(world.clock());
  const told = await result(world, root);
  expect(told['tallies'].find((each: Facts) => each['body'].slug === 'alder')).toMatchObject({ ballots: 0 });
  expect(await count(world, alder, paper, 12, second)).toMatchObject({ code: 'ALREADY_CERTIFIED' });
});

test('a count may still come in between the close and the result', async () => {
  await count(world, alder, paper, 12, first);
  await passTime(world, root);
  await close(world, root, here.secretary);
  await count(world, alder, paper, 12, second);
  await certifyDuePolls(world.clock());
  expect((await result(world, root))['tallies'].find((each: Facts) => each['body'].slug === 'alder')).toMatchObject({
    ballots: 10,
  });
});
