// An election of delegates from its call to the day they take office, through the API alone: nominated, answered, voted
// on screens and on paper, counted by the Scottish rules, verified offline from the published bundle.
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { publishedBundle } from '../../server/history/publish.js';
import { verifyBundle } from '../../server/history/verify.js';
import { rollTextOf } from '../../server/polls/freeze.js';
import { cast, close } from '../support/polls.js';
import {
  call,
  closeNominations,
  electing,
  inMonths,
  keyed,
  membershipOf,
  read,
  stand,
  votingOf,
  type Electing,
  type Voting,
} from '../support/elections.js';
import { passTime } from '../support/time.js';

let all: Electing;
beforeAll(async () => {
  all = await electing(20);
});
afterAll(() => all.world.close());

let id: string;
let vote: Voting;

test('the Secretary calls it: places, method and term are those of the rule book', async () => {
  const { world, bodyId, secretary } = all;
  const election = await call(world, bodyId, secretary);
  expect(election).toMatchObject({
    title: 'Delegate of Alder',
    state: 'NOMINATIONS',
    office: 'DELEGATE',
    calledBy: 'RULE_BOOK',
    method: 'scottish-stv',
    seats: 2,
    secret: true,
    termMonths: 12,
    takesOfficeOn: inMonths(1),
    poll: null,
  });
  id = election['id'];
});

test('members stand, are nominated, accept and decline', async () => {
  const { world, people } = all;
  const [, , , ann, bea, cid, dot] = people as [string, string, string, string, string, string, string];
  expect(await stand(world, id, ann, { statement: 'Bread and *roses*.' })).toMatchObject({ state: 'STANDING' });
  await stand(world, id, bea);
  const proposed = await stand(world, id, ann, { membershipId: await membershipOf(world, cid) });
  expect(proposed).toMatchObject({ state: 'PROPOSED' });
  const due = await world.ask('{ dueFromMe { kind path } }', {}, cid);
  expect(due.data.dueFromMe.map(({ kind }: { kind: string }) => kind)).toContain('NOMINATION');
  const accepted = await keyed(
    world,
    'acceptNomination',
    { candidateId: proposed['id'], statement: 'If I must.' },
    cid,
  );
  expect(accepted).toMatchObject({ state: 'STANDING', statement: 'If I must.' });
  const other = await stand(world, id, ann, { membershipId: await membershipOf(world, dot) });
  expect(await keyed(world, 'declineNomination', { candidateId: other['id'] }, dot)).toMatchObject({
    state: 'DECLINED',
  });
});

test('nominations over, the vote opens with a paper in drawn order and a lot under seal', async () => {
  const { world, secretary } = all;
  await closeNominations(world, id);
  const open = await keyed(world, 'openElection', { electionId: id }, secretary);
  expect(open).toMatchObject({
    state: 'VOTING',
    rollCount: 20,
    poll: { method: 'scottish-stv', options: ['1', '2', '3'] },
  });
  expect(open['lotCommitment']).toMatch(/^[0-9a-f]{64}$/);
  expect(open['candidates'].map(({ number }: { number: number }) => number)).toEqual([1, 2, 3]);
  vote = await votingOf(world, id);
});

test('members vote on screens, and two on paper that two tellers read alike', async () => {
  const { world, people, tellers } = all;
  const [ann, bea, cid] = people.slice(3, 6).map(vote.numberOf) as [number, number, number];
  const marks = [
    `${ann}>${cid}`,
    `${ann}>${cid}`,
    `${ann}>${cid}`,
    `${ann}`,
    `${ann}`,
    `${bea}`,
    `${bea}>${cid}`,
    'BLANK',
  ];
  for (const [at, choice] of marks.entries()) {
    const receipt = await cast(world, vote.pollId, choice, people[at]!);
    expect(receipt).toMatchObject({ choice, nonce: expect.any(String) });
  }
  for (const person of people.slice(8, 10))
    await keyed(world, 'handPaper', { electionId: id, membershipId: await membershipOf(world, person) }, tellers[0]);
  const lines = [`${bea}>${cid}`, `${bea}`];
  await keyed(world, 'recordPapers', { electionId: id, batch: 1, lines }, tellers[0]);
  const read = await keyed(world, 'recordPapers', { electionId: id, batch: 1, lines: lines.toReversed() }, tellers[1]);
  expect(read).toMatchObject({ papersHanded: 2, papersAgreed: 2 });
});

test('closed and counted: two are elected and take office on the day set', async () => {
  const { world, secretary, bodyId, people } = all;
  await passTime(world, vote.pollId);
  await close(world, vote.pollId, secretary);
  const done = await keyed(world, 'certifyElection', { electionId: id }, secretary);
  expect(done).toMatchObject({ state: 'CERTIFIED', result: { outcome: 'ELECTED', papers: 10, withheld: false } });
  const [ann, bea, cid] = people.slice(3, 6).map(vote.numberOf) as [number, number, number];
  const { result, lotCommitment } = done;
  expect(result.elected.map(({ number }: { number: number }) => number)).toEqual([ann, bea]);
  expect(result.alternates.map(({ number }: { number: number }) => number)).toEqual([cid]);
  const seed = Buffer.from(result.lotSeed, 'hex');
  expect(createHash('sha256').update(seed).digest('hex')).toBe(lotCommitment);
  expect(createHash('sha256').update(result.file).digest('hex')).toBe(result.fileHash);
  expect(JSON.parse(result.count).stages.length).toBeGreaterThan(0);
  const terms = await world.db
    .selectFrom('office_term')
    .select(['person_id', 'from_date', 'until_date', 'source'])
    .where('body_id', '=', bodyId)
    .where('office', '=', 'DELEGATE')
    .execute();
  expect(terms.map(({ person_id }) => person_id).sort()).toEqual([people[3], people[4]].sort());
  expect(terms.every(({ source, from_date }) => source === 'ELECTION' && from_date === inMonths(1))).toBe(true);
});

test('everybody finds it: with the body, and by its id', async () => {
  const { world, people } = all;
  const { data } = await world.ask('{ body(slug: "alder") { elections(first: 5) { edges { node { id state } } } } }');
  expect(data.body.elections.edges).toEqual([{ node: { id, state: 'CERTIFIED' } }]);
  const stranger = await read(world, id);
  expect(stranger['candidates'].map(({ name }: { name: string | null }) => name)).toEqual([null, null, null]);
  const member = await read(world, id, people[15]);
  expect(member['candidates'].every(({ name }: { name: string | null }) => name !== null)).toBe(true);
});

test('whoever keeps the published bundle checks the election without asking anybody', async () => {
  const { bundle } = await publishedBundle(all.world.db, all.world.services.sequencer, rollTextOf);
  const { ok, checks } = verifyBundle(bundle);
  expect(checks.filter((each) => !each.ok)).toEqual([]);
  expect(ok).toBe(true);
  expect(checks.map(({ name }) => name)).toContain(`election ${vote.pollId}: recount`);
});
