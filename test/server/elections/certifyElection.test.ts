// The count: what decides before it, what ties are settled by, what is published of it, and who has the office after it.
import { afterEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { recountElection } from '../../../server/counting/elections/certified.js';
import { readCertified } from '../../../server/counting/elections/readCertified.js';
import { certifyDueElections } from '../../../server/elections/byTheClock.js';
import { closeDuePolls } from '../../../server/polls/byTheClock.js';
import {
  call,
  closeNominations,
  electing,
  keyed,
  membershipOf,
  read,
  stand,
  today,
  voting,
  votingOf,
  type Electing,
  type Voting,
} from '../../support/elections.js';
import { cast, close, type Facts } from '../../support/polls.js';
import { foundingRules } from '../../support/founding.js';
import { passTime } from '../../support/time.js';

let all: Electing;
afterEach(() => all.world.close());

/** Casts these papers, each by another member, closes and certifies. */
async function counted(vote: Voting, papers: readonly string[]): Promise<Facts> {
  const { world, people, secretary } = all;
  for (const [at, marks] of papers.entries()) {
    const receipt = await cast(world, vote.pollId, marks, people[at]!);
    if (!receipt['recordId']) throw new Error(JSON.stringify(receipt));
  }
  await passTime(world, vote.pollId);
  await close(world, vote.pollId, secretary);
  return keyed(world, 'certifyElection', { electionId: vote.id }, secretary);
}
const terms = () =>
  all.world.db
    .selectFrom('office_term')
    .select(['person_id as person', 'office', 'election_id as election'])
    .where('source', '=', 'ELECTION')
    .execute();

test('not before the close, and not by anybody', async () => {
  all = await electing(9);
  const { world, secretary, people } = all;
  const vote = await voting(all, people.slice(3, 6));
  expect(await keyed(world, 'certifyElection', { electionId: vote.id }, people[7]!)).toMatchObject({
    code: 'NOT_ALLOWED',
  });
  expect(await keyed(world, 'certifyElection', { electionId: vote.id }, secretary)).toMatchObject({
    code: 'POLL_OPEN',
  });
});

test('the clock closes and counts where nothing is contested, and coming twice does no harm', async () => {
  all = await electing(9);
  const { world, people } = all;
  const vote = await voting(all, people.slice(3, 6));
  for (const person of people.slice(0, 6)) await cast(world, vote.pollId, '1>2', person);
  await passTime(world, vote.pollId);
  for (let again = 0; again < 2; again++) {
    await closeDuePolls(world.clock());
    await certifyDueElections(world.clock());
  }
  expect(await read(world, vote.id)).toMatchObject({ state: 'CERTIFIED', result: { outcome: 'ELECTED', papers: 6 } });
  expect(await terms()).toHaveLength(2);
});

test('a tie that nothing else decides falls to the lot, as the file shows it', async () => {
  all = await electing(10, {
    offices: [{ office: 'SPEAKER', seats: 1, termMonths: 6, termLimit: null, alternates: 1 }],
  });
  const vote = await voting(all, all.people.slice(3, 5), { office: 'SPEAKER' });
  const { result } = await counted(vote, ['1', '1', '1', '2', '2', '2']);
  const certified = readCertified(result.file);
  expect(result.elected[0].number).toBe(certified.lot!.order[0]);
  expect(JSON.parse(result.count).ties).toContainEqual(expect.objectContaining({ decidedBy: 'LOT' }));
  expect(recountElection(certified)).toMatchObject({ elected: certified.elected });
});

test('too few took part: nobody is elected, and nobody has an office', async () => {
  const { DEFAULT } = foundingRules.decisions;
  all = await electing(12, {}, { decisions: { DEFAULT: { ...DEFAULT, quorum: { electors: '1/2' } } } });
  const vote = await voting(all, all.people.slice(3, 6));
  const { result } = await counted(vote, ['1', '2', '3', 'BLANK', '1']);
  expect(result).toMatchObject({ outcome: 'INQUORATE', papers: 5, count: null, elected: [] });
  expect(await terms()).toEqual([]);
});

test('re-opening nominations can take a place: it stays empty', async () => {
  all = await electing(12, { reopenNominations: true });
  const vote = await voting(all, all.people.slice(3, 6));
  const reopen = 4;
  const { result } = await counted(vote, [...Array<string>(6).fill(`${reopen}`), '1', '1', '1', '1', '1', '1']);
  expect(result).toMatchObject({ outcome: 'REOPENED', elected: [{ number: 1 }], alternates: [] });
  expect(await terms()).toHaveLength(1);
});

test('who withdrew while voting was open is passed over', async () => {
  all = await electing(12);
  const { world, people } = all;
  const vote = await voting(all, people.slice(3, 6));
  const [mine] = (await read(world, vote.id, people[3]!))['candidates'].filter((each: Facts) => each['mine']);
  await keyed(world, 'withdrawCandidate', { candidateId: mine.id }, people[3]!);
  const other = [1, 2, 3].filter((n) => n !== mine.number);
  const { result } = await counted(vote, Array<string>(6).fill(`${mine.number}>${other[0]}`));
  expect(result.elected.map((each: Facts) => each['number']).sort()).toEqual(other);
  expect(readCertified(result.file).withdrawn).toEqual([mine.number]);
});

test('who has left, or has taken another office since, is counted as withdrawn', async () => {
  all = await electing(14, {
    oneOfficeEach: true,
    offices: [{ office: 'SPEAKER', seats: 1, termMonths: 6, termLimit: null, alternates: 1 }],
  });
  const { world, people, bodyId } = all;
  const vote = await voting(all, people.slice(3, 7), { office: 'SPEAKER' });
  await sql`update membership set state = 'RESIGNED' where person_id = ${people[3]!}`.execute(world.db);
  await sql`insert into office_term (id, person_id, body_id, office, from_date, until_date, source)
    values (gen_random_uuid(), ${people[4]!}, ${bodyId}, 'TREASURER', '2020-01-01', '2099-01-01', 'FOUNDING')`.execute(
    world.db,
  );
  const [gone, taken, next] = people.slice(3, 6).map(vote.numberOf) as [number, number, number];
  const voters = people.filter((_, at) => at !== 3).slice(0, 6);
  for (const voter of voters) await cast(world, vote.pollId, `${gone}>${taken}>${next}`, voter);
  await passTime(world, vote.pollId);
  await close(world, vote.pollId, all.secretary);
  const { result } = await keyed(world, 'certifyElection', { electionId: vote.id }, all.secretary);
  expect(result.elected).toMatchObject([{ number: next }]);
  expect(await terms()).toEqual([{ person: people[5], office: 'SPEAKER', election: vote.pollId }]);
});

test('those elected begin on the day set, or today where it took longer', async () => {
  all = await electing(9);
  const vote = await voting(all, all.people.slice(3, 6), { takesOfficeOn: today() });
  await counted(vote, ['1', '2', '1', '2', '1']);
  const { rows } = await sql<{
    from: string;
  }>`select from_date::text as "from" from office_term where source = 'ELECTION'`.execute(all.world.db);
  expect(rows).toEqual([{ from: today() }, { from: today() }]);
});

describe('what is published', () => {
  test('of fewer than five secret papers only who was elected', async () => {
    all = await electing(9);
    const vote = await voting(all, all.people.slice(3, 6));
    const { result } = await counted(vote, ['1', '1', '2', '2']);
    expect(result).toMatchObject({ outcome: 'ELECTED', papers: 4, withheld: true, count: null });
    expect(readCertified(result.file).papers).toBeNull();
    expect(result.elected).toHaveLength(2);
    expect(await read(all.world, vote.id, all.people[8]!, 'ballotFile(format: BLT) { text }')).toEqual({
      ballotFile: null,
    });
    const { rows } = await sql<{ kept: object | null }>`select count as kept from election_result`.execute(
      all.world.db,
    );
    expect(rows).toEqual([{ kept: null }]);
  });

  test('of fewer than five open ballots everything, since they were never secret', async () => {
    all = await electing(9, { secret: false });
    const vote = await voting(all, all.people.slice(3, 6));
    const { result } = await counted(vote, ['1', '1', '2', '2']);
    expect(result).toMatchObject({ withheld: false, papers: 4 });
    expect(readCertified(result.file).papers).toEqual(['2 1', '2 2']);
  });

  test('the ballots in the formats of others, named for who may see names', async () => {
    all = await electing(12, {
      method: 'schulze',
      offices: [{ office: 'SPEAKER', seats: 1, termMonths: 6, termLimit: null, alternates: 1 }],
    });
    const { world, people } = all;
    const vote = await voting(all, people.slice(3, 6), { office: 'SPEAKER' });
    await counted(vote, ['1>2=3', '1', '2>1', '2>1', 'BLANK', '3', '1>2=3']);
    const files = async (as: string | null) => {
      const asked = ['BLT', 'CSV', 'PREFLIB', 'CEF'].map(
        (format) => `${format}: ballotFile(format: ${format}) { name mediaType text }`,
      );
      return read(world, vote.id, as, asked.join(' '));
    };
    const mine = await files(people[8]!);
    expect(mine['BLT'].name).toBe('speaker-of-alder.blt');
    expect(mine['BLT'].text).toContain('2 1 2=3 0');
    expect(mine['BLT'].text).toContain('Member ');
    expect(mine['CSV']).toMatchObject({ mediaType: 'text/csv', name: 'speaker-of-alder.csv' });
    expect(mine['PREFLIB'].name).toMatch(/\.toi$/);
    expect(mine['CEF'].name).toMatch(/\.cvotes$/);
    const strangers = await files(null);
    expect(strangers['BLT'].text).not.toContain('Member ');
    expect(strangers['BLT'].text).toContain('"Candidate 1"');
  });
});

test('a body elects again: the term follows where the last one ends', async () => {
  all = await electing(9);
  const { world, bodyId, secretary, people } = all;
  const vote = await voting(all, people.slice(3, 6), { takesOfficeOn: today() });
  await counted(vote, ['1', '2', '1', '2', '1']);
  expect(await call(world, bodyId, secretary, { takesOfficeOn: today() })).toMatchObject({ code: 'NO_SEAT_VACANT' });
  const { rows } = await sql<{
    until: string;
  }>`select min(until_date)::text as until from office_term where source = 'ELECTION'`.execute(world.db);
  expect(rows[0]!.until > today()).toBe(true);
});

test('the vote of a Region is everybody’s below it', async () => {
  all = await electing(6);
  const { world, gathered, people } = all;
  const north = gathered.bodies['north']!;
  await sql`insert into office_term (id, person_id, body_id, office, from_date, until_date, source)
    values (gen_random_uuid(), ${people[5]!}, ${north}, 'CONVENOR', '2020-01-01', '2099-01-01', 'FOUNDING')`.execute(
    world.db,
  );
  const { id } = await call(world, north, people[5]!, { office: 'AUDITOR' });
  for (const person of [people[3]!, people[4]!, gathered.people['birch']![1]!]) await stand(world, id, person);
  await closeNominations(world, id);
  expect(await keyed(world, 'openElection', { electionId: id }, people[5]!)).toMatchObject({
    state: 'VOTING',
    rollCount: 9,
  });
  const vote = await votingOf(world, id);
  expect(await cast(world, vote.pollId, '1>2>3', gathered.people['birch']![2]!)).toMatchObject({ choice: '1>2>3' });
  // Papers are handed out at home: the teller of a Local Group knows its members, and no others.
  const [teller] = all.tellers;
  const hand = async (person: string) =>
    keyed(world, 'handPaper', { electionId: id, membershipId: await membershipOf(world, person) }, teller);
  expect(await hand(people[2]!)).toMatchObject({ papersHanded: 1 });
  await expect(hand(gathered.people['birch']![0]!)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect(await read(world, id, teller, 'viewerCan paperHolders { name }')).toMatchObject({
    viewerCan: expect.arrayContaining(['handPaper']),
    paperHolders: [{ name: expect.any(String) }],
  });
});
