// A seat falls vacant: the next alternate, else the papers, else a new election; for what is left of the term.
import { afterEach, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { resign } from '../../support/joining.js';
import { call, electing, keyed, read, today, voting, type Electing, type Voting } from '../../support/elections.js';
import { cast, close, type Facts } from '../../support/polls.js';
import { passTime } from '../../support/time.js';

let all: Electing;
afterEach(() => all.world.close());

const office = (alternates: number) => [{ office: 'SPEAKER', seats: 2, termMonths: 12, termLimit: null, alternates }];

/** Four stand for two places; 1 and 2 are elected, 3 would come next, then 4. Answers the people by number. */
async function elected(alternates: number, rules: object = {}, papers = 'ranked'): Promise<Voting> {
  all = await electing(16, { offices: office(alternates), ...rules });
  const { world, people, secretary } = all;
  const vote = await voting(all, people.slice(3, 7), { office: 'SPEAKER', takesOfficeOn: today() });
  const marks =
    papers === 'ranked'
      ? [...Array<string>(6).fill('1>3'), ...Array<string>(5).fill('2>4'), '3', '3', '4']
      : ['1', '1', '1', '1', '2', '2', '2', '3', '3', '4'];
  for (const [at, choice] of marks.entries()) await cast(world, vote.pollId, choice, people[at]!);
  await passTime(world, vote.pollId);
  await close(world, vote.pollId, secretary);
  const done = await keyed(world, 'certifyElection', { electionId: vote.id }, secretary);
  expect(done['result'].elected.map((each: Facts) => each['number'])).toEqual([1, 2]);
  return vote;
}

async function leaves(vote: Voting, number: number): Promise<string> {
  await resign(all.world, vote.persons.get(number)!, { reason: null });
  const { vacancies } = await read(all.world, vote.id, all.secretary);
  return vacancies.find((each: Facts) => each['how'] === null).officeTermId;
}
const fill = (vote: Voting, officeTermId: string, as = all.secretary) =>
  keyed(all.world, 'fillVacancy', { electionId: vote.id, officeTermId }, as);
const numberNow = async (vote: Voting) => {
  const { rows } = await sql<{ n: number }>`
    select c.position as n from office_term t join candidate c on c.person_id = t.person_id and c.election_id = t.election_id
    where t.election_id = ${vote.pollId} and (t.ended_on is null or t.ended_on > current_date) order by n`.execute(
    all.world.db,
  );
  return rows.map(({ n }) => n);
};

test('only officers fill it, only a seat that is empty, and only once', async () => {
  const vote = await elected(2);
  const { world, people } = all;
  const held = await world.db
    .selectFrom('office_term')
    .select('id')
    .where('person_id', '=', vote.persons.get(2)!)
    .where('source', '=', 'ELECTION')
    .executeTakeFirstOrThrow();
  expect(await fill(vote, `OfficeTerm_${held.id}`)).toMatchObject({ code: 'NO_VACANCY' });
  const other = await world.db
    .selectFrom('office_term')
    .select('id')
    .where('source', '=', 'FOUNDING')
    .executeTakeFirstOrThrow();
  await expect(fill(vote, `OfficeTerm_${other.id}`)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  const seat = await leaves(vote, 1);
  expect(await fill(vote, seat, people[9])).toMatchObject({ code: 'NOT_ALLOWED' });
  const due = await world.ask('{ dueFromMe { kind path } }', {}, all.secretary);
  expect(due.data.dueFromMe).toContainEqual({ kind: 'VACANCY', path: `/election/${vote.id}` });
  expect(await fill(vote, seat)).toMatchObject({
    vacancies: [{ how: 'ALTERNATE', filledBy: { name: expect.any(String) } }],
  });
  expect(await fill(vote, seat)).toMatchObject({ code: 'FILLED_ALREADY' });
  expect(await numberNow(vote)).toEqual([2, 3]);
});

test('alternates follow in order, and who cannot serve any more is passed over', async () => {
  const vote = await elected(2);
  await resign(all.world, vote.persons.get(3)!, { reason: null });
  await fill(vote, await leaves(vote, 2));
  expect(await numberNow(vote)).toEqual([1, 4]);
  expect(await fill(vote, await leaves(vote, 1))).toMatchObject({ code: 'BY_ELECTION_NEEDED' });
});

test('where no alternates are kept the papers are counted again; nobody else loses a seat by it', async () => {
  const vote = await elected(0);
  const done = await fill(vote, await leaves(vote, 1));
  expect(done['vacancies']).toMatchObject([{ how: 'COUNT_BACK' }]);
  expect(await numberNow(vote)).toEqual([2, 3]);
  await fill(vote, await leaves(vote, 2));
  expect(await numberNow(vote)).toEqual([3, 4]);
  const { vacancies } = await read(all.world, vote.id, all.secretary, 'vacancies { how count }');
  expect(vacancies.map((each: Facts) => typeof each['count'])).toEqual(['string', 'string']);
});

test('by a method with one order of merit the next in it follows', async () => {
  const vote = await elected(0, { method: 'plurality' }, 'plain');
  await fill(vote, await leaves(vote, 1));
  expect(await numberNow(vote)).toEqual([2, 3]);
});

test('where the rule book knows no count-back there is a new election, for the vacant seat alone', async () => {
  const vote = await elected(0, { countBack: false });
  expect(await fill(vote, await leaves(vote, 1))).toMatchObject({
    code: 'BY_ELECTION_NEEDED',
    values: { office: 'SPEAKER' },
  });
  const { world, bodyId, secretary } = all;
  expect(await call(world, bodyId, secretary, { office: 'SPEAKER', takesOfficeOn: today() })).toMatchObject({
    seats: 1,
  });
});

test('what is left of the term is what the successor has', async () => {
  const vote = await elected(2);
  await fill(vote, await leaves(vote, 1));
  const { rows } = await sql<{ until: string; from: string }>`
    select from_date::text as "from", until_date::text as until from office_term where source = 'ELECTION' order by from_date, until_date`.execute(
    all.world.db,
  );
  expect(new Set(rows.map(({ until }) => until)).size).toBe(1);
  expect(rows.every(({ from }) => from === today())).toBe(true);
});
