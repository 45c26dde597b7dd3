// Casting: who, when, once; and that no storm of requests makes two ballots of one person.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { verifyAcknowledgement, keepsPromise } from '../../../server/history/acknowledgement.js';
import { verifierFromVkey } from '../../../server/history/key.js';
import {
  addPeople,
  cast,
  close,
  gather,
  motion,
  open,
  opened,
  pollIn,
  readPoll,
  type Gathered,
} from '../../support/polls.js';
import { closeIn, passTime } from '../../support/time.js';
import { newKey, openWorld, type World } from '../../support/world.js';

let world: World;
let here: Gathered;
let root: string;
let alder: string;
beforeAll(async () => {
  world = await openWorld();
  here = await gather(world, { North: { Alder: 60, Birch: 3 } });
  root = await opened(world, here.bodies['federation']!, here.secretary);
  alder = await pollIn(world, root, here.bodies['alder']!);
});
afterAll(() => world.close());

const person = (n: number) => here.people['alder']![n]!;
const ballots = (pollId: string, personId?: string) =>
  world.db
    .selectFrom('ballot')
    .selectAll()
    .where('poll_id', '=', pollId)
    .$if(personId !== undefined, (q) => q.where('elector', '=', personId!))
    .execute();
const standing = async (pollId: string, personId: string) =>
  (await ballots(pollId, personId)).filter((ballot) => !ballot.replaced);

test('a receipt names the record, and the record becomes the leaf the server has promised', async () => {
  const receipt = await cast(world, alder, 'FOR', person(0));
  expect(receipt).toMatchObject({
    choice: 'FOR',
    replaced: false,
    nonce: null,
    poll: { viewer: { onRoll: true, ballot: { choice: 'FOR' } } },
  });
  await world.services.sequencer.settle();
  const { data } = await world.ask(
    'query ($record: UUID!) { historyInclusion(record: $record) { leaf } historyCheckpoint { verifierKey } }',
    { record: receipt['recordId'] },
  );
  const promised = verifyAcknowledgement(receipt['acknowledgement'], [
    verifierFromVkey(data.historyCheckpoint.verifierKey),
  ]);
  expect(promised.recordId).toBe(receipt['recordId']);
  expect(keepsPromise(data.historyInclusion.leaf, promised)).toBe(true);
});

test('the same ballot sent again is the same ballot: one row, one answer', async () => {
  const id = newKey();
  const answers = await Promise.all(Array.from({ length: 20 }, () => cast(world, alder, 'FOR', person(1), id)));
  expect(
    new Set(
      answers.map((answer) =>
        JSON.stringify([
          answer['id'],
          answer['recordId'],
          answer['castAt'],
          answer['acknowledgement'],
          answer['replaced'],
        ]),
      ),
    ).size,
  ).toBe(1);
  expect(await ballots(alder, person(1))).toHaveLength(1);
});

test('one id with another choice is refused', async () => {
  const id = newKey();
  await cast(world, alder, 'FOR', person(2), id);
  expect(await cast(world, alder, 'AGAINST', person(2), id)).toMatchObject({ code: 'KEY_USED', field: 'id' });
  expect(await cast(world, alder, 'FOR', person(3), id)).toMatchObject({ code: 'KEY_USED' });
});

test('a new ballot takes the place of the former, which still answers for itself', async () => {
  const former = newKey();
  const first = await cast(world, alder, 'FOR', person(4), former);
  const second = await cast(world, alder, 'AGAINST', person(4));
  expect([first['replaced'], second['replaced']]).toEqual([false, true]);
  expect((await standing(alder, person(4))).map((ballot) => ballot.marks)).toEqual(['AGAINST']);
  const again = await cast(world, alder, 'FOR', person(4), former);
  expect([again['recordId'], again['replaced']]).toEqual([first['recordId'], false]);
  expect((await standing(alder, person(4))).map((ballot) => ballot.marks)).toEqual(['AGAINST']);
});

test('twenty devices at once leave one ballot standing for each of fifty members', async () => {
  const members = here.people['alder']!.slice(5, 55);
  const choices = ['FOR', 'AGAINST', 'ABSTAIN'];
  for (const member of members) {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) => cast(world, alder, choices[i % 3]!, member)),
    );
    expect(answers.every((answer) => answer['recordId'])).toBe(true);
  }
  for (const member of members) expect(await standing(alder, member)).toHaveLength(1);
  const votes = await world.db.selectFrom('history_record').select('body').where('type', '=', 'vote').execute();
  const chains = votes
    .map(({ body }) => body as { ballot: string; voter: string; prev: string | null; id: string })
    .filter((vote) => vote.ballot === alder);
  const replaced = chains.flatMap((vote) => vote.prev ?? []);
  expect(new Set(replaced).size).toBe(replaced.length);
}, 60_000);

test('an option that is not on the ballot is refused', async () => {
  expect(await cast(world, alder, 'PERHAPS', person(55))).toMatchObject({
    code: 'UNKNOWN_OPTION',
    field: 'choice',
    values: { options: ['FOR', 'AGAINST', 'ABSTAIN'] },
  });
});

test('nobody votes in the poll of another body, and the refusal says where they do', async () => {
  const refusal = await cast(world, alder, 'FOR', here.people['birch']![0]!);
  expect(refusal).toMatchObject({ code: 'NOT_ON_ROLL', rule: 'roll', values: { reason: 'OTHER_BODY', home: 'Birch' } });
});

test('nobody votes in a poll by bodies, and the refusal points to the poll of their own', async () => {
  const refusal = await cast(world, root, 'FOR', person(55));
  expect(refusal).toMatchObject({
    code: 'NOT_ON_ROLL',
    values: { reason: 'VOTES_IN_OWN_BODY', pollId: `Poll_${alder}` },
  });
});

test('who joined after the roll was frozen is told so', async () => {
  const [late] = await addPeople(world, here.bodies['birch']!, 1);
  await world.db.updateTable('membership').set({ joined_on: '2099-01-01' }).where('person_id', '=', late!).execute();
  const birch = await pollIn(world, root, here.bodies['birch']!);
  expect(await cast(world, birch, 'FOR', late!)).toMatchObject({
    code: 'NOT_ON_ROLL',
    values: { reason: 'JOINED_LATER' },
  });
});

test('who owed dues on the day of the roll is told what would cure it, and until when the roll can be challenged', async () => {
  const [owing] = await addPeople(world, here.bodies['birch']!, 1);
  await world.db
    .updateTable('membership')
    .set({ dues_paid_until: '2021-01-01' })
    .where('person_id', '=', owing!)
    .execute();
  const later = await opened(world, here.bodies['federation']!, here.secretary);
  const birch = await pollIn(world, later, here.bodies['birch']!);
  const refusal = await cast(world, birch, 'FOR', owing!);
  expect(refusal).toMatchObject({ code: 'NOT_ON_ROLL', values: { reason: 'NOT_IN_GOOD_STANDING' } });
  expect(refusal['message']).toMatch(/Pay what you owe.*challenge it until/);
});

test('a stranger and somebody signed out get their own answers', async () => {
  const stranger = crypto.randomUUID();
  await world.db
    .insertInto('person')
    .values({ id: stranger, display_name: 'Nobody', salt: Buffer.alloc(16) })
    .execute();
  expect(await cast(world, alder, 'FOR', stranger)).toMatchObject({
    code: 'NOT_ON_ROLL',
    values: { reason: 'NOT_A_MEMBER' },
  });
  await expect(cast(world, alder, 'FOR', null)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  await expect(cast(world, crypto.randomUUID(), 'FOR', stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('a ballot after the closing time is refused, though nobody has closed the poll yet', async () => {
  const late = await opened(world, here.bodies['federation']!, here.secretary);
  const poll = await pollIn(world, late, here.bodies['alder']!);
  const early = newKey();
  const receipt = await cast(world, poll, 'FOR', person(0), early);
  await passTime(world, late);
  expect(await cast(world, poll, 'FOR', person(1))).toMatchObject({
    code: 'POLL_CLOSED',
    values: { closedAt: expect.any(String) },
  });
  expect((await cast(world, poll, 'FOR', person(0), early))['recordId']).toBe(receipt['recordId']);
  const behindTheBack = world.db
    .insertInto('ballot')
    .values({
      poll_id: poll,
      id: newKey(),
      elector: person(1),
      body_id: here.bodies['alder']!,
      marks: 'FOR',
      cast_at: new Date(),
    })
    .execute();
  await expect(behindTheBack).rejects.toMatchObject({ code: 'MD011' });
});

test('ballots racing the closing instant: what was acknowledged is what is counted', async () => {
  for (let round = 0; round < 4; round++) {
    const { poll } = await open(world, await motion(world, here.bodies['federation']!), here.secretary);
    const racing = await pollIn(world, poll.id.slice(5), here.bodies['alder']!);
    await closeIn(world, racing, 60);
    const voters = here.people['alder']!.slice(0, 40).map(async (member, i) => {
      await new Promise((resolve) => setTimeout(resolve, (i * 7) % 110));
      return cast(world, racing, 'FOR', member);
    });
    const closing = (async () => {
      for (;;) {
        const answer = await close(world, poll.id.slice(5), here.secretary);
        if (answer['code'] !== 'POLL_OPEN') return answer;
      }
    })();
    const answers = await Promise.all(voters);
    expect((await closing)['poll']).toMatchObject({ result: { outcome: expect.any(String) } });
    const acknowledged = answers.filter((answer) => answer['recordId']).length;
    const refused = answers.filter((answer) => answer['code'] === 'POLL_CLOSED').length;
    expect(acknowledged + refused).toBe(40);
    const { data } = await world.ask('query ($id: ID!) { result(poll: $id) { ballots } }', { id: poll.id });
    expect(data.result.ballots).toBe(acknowledged);
    const closed = await world.db
      .selectFrom('history_record')
      .select('body')
      .where('type', '=', 'ballot.close')
      .execute();
    expect(
      closed.map(({ body }) => body as { poll: string; ballots: number }).find((body) => body.poll === racing)!.ballots,
    ).toBe(acknowledged);
  }
}, 60_000);

test('no field tells another person what somebody chose', async () => {
  await cast(world, alder, 'AGAINST', person(56));
  const seen = await readPoll(
    world,
    alder,
    person(57),
    'ballotCount viewer { onRoll ballot { choice } } challenges { id } tellerCounts { id }',
  );
  expect(seen['viewer']).toEqual({ onRoll: true, ballot: null });
});
