// Papers enter by two tellers who must read alike, never more than were handed out.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { electing, keyed, membershipOf, read, voting, type Electing, type Voting } from '../../support/elections.js';
import { close } from '../../support/polls.js';
import { passTime, passWaiting } from '../../support/time.js';

let all: Electing;
let vote: Voting;
beforeAll(async () => {
  all = await electing(14);
  vote = await voting(all, all.people.slice(3, 6));
  for (const person of all.people.slice(6, 11)) {
    const membershipId = await membershipOf(all.world, person);
    await keyed(all.world, 'handPaper', { electionId: vote.id, membershipId }, all.tellers[0]);
  }
});
afterAll(() => all.world.close());

const record = (as: string, batch: number, given: object) =>
  keyed(all.world, 'recordPapers', { electionId: vote.id, batch, ...given }, as);
const batches = async (as: string) =>
  await read(
    all.world,
    vote.id,
    as,
    'papersHanded papersAgreed batches { number agreed readings { mine lines unlike { line marks } } } paperHolders { name }',
  );

test('members and strangers neither enter papers nor see them', async () => {
  const { people } = all;
  expect(await record(people[8]!, 1, { lines: ['1'] })).toMatchObject({ code: 'NOT_ALLOWED' });
  expect(await batches(people[8]!)).toMatchObject({ batches: [], paperHolders: [] });
});

test.each([
  [{ lines: ['4>1'] }, 'UNREADABLE_PAPER'],
  [{ lines: ['1', 'x'] }, 'UNREADABLE_PAPER'],
  [{ lines: [] }, 'BATCH_SIZE'],
  [{ blt: '' }, 'UNREADABLE_FILE'],
  [{ blt: '2 1\n1 1 0\n0\n"a"\n"b"\n"t"\n' }, 'UNREADABLE_FILE'],
  [{ blt: '3 2\n1 9 0\n0\n"a"\n"b"\n"c"\n"t"\n' }, 'UNREADABLE_FILE'],
  [{ blt: '3 2\n0.5 1 0\n0\n"a"\n"b"\n"c"\n"t"\n' }, 'UNREADABLE_FILE'],
  [{ lines: ['1', '2', '3', '1', '2', '3'] }, 'MORE_THAN_HANDED'],
])('%j is refused', async (given, code) => {
  expect(await record(all.tellers[0], 1, given)).toMatchObject({ code });
});

test('a refusal names the line', async () => {
  expect(await record(all.tellers[0], 1, { lines: ['1', '1>7'] })).toMatchObject({ values: { line: 2 } });
  expect(await record(all.tellers[0], 1, { blt: '3 2\n1 1 0\n1 9 0\n0\n' })).toMatchObject({ values: { line: 3 } });
  expect(await record(all.tellers[0], 0, { lines: ['1'] })).toMatchObject({ code: 'BATCH_NUMBER' });
});

test('one teller alone does not count, and cannot agree with themselves', async () => {
  const [first] = all.tellers;
  await record(first, 1, { lines: ['1>2', '3', 'SPOILT'] });
  expect(await record(first, 1, { lines: ['1>2', '3', 'SPOILT'] })).toMatchObject({ papersAgreed: 0 });
  const told = await all.world.ask('{ dueFromMe { kind path } }', {}, all.tellers[1]);
  expect(told.data.dueFromMe).toContainEqual({ kind: 'PAPERS', path: `/election/${vote.id}/papers` });
});

test('where they differ both stand, with the lines that have no counterpart', async () => {
  const [first, second] = all.tellers;
  await record(second, 1, { lines: ['3', '2>1', 'SPOILT'] });
  const seen = await batches(first);
  expect(seen['batches']).toEqual([
    {
      number: 1,
      agreed: false,
      readings: [
        { mine: true, lines: ['1>2', '3', 'SPOILT'], unlike: [{ line: 1, marks: '1>2' }] },
        { mine: false, lines: ['3', '2>1', 'SPOILT'], unlike: [{ line: 2, marks: '2>1' }] },
      ],
    },
  ]);
  expect(seen['paperHolders']).toHaveLength(5);
});

test('alike, in whatever order the papers lay, they count; the history says how many and not what', async () => {
  const [first, second] = all.tellers;
  expect(await record(second, 1, { lines: ['SPOILT', '3', ' 1 > 2 '] })).toMatchObject({ papersAgreed: 3 });
  const { rows } = await sql<{ body: object }>`select body from history_record where type = 'papers.count'`.execute(
    all.world.db,
  );
  expect(rows).toEqual([
    { body: { poll: vote.pollId, batch: 1, papers: 3, digest: expect.stringMatching(/^[0-9a-f]{64}$/) } },
  ]);
  expect(await record(first, 2, { blt: '3 2\n2 2 1 0\n0\n"a"\n"b"\n"c"\n"t"\n' })).toMatchObject({ papersHanded: 5 });
  expect(await record(second, 2, { lines: ['2>1', '2>1'] })).toMatchObject({ papersAgreed: 5 });
});

test('no paper is taken back once as many are entered as were handed out', async () => {
  const membershipId = await membershipOf(all.world, all.people[6]!);
  expect(await keyed(all.world, 'takeBackPaper', { electionId: vote.id, membershipId }, all.tellers[0])).toMatchObject({
    code: 'PAPERS_ENTERED',
  });
});

test('a teller who reads again and falls out with the other takes the batch back, on record', async () => {
  expect(await record(all.tellers[0], 2, { lines: ['2>1', '1>2'] })).toMatchObject({ papersAgreed: 3 });
  const { rows } = await sql<{ body: object }>`select body from history_record where type = 'correction'`.execute(
    all.world.db,
  );
  expect(rows).toEqual([{ body: expect.objectContaining({ action: 'VOID_PAPERS', subject: '2' }) }]);
});

test('the result waits for papers that tellers have not read alike; then what is agreed counts', async () => {
  const { world, secretary, tellers } = all;
  await passTime(world, vote.pollId);
  await close(world, vote.pollId, secretary);
  const handed = await world.db.selectFrom('paper_handed').select('person_id').execute();
  expect(handed).toEqual([]);
  expect(await keyed(world, 'certifyElection', { electionId: vote.id }, secretary)).toMatchObject({
    code: 'CONTESTED',
    values: { batches: ['2'], papersHanded: 5, papersAgreed: 3 },
  });
  expect(await record(tellers[0], 3, { lines: ['1'] })).toMatchObject({ code: 'MORE_THAN_HANDED' });
  await passWaiting(world, vote.pollId);
  const done = await keyed(world, 'certifyElection', { electionId: vote.id }, secretary);
  expect(done).toMatchObject({ state: 'CERTIFIED', papersHanded: 5, result: { papers: 3 } });
  expect(await record(tellers[0], 2, { lines: ['2>1', '2>1'] })).toMatchObject({ code: 'ELECTION_STATE' });
});
