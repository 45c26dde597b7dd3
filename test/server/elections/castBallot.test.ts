// Ballots of an election: one each, in time, in the one form, on a screen or on paper and never on both.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { electing, keyed, membershipOf, read, voting, type Electing, type Voting } from '../../support/elections.js';
import { cast, certify, challenge, count, decideOn } from '../../support/polls.js';
import { closeIn, passTime } from '../../support/time.js';
import { newKey } from '../../support/world.js';

let all: Electing;
let vote: Voting;
beforeAll(async () => {
  all = await electing(16);
  vote = await voting(all, all.people.slice(3, 7));
});
afterAll(() => all.world.close());

const casting = (who: number, marks: string, id?: string) => cast(all.world, vote.pollId, marks, all.people[who]!, id);
const paper = (name: 'handPaper' | 'takeBackPaper', who: number, as = all.tellers[0]) =>
  membershipOf(all.world, all.people[who]!).then((membershipId) =>
    keyed(all.world, name, { electionId: vote.id, membershipId }, as),
  );

test.each([
  ['5>1', 'a candidate who is not on the paper'],
  ['1>1', 'a candidate twice'],
  ['1=2', 'equal ranks, which this count does not know'],
  ['1 > 2', 'another way of writing 1>2'],
  ['FOR', 'the option of a motion'],
  ['SPOILT', 'what only a teller can read'],
])('%s is refused: %s', async (marks) => {
  expect(await casting(8, marks)).toMatchObject({
    code: 'UNREADABLE_MARKS',
    field: 'choice',
    values: { candidates: 4 },
  });
});

test('who is not on the roll learns why', async () => {
  const { world, gathered } = all;
  expect(await cast(world, vote.pollId, '1', gathered.people['birch']![0]!)).toMatchObject({
    code: 'NOT_ON_ROLL',
    values: { reason: 'OTHER_BODY' },
  });
});

test('a ballot has its receipt, can be changed, and stands once', async () => {
  const first = await casting(8, '3>1>2');
  expect(first).toMatchObject({
    choice: '3>1>2',
    replaced: false,
    nonce: expect.any(String),
    acknowledgement: expect.any(String),
  });
  expect(await casting(8, 'BLANK')).toMatchObject({ choice: 'BLANK', replaced: true });
  expect(await casting(8, '2')).toMatchObject({ replaced: true, poll: { viewer: { ballot: { choice: '2' } } } });
});

test('the same ballot sent twice at once is one ballot; two different ones follow each other', async () => {
  const id = newKey();
  const [one, other] = await Promise.all([casting(9, '1>2', id), casting(9, '1>2', id)]);
  expect(one).toEqual(other);
  await Promise.all(['1', '2', '3', '4', '1>3', '2>4'].map((marks) => casting(9, marks)));
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from ballot where poll_id = ${vote.pollId} and elector = elector_in(${vote.pollId}, ${all.people[9]!}) and not replaced`.execute(
    all.world.db,
  );
  expect(rows[0]!.n).toBe(1);
});

test('who has cast a ballot gets no paper; who has a paper casts no ballot, until it is taken back', async () => {
  const { world, people } = all;
  expect(await paper('handPaper', 8)).toMatchObject({ code: 'HAS_A_BALLOT' });
  expect(await paper('handPaper', 10)).toMatchObject({ papersHanded: 1 });
  expect(await paper('handPaper', 10)).toMatchObject({ code: 'HAS_A_PAPER' });
  expect(await casting(10, '1')).toMatchObject({ code: 'HAS_A_PAPER' });
  const { data } = await world.ask(
    'query ($id: ID!) { poll(id: $id) { viewerCan viewer { cannot { code } } } }',
    { id: `Poll_${vote.pollId}` },
    people[10],
  );
  expect(data.poll).toMatchObject({ viewer: { cannot: { code: 'HAS_A_PAPER' } } });
  expect(data.poll.viewerCan).not.toContain('castBallot');
  expect(await paper('takeBackPaper', 11)).toMatchObject({ code: 'HAS_NO_PAPER' });
  expect(await paper('takeBackPaper', 10)).toMatchObject({ papersHanded: 0 });
  expect(await casting(10, '1')).toMatchObject({ choice: '1' });
});

test('a paper handed out while the ballot is being cast: one of the two, never both', async () => {
  for (let who = 11; who < 14; who++) {
    const [ballot, handed] = await Promise.all([casting(who, '1'), paper('handPaper', who)]);
    const done = [ballot['choice'] !== undefined, handed['papersHanded'] !== undefined];
    expect(done.filter(Boolean)).toHaveLength(1);
  }
});

test('only tellers and officers hand out papers, and only to who is on the roll', async () => {
  const { world, gathered } = all;
  expect(await paper('handPaper', 14, all.people[8])).toMatchObject({ code: 'NOT_ALLOWED' });
  const membershipId = await membershipOf(world, gathered.people['birch']![0]!);
  await expect(keyed(world, 'handPaper', { electionId: vote.id, membershipId }, all.tellers[0])).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});

test('what is for motions is not for elections', async () => {
  expect(await count(all.world, vote.pollId, { 1: 3 }, 10, all.tellers[0])).toMatchObject({ code: 'NOT_A_MOTION' });
  expect(await certify(all.world, vote.pollId, all.secretary)).toMatchObject({ code: 'NOT_A_MOTION' });
});

test('a challenge to the roll of an election is decided as of any poll, save that a paper cannot be struck out', async () => {
  const { world, people } = all;
  const about = (await membershipOf(world, people[8]!)).slice('Membership_'.length);
  const { challenge: made } = await challenge(world, vote.pollId, about, 'DOES_NOT_BELONG', people[9]!);
  const before = await read(world, vote.id, people[9]!, 'rollCount poll { ballotCount }');
  await decideOn(world, made.id, true, all.secretary);
  const after = await read(world, vote.id, people[9]!, 'rollCount poll { ballotCount }');
  expect(after).toEqual({ rollCount: before['rollCount'] - 1, poll: { ballotCount: before['poll'].ballotCount - 1 } });
  await paper('handPaper', 14);
  const holder = (await membershipOf(world, people[14]!)).slice('Membership_'.length);
  const { challenge: other } = await challenge(world, vote.pollId, holder, 'DOES_NOT_BELONG', people[9]!);
  expect(await decideOn(world, other.id, true, all.secretary)).toMatchObject({ code: 'HAS_A_PAPER' });
  await decideOn(world, other.id, false, all.secretary);
});

test('nobody is told how it stands, and who withdraws stays on the paper', async () => {
  const { world, people } = all;
  expect((await read(world, vote.id, people[8]!))['result']).toBeNull();
  const [candidate] = (await read(world, vote.id, people[3]!))['candidates'].filter(
    ({ mine }: { mine: boolean }) => mine,
  );
  expect(candidate.viewerCan).toEqual(['withdrawCandidate']);
  expect(await keyed(world, 'withdrawCandidate', { candidateId: candidate.id }, people[4]!)).toMatchObject({
    code: 'NOT_ALLOWED',
  });
  expect(await keyed(world, 'withdrawCandidate', { candidateId: candidate.id }, people[3]!)).toMatchObject({
    state: 'WITHDRAWN',
  });
  expect((await read(world, vote.id, people[8]!))['candidates']).toHaveLength(4);
});

test('at the very end each ballot is before the close and counted, or after it and refused', async () => {
  const { world, people } = all;
  await closeIn(world, vote.pollId, 150);
  const marks = Array.from({ length: 12 }, (_, at) => ['1>2', '2>1', '3>4', '4>3'][at % 4]!);
  for (let at = 0; at < marks.length; at++) {
    const answer = await cast(world, vote.pollId, marks[at]!, people[15]!);
    expect(answer['code'] ?? 'CAST').toMatch(/^(CAST|POLL_CLOSED)$/);
    await new Promise((done) => setTimeout(done, 20));
  }
  await passTime(world, vote.pollId);
  expect(await casting(15, '1')).toMatchObject({ code: 'POLL_CLOSED' });
  expect(await paper('handPaper', 7)).toMatchObject({ code: 'POLL_CLOSED' });
});
