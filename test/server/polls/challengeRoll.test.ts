// Challenges to a roll: who makes them, who decides, and how a frozen roll is corrected without being rewritten.
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { publishedBundle } from '../../../server/history/publish.js';
import { verifyBundle } from '../../../server/history/verify.js';
import { certifyDuePolls } from '../../../server/polls/byTheClock.js';
import { rollTextOf } from '../../../server/polls/freeze.js';
import { foundingRules } from '../../support/founding.js';
import {
  cast,
  castAll,
  certify,
  challenge,
  close,
  decideOn,
  gather,
  grant,
  local,
  opened,
  ownRules,
  pollIn,
  readPoll,
  result,
  type Facts,
  type Gathered,
} from '../../support/polls.js';
import { closeIn, passTime, passWaiting } from '../../support/time.js';
import { openWorld, type World } from '../../support/world.js';

let world: World;
let here: Gathered;
let root: string;
let birch: string;
/** Of Birch: its Secretary, its Convenor, a member, and one who owes dues. */
let secretary: string;
let convenor: string;
let member: string;
let owing: string;
beforeAll(async () => {
  world = await openWorld();
  here = await gather(world, { North: { Alder: 12, Birch: 10 } });
  [secretary, convenor, member, owing] = here.people['birch']! as [string, string, string, string];
  await grant(world, secretary, here.bodies['birch']!, 'SECRETARY');
  await grant(world, convenor, here.bodies['birch']!, 'CONVENOR');
  await world.db
    .updateTable('membership')
    .set({ dues_paid_until: '2021-01-01' })
    .where('person_id', '=', owing)
    .execute();
});
beforeEach(async () => {
  root = await opened(world, here.bodies['federation']!, here.secretary);
  birch = await pollIn(world, root, here.bodies['birch']!);
});
afterAll(() => world.close());

const membershipOf = async (personId: string) =>
  (await world.db.selectFrom('membership').select('id').where('person_id', '=', personId).executeTakeFirstOrThrow()).id;
const challenged = async (about: string, claim: string, by: string) =>
  challenge(world, birch, await membershipOf(about), claim, by);
const upheld = async (about: string, claim: string, by = member, decider = secretary) => {
  const { challenge: made } = await challenged(about, claim, by);
  return decideOn(world, made.id, true, decider);
};
const verified = async () => {
  await world.services.sequencer.settle();
  const { bundle } = await publishedBundle(world.db, world.services.sequencer, rollTextOf);
  return verifyBundle(bundle).checks.filter((check) => !check.ok);
};
const finish = async () => {
  await castAll(world, await pollIn(world, root, here.bodies['alder']!), here.people['alder']!, [8, 1]);
  await passTime(world, root);
  await close(world, root, here.secretary);
};

test('who was left out is put on the roll, votes, and the counts say so at every level', async () => {
  expect(await cast(world, birch, 'FOR', owing)).toMatchObject({ code: 'NOT_ON_ROLL' });
  expect(await upheld(owing, 'BELONGS_ON')).toMatchObject({
    challenge: { state: 'UPHELD', note: 'Looked up.' },
    poll: { rollCount: 10 },
  });
  expect((await cast(world, birch, 'FOR', owing))['recordId']).toBeDefined();
  expect(await readPoll(world, root)).toMatchObject({ rollCount: 22 });
  expect(await readPoll(world, birch)).toMatchObject({ weight: 2 });
  await finish();
  expect((await result(world, root))['electors']).toBe(22);
  expect(await verified()).toEqual([]);
});

test('who does not belong is taken off, and their ballot is struck out', async () => {
  await cast(world, birch, 'FOR', here.people['birch']![5]!);
  await cast(world, birch, 'FOR', here.people['birch']![6]!);
  await upheld(here.people['birch']![5]!, 'DOES_NOT_BELONG');
  expect(await readPoll(world, birch)).toMatchObject({ rollCount: 8, ballotCount: 1, weight: 1 });
  expect(await cast(world, birch, 'AGAINST', here.people['birch']![5]!)).toMatchObject({ code: 'NOT_ON_ROLL' });
  await finish();
  expect((await result(world, root))['ballots']).toBe(10);
  expect(await verified()).toEqual([]);
});

test('the frozen counts are kept: a correction is added', async () => {
  await upheld(owing, 'BELONGS_ON');
  const kept = await world.db.selectFrom('roll_count').select('entitled').where('poll_id', '=', birch).execute();
  expect(kept).toEqual([{ entitled: 9 }]);
  await expect(world.db.deleteFrom('roll_correction').execute()).rejects.toMatchObject({ code: 'MD001' });
});

test('a challenge that fails changes nothing', async () => {
  const { challenge: made } = await challenged(here.people['birch']![4]!, 'DOES_NOT_BELONG', member);
  expect(await decideOn(world, made.id, false, secretary)).toMatchObject({
    challenge: { state: 'DISMISSED' },
    poll: { rollCount: 9 },
  });
  expect(await decideOn(world, made.id, true, secretary)).toMatchObject({ code: 'DECIDED_ALREADY' });
});

test('nobody decides their own challenge; another officer does', async () => {
  const { challenge: made } = await challenged(here.people['birch']![4]!, 'DOES_NOT_BELONG', secretary);
  expect(await decideOn(world, made.id, true, secretary)).toMatchObject({ code: 'NOT_ALLOWED' });
  expect(await decideOn(world, made.id, true, member)).toMatchObject({ code: 'NOT_ALLOWED' });
  expect(await decideOn(world, made.id, true, convenor)).toMatchObject({ challenge: { state: 'UPHELD' } });
});

test('only a member of that Local Group challenges its roll', async () => {
  expect(await challenged(owing, 'BELONGS_ON', here.people['alder']![3]!)).toMatchObject({ code: 'NOT_ALLOWED' });
});

test('a challenge says what the roll does not, and one about a member at a time', async () => {
  expect(await challenged(here.people['birch']![4]!, 'BELONGS_ON', member)).toMatchObject({ code: 'ROLL_SAYS_SO' });
  expect(await challenged(owing, 'DOES_NOT_BELONG', member)).toMatchObject({ code: 'ROLL_SAYS_SO' });
  expect(await challenged(owing, 'ELSEWHERE', member)).toMatchObject({ code: 'UNKNOWN_CLAIM' });
  await challenged(owing, 'BELONGS_ON', member);
  expect(await challenged(owing, 'BELONGS_ON', convenor)).toMatchObject({ code: 'CHALLENGED_ALREADY' });
});

test('nobody is put on a roll who had no vote when it was frozen', async () => {
  await world.db.updateTable('membership').set({ state: 'SUSPENDED' }).where('person_id', '=', owing).execute();
  expect(await challenged(owing, 'BELONGS_ON', member)).toMatchObject({ code: 'NOT_A_MEMBER_THEN' });
  await world.db.updateTable('membership').set({ state: 'ACTIVE' }).where('person_id', '=', owing).execute();
});

test('the roll is challenged within its days and not after', async () => {
  await closeIn(world, root, 60_000);
  expect(await challenged(owing, 'BELONGS_ON', member)).toMatchObject({
    code: 'CHALLENGE_TOO_LATE',
    values: { challengeUntil: expect.any(String) },
  });
});

test('officers of the body and the persons concerned see a challenge, with the deed that is due', async () => {
  const { challenge: made } = await challenged(owing, 'BELONGS_ON', member);
  const seen = async (as: string | null) =>
    (await readPoll(world, birch, as, 'challenges { aboutName byName viewerCan }'))['challenges'];
  expect((await seen(secretary))[0]).toMatchObject({ aboutName: expect.any(String), viewerCan: ['decideChallenge'] });
  expect((await seen(owing))[0]).toMatchObject({ viewerCan: [] });
  expect([await seen(here.people['birch']![8]!), await seen(here.people['alder']![4]!), await seen(null)]).toEqual([
    [],
    [],
    [],
  ]);
  const { data } = await world.ask('{ dueFromMe { kind path } }', {}, secretary);
  expect(data.dueFromMe).toContainEqual({ kind: 'CHALLENGE', path: `/poll/Poll_${birch}/facts` });
  await decideOn(world, made.id, false, secretary);
});

test('the result waits for an undecided challenge, which lapses in the end', async () => {
  await challenged(owing, 'BELONGS_ON', member);
  await finish();
  expect(await certify(world, root, here.secretary)).toMatchObject({
    code: 'CONTESTED',
    values: { challenges: ['Birch'] },
  });
  await passWaiting(world, root);
  await certifyDuePolls(world.clock());
  expect((await result(world, root))['electors']).toBe(21);
  const [left] = await world.db
    .selectFrom('roll_challenge')
    .select(['state', 'note'])
    .where('poll_id', '=', birch)
    .execute();
  expect(left).toEqual({ state: 'DISMISSED', note: 'Not decided in time.' });
});

test('an open ballot is struck out even after the close; a confidential one can not be found any more', async () => {
  await cast(world, birch, 'FOR', here.people['birch']![7]!);
  const { challenge: made } = await challenged(here.people['birch']![7]!, 'DOES_NOT_BELONG', member);
  await finish();
  expect(await decideOn(world, made.id, true, secretary)).toMatchObject({ challenge: { state: 'UPHELD' } });
  await certifyDuePolls(world.clock());
  expect((await result(world, root))['ballots']).toBe(9);
  expect(await verified()).toEqual([]);

  await ownRules(world, here.bodies['birch']!, {
    decisions: { MANDATE: { ...foundingRules.decisions.DEFAULT, voting: 'MEMBERS', secret: true } },
  });
  root = await opened(world, here.bodies['federation']!, here.secretary);
  birch = await pollIn(world, root, here.bodies['birch']!);
  const again = (await challenged(here.people['birch']![7]!, 'DOES_NOT_BELONG', member)) as Facts;
  await cast(world, birch, 'FOR', here.people['birch']![7]!);
  await finish();
  expect(await decideOn(world, again['challenge'].id, true, secretary)).toMatchObject({ code: 'BALLOTS_SEALED' });
  expect(local(again['challenge'].id)).toMatch(/^[0-9a-f-]{36}$/);
});
