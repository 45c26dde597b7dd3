// Confidential ballots: while the poll is open nobody else is told, once it is closed nothing is left to tell.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { ballotCode } from '../../../server/history/commitments.js';
import { forgetBallots } from '../../../server/polls/byTheClock.js';
import { foundingRules } from '../../support/founding.js';
import { cast, close, gather, opened, pollIn, readPoll, result, type Gathered } from '../../support/polls.js';
import { passTime } from '../../support/time.js';
import { newKey, openWorld, type World } from '../../support/world.js';

let world: World;
let here: Gathered;
let root: string;
let alder: string;
const rules = { ...foundingRules, decisions: { DEFAULT: { ...foundingRules.decisions.DEFAULT, secret: true } } };
beforeAll(async () => {
  world = await openWorld();
  here = await gather(world, { North: { Alder: 60, Birch: 8, Cedar: 9 } }, rules);
  root = await opened(world, here.bodies['federation']!, here.secretary);
  alder = await pollIn(world, root, here.bodies['alder']!);
});
afterAll(() => world.close());

const person = (n: number) => here.people['alder']![n]!;
const rows = async (pollId: string) =>
  (
    await sql<
      Record<string, unknown>
    >`select ctid::text as place, xmin::text as written, id, elector, code, cast_at, marks, replaced from ballot where poll_id = ${pollId} order by ctid`.execute(
      world.db,
    )
  ).rows;

test('while it is open a ballot stands under a code, not under its person', async () => {
  await cast(world, alder, 'FOR', person(0));
  const [row] = await rows(alder);
  expect(row!['elector']).not.toBeNull();
  expect(here.people['alder']).not.toContain(row!['elector']);
});

test('only its owner is shown it, and may revise it', async () => {
  const second = await cast(world, alder, 'AGAINST', person(0));
  expect(second).toMatchObject({ replaced: true, poll: { viewer: { ballot: { choice: 'AGAINST' } } } });
  expect((await readPoll(world, alder, person(1), 'viewer { ballot { choice } }'))['viewer'].ballot).toBeNull();
});

test('the receipt’s nonce opens the code in the log, and nothing else in the log tells of it', async () => {
  const receipt = await cast(world, alder, 'FOR', person(1));
  const record = await world.db
    .selectFrom('history_record')
    .select(['type', 'body', 'at'])
    .where('id', '=', receipt['recordId'])
    .executeTakeFirstOrThrow();
  expect(record).toMatchObject({
    type: 'ballot.cast',
    body: { poll: alder, code: ballotCode(Buffer.from(receipt['nonce'], 'hex'), alder, 'FOR'), prev: null },
  });
  expect(Object.keys(record.body)).toHaveLength(3);
  expect(new Date(record.at).getUTCSeconds()).toBe(0);
  expect(new Date(receipt['castAt']).getUTCSeconds()).toBe(0);
});

test('sent again it is the same ballot, with the same nonce', async () => {
  const id = newKey();
  const [first, again] = [
    await cast(world, alder, 'FOR', person(2), id),
    await cast(world, alder, 'FOR', person(2), id),
  ];
  expect([again['recordId'], again['nonce'], again['acknowledgement']]).toEqual([
    first['recordId'],
    first['nonce'],
    first['acknowledgement'],
  ]);
  expect(await cast(world, alder, 'AGAINST', person(2), id)).toMatchObject({ code: 'KEY_USED' });
});

test('twenty devices at once leave one confidential ballot', async () => {
  await Promise.all(Array.from({ length: 20 }, (_, i) => cast(world, alder, i % 2 ? 'FOR' : 'AGAINST', person(3))));
  const standing = (await rows(alder)).filter((row) => !row['replaced']);
  expect(standing).toHaveLength(4);
});

test('no memory of answers is kept that would tell who cast what', async () => {
  const remembered = await world.db.selectFrom('deed_answer').select('name').where('name', '=', 'castBallot').execute();
  expect(remembered).toEqual([]);
});

test('the database refuses to close the poll while a key or an elector is left', async () => {
  const other = await opened(world, here.bodies['federation']!, here.secretary);
  const birch = await pollIn(world, other, here.bodies['birch']!);
  await passTime(world, other);
  const shut = world.db
    .updateTable('poll')
    .set({ state: 'CLOSED', closed_at: new Date() })
    .where('id', '=', birch)
    .execute();
  await expect(shut).rejects.toMatchObject({ code: 'MD015' });
});

test('once it is closed nothing links a person to a ballot: no elector, no code, no key, no time, no order', async () => {
  const kept = newKey();
  await Promise.all(here.people['alder']!.slice(4, 8).map((member) => cast(world, alder, 'ABSTAIN', member)));
  for (const [i, member] of here.people['alder']!.slice(8, 48).entries())
    await cast(world, alder, i < 20 ? 'FOR' : 'AGAINST', member, i === 0 ? kept : undefined);
  const before = await rows(alder);
  await passTime(world, root);
  await close(world, root, here.secretary);
  const after = await rows(alder);
  expect(after).toHaveLength(48);
  expect(
    after.every(
      (row) => row['elector'] === null && row['code'] === null && row['cast_at'] === null && row['replaced'] === false,
    ),
  ).toBe(true);
  expect(await world.db.selectFrom('poll_key').selectAll().where('poll_id', '=', alder).execute()).toEqual([]);
  expect(after.filter((row) => before.some((old) => old['id'] === row['id']))).toEqual([]);
  expect(new Set(after.map((row) => row['written'])).size).toBe(1);
  // Were the order kept, the twenty FOR would stand before the twenty AGAINST: one chance in 10^11 that it is luck.
  for (const order of ['place', 'id']) {
    const marks = after.toSorted((a, b) => (String(a[order]) < String(b[order]) ? -1 : 1)).map((row) => row['marks']);
    const last = marks.filter((mark) => mark !== 'ABSTAIN').slice(-20);
    expect([0, 20]).not.toContain(last.filter((mark) => mark === 'AGAINST').length);
  }
  const viewer = (await readPoll(world, alder, person(8), 'viewer { ballot { choice } cannot { code } }'))['viewer'];
  expect(viewer).toEqual({ ballot: null, cannot: expect.objectContaining({ code: 'POLL_CLOSED' }) });
  expect(await cast(world, alder, 'FOR', person(8), kept)).toMatchObject({ code: 'POLL_CLOSED' });
});

test('the rows that stood before are cleared from the pages of the database', async () => {
  await sql`create extension if not exists pgstattuple`.execute(world.db);
  const dead = async () =>
    Number(
      (await sql<{ dead: string }>`select dead_tuple_count as dead from pgstattuple('ballot')`.execute(world.db))
        .rows[0]!.dead,
    );
  // A transaction still open elsewhere in the database keeps the old rows from being cleared; the next turn clears them.
  for (let turn = 0; turn < 100 && (await dead()) > 0; turn++) {
    await forgetBallots(world.clock());
    await new Promise((resolve) => setTimeout(resolve, turn));
  }
  expect(await dead()).toBe(0);
});

test('its tally is that of the ballots', async () => {
  const told = await result(world, alder);
  const members = told['lenses'].find((lens: { lens: string }) => lens.lens === 'MEMBERS');
  expect(members.totals.reduce((sum: number, { count }: { count: number }) => sum + count, 0)).toBe(48);
});

test('the rule of the poll says what a confidential one does not keep to itself', async () => {
  const { rule } = await readPoll(world, root, null, 'rule { key text }');
  expect(rule.map((sentence: { key: string }) => sentence.key)).toEqual(
    expect.arrayContaining(['rule.secret', 'rule.secret.small', 'rule.secret.side']),
  );
});
