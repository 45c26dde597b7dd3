// From nominations to the vote: not before their time, by the clock or an officer; and what happens where hardly anybody
// stands.
import { createHash } from 'node:crypto';
import { afterEach, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { openDueElections } from '../../../server/elections/byTheClock.js';
import { lotOrder } from '../../../server/history/commitments.js';
import {
  call,
  closeNominations,
  electing,
  inMonths,
  keyed,
  membershipOf,
  read,
  stand,
  voting,
  type Electing,
} from '../../support/elections.js';
import { local } from '../../support/polls.js';

let all: Electing;
afterEach(() => all.world.close());

const open = (id: string, as: string | null = all.secretary, more: object = {}) =>
  keyed(all.world, 'openElection', { electionId: id, ...more }, as);

test('the vote does not open before nominations are closed, nor by anybody’s hand', async () => {
  all = await electing(8);
  const { id } = await call(all.world, all.bodyId, all.secretary);
  expect(await open(id, all.people[5])).toMatchObject({ code: 'NOT_ALLOWED' });
  expect(await open(id)).toMatchObject({ code: 'NOMINATIONS_OPEN', values: { until: expect.any(String) } });
  await closeNominations(all.world, id);
  const soon = new Date(Date.now() + 86_400_000).toISOString();
  expect(await open(id, all.secretary, { closesAt: soon })).toMatchObject({ code: 'CLOSING_TIME' });
});

test('where nobody stands it lapses, and the officers who are to call it again find it among what is due', async () => {
  all = await electing(8);
  const { world, secretary } = all;
  const { id } = await call(world, all.bodyId, secretary);
  await closeNominations(world, id);
  await openDueElections(world.clock());
  expect(await read(world, id)).toMatchObject({ state: 'LAPSED', poll: null, result: null });
  const { data } = await world.ask('{ dueFromMe { kind path values } }', {}, secretary);
  expect(data.dueFromMe).toContainEqual({
    kind: 'CALL_ELECTION',
    path: '/b/alder/elections',
    values: { office: 'DELEGATE' },
  });
  expect(await call(world, all.bodyId, secretary)).toMatchObject({ state: 'NOMINATIONS' });
});

test('no more stand than there are places: they are elected without a vote, and it is on record', async () => {
  all = await electing(8);
  const { world, people, secretary } = all;
  const { id } = await call(world, all.bodyId, secretary);
  await stand(world, id, people[4]!);
  const asked = await stand(world, id, people[4]!, { membershipId: await membershipOf(world, people[5]!) });
  await closeNominations(world, id);
  const election = await open(id);
  expect(election).toMatchObject({
    state: 'CERTIFIED',
    poll: null,
    result: { outcome: 'UNOPPOSED', papers: 0, count: null },
  });
  expect(election['result'].elected).toHaveLength(1);
  const terms = await world.db
    .selectFrom('office_term')
    .select(['person_id', 'source'])
    .where('office', '=', 'DELEGATE')
    .execute();
  expect(terms).toEqual([{ person_id: people[4], source: 'ELECTION' }]);
  const { state } = await world.db
    .selectFrom('candidate')
    .select('state')
    .where('id', '=', local(asked['id']))
    .executeTakeFirstOrThrow();
  expect(state).toBe('LAPSED');
  const recorded = await sql<{
    body: object;
  }>`select body from history_record where type = 'result' and body ->> 'poll' = ${local(id)}`.execute(world.db);
  expect(recorded.rows).toEqual([{ body: expect.objectContaining({ outcome: 'UNOPPOSED', proposal: null }) }]);
});

test('with re-opening nominations on the paper even one candidate is voted on', async () => {
  all = await electing(8, { reopenNominations: true });
  const { world, people } = all;
  const vote = await voting(all, [people[4]!]);
  const { candidates } = await read(world, vote.id, people[4]!);
  expect(candidates).toMatchObject([
    { number: 1, kind: 'PERSON' },
    { number: 2, kind: 'REOPEN', name: null },
  ]);
});

test('paper and lot are drawn and sealed: the seed fits its digest, and is nowhere to be had before the count', async () => {
  all = await electing(12);
  const { world, people } = all;
  const vote = await voting(all, people.slice(3, 11), { takesOfficeOn: inMonths(1) });
  const seen = await read(world, vote.id, people[3]!);
  expect(seen['lotCommitment']).toMatch(/^[0-9a-f]{64}$/);
  expect(seen['result']).toBeNull();
  const { rows } = await sql<{ body: { lot: string; voting: string } }>`
    select body from history_record where type = 'ballot.open' and body ->> 'poll' = ${vote.pollId}`.execute(world.db);
  expect(rows[0]!.body).toMatchObject({ lot: seen['lotCommitment'], voting: 'MEMBERS', secret: true, parent: null });
  const { seed } = await world.db
    .selectFrom('election_lot')
    .select('seed')
    .where('election_id', '=', vote.pollId)
    .executeTakeFirstOrThrow();
  expect(createHash('sha256').update(seed).digest('hex')).toBe(seen['lotCommitment']);
  expect(lotOrder(seed, ['a', 'b', 'c']).toSorted()).toEqual([1, 2, 3]);
  expect(new Set(vote.persons.values()).size).toBe(8);
});

test('two who open it at once open it once', async () => {
  all = await electing(8);
  const { world, people, secretary } = all;
  const { id } = await call(world, all.bodyId, secretary);
  for (const person of people.slice(3, 7)) await stand(world, id, person);
  await closeNominations(world, id);
  const [first, second] = await Promise.all([open(id), open(id), openDueElections(world.clock())]);
  const answers = [first, second].map((answer) => answer['code'] ?? answer['state']);
  expect(answers.every((answer) => ['VOTING', 'ELECTION_STATE'].includes(answer))).toBe(true);
  const { n } = await world.db
    .selectFrom('poll')
    .select((x) => x.fn.countAll<string>().as('n'))
    .executeTakeFirstOrThrow();
  expect(Number(n)).toBe(1);
});

test('who left in the meantime is not on the paper', async () => {
  all = await electing(10);
  const { world, people, secretary } = all;
  const { id } = await call(world, all.bodyId, secretary);
  for (const person of people.slice(3, 8)) await stand(world, id, person);
  await sql`update membership set state = 'RESIGNED' where person_id = ${people[3]!}`.execute(world.db);
  await closeNominations(world, id);
  const election = await open(id);
  expect(election['candidates']).toHaveLength(4);
});
