// Whatever the code above it does, the database gives no office, no paper and no result that the rules do not.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql, type RawBuilder } from 'kysely';
import { databaseCode } from '../../../server/errors.js';
import { call, electing, keyed, voting, type Electing, type Voting } from '../../support/elections.js';
import { cast, close, local } from '../../support/polls.js';
import { passTime } from '../../support/time.js';

let all: Electing;
/** One that is open, one that is certified. */
let open: Voting;
let done: Voting;
beforeAll(async () => {
  all = await electing(14);
  const { world, people, secretary } = all;
  done = await voting(all, people.slice(3, 6));
  for (const person of people.slice(0, 6)) await cast(world, done.pollId, '1>2', person);
  await passTime(world, done.pollId);
  await close(world, done.pollId, secretary);
  await keyed(world, 'certifyElection', { electionId: done.id }, secretary);
  open = await voting(all, people.slice(6, 9), { office: 'AUDITOR' });
});
afterAll(() => all.world.close());

const codeOf = async (statement: RawBuilder<unknown>): Promise<string | undefined> => {
  try {
    await statement.execute(all.world.db);
    return undefined;
  } catch (error) {
    return databaseCode(error);
  }
};
const term = (person: string, election: string | null, source = 'ELECTION', office = 'DELEGATE') => sql`
  insert into office_term (id, person_id, body_id, office, from_date, until_date, source, election_id)
  values (gen_random_uuid(), ${person}, ${all.bodyId}, ${office}, '2030-01-01', '2031-01-01', ${source}, ${election})`;

test('no office without a certified election that elected this very person to it', async () => {
  const [loser] = [...done.persons].filter(([number]) => number === 3).map(([, person]) => person);
  const [winner] = [...done.persons].filter(([number]) => number === 1).map(([, person]) => person);
  expect(await codeOf(term(all.people[10]!, done.pollId))).toBe('MD022');
  expect(await codeOf(term(loser!, done.pollId))).toBe('MD022');
  expect(await codeOf(term(winner!, done.pollId, 'ELECTION', 'TREASURER'))).toBe('MD022');
  expect(await codeOf(term(open.persons.get(1)!, open.pollId, 'ELECTION', 'AUDITOR'))).toBe('MD022');
  expect(await codeOf(term(winner!, null))).toBe('MD022');
});

test('a term that was won stays what was won, though it may end early', async () => {
  const of = sql`source = 'ELECTION' and election_id = ${done.pollId}`;
  for (const change of [
    sql`until_date = '2099-01-01'`,
    sql`person_id = ${all.people[10]!}`,
    sql`office = 'TREASURER'`,
    sql`source = 'FOUNDING', election_id = null`,
  ])
    expect(await codeOf(sql`update office_term set ${change} where ${of}`)).toBe('MD022');
});

test('what an election was called for, its lot and its result are never rewritten', async () => {
  expect(await codeOf(sql`update election set title = 'x' where id = ${open.pollId}`)).toBe('MD019');
  expect(await codeOf(sql`update election set lot_commitment = sha256('x') where id = ${open.pollId}`)).toBe('MD019');
  expect(await codeOf(sql`update election set state = 'CERTIFIED', ended_at = now() where id = ${open.pollId}`)).toBe(
    'MD019',
  );
  expect(await codeOf(sql`update election_lot set seed = sha256('x')`)).toBe('MD001');
  expect(await codeOf(sql`update election_result set outcome = 'ELECTED'`)).toBe('MD001');
  expect(await codeOf(sql`delete from election`)).toBe('MD001');
  expect(await codeOf(sql`truncate candidate, vacancy_filled`)).toBe('MD001');
});

test('once voting is open nobody comes onto the paper, and nobody changes their place on it', async () => {
  expect(await codeOf(sql`update candidate set position = position + 10 where election_id = ${open.pollId}`)).toBe(
    'MD020',
  );
  expect(await codeOf(sql`update candidate set statement = 'x' where election_id = ${open.pollId}`)).toBe('MD020');
  expect(
    await codeOf(
      sql`insert into candidate (id, election_id, kind, person_id, body_id, state) values (gen_random_uuid(), ${open.pollId}, 'PERSON', ${all.people[10]!}, ${all.bodyId}, 'STANDING')`,
    ),
  ).toBe('MD020');
});

test('a result comes after the close, and elects who stood', async () => {
  const result = (election: string, elected: RawBuilder<unknown>) => sql`
    insert into election_result (election_id, outcome, elected, alternates, papers, file, file_hash, withheld)
    values (${election}, 'ELECTED', ${elected}, '{}', 0, '', sha256(''), false)`;
  expect(await codeOf(result(open.pollId, sql`'{}'`))).toBe('MD018');
  const { id } = await call(all.world, all.bodyId, all.secretary, { office: 'TREASURER' });
  expect(await codeOf(result(local(id), sql`array[gen_random_uuid()]`))).toBe('MD022');
});

test('a ballot says what this election can count, whoever writes it', async () => {
  const ballot = (marks: string) => sql`
    insert into ballot (poll_id, id, elector, body_id, marks, cast_at) values (${open.pollId}, gen_random_uuid(), gen_random_uuid(), ${all.bodyId}, ${marks}, now())`;
  for (const marks of ['9', '1>1', 'FOR', '1=2']) expect(await codeOf(ballot(marks))).toBe('MD013');
});

test('a paper goes to who is on the roll, and not to who has cast a ballot', async () => {
  const paper = (person: string) =>
    sql`insert into paper_handed (poll_id, person_id, teller_id) values (${open.pollId}, ${person}, ${all.tellers[0]})`;
  await cast(all.world, open.pollId, '1', all.people[10]!);
  expect(await codeOf(paper(all.people[10]!))).toBe('MD021');
  expect(await codeOf(paper(all.gathered.people['birch']![0]!))).toBe('MD016');
});

test('an election called by a motion has a carried one behind it', async () => {
  expect(
    await codeOf(sql`insert into election (id, body_id, called_by, proposal_id, kind, title, rule, rule_book_id, voting_days, state, nominations_until)
      select gen_random_uuid(), ${all.bodyId}, 'MOTION', gen_random_uuid(), 'OPTIONS', 'x', '{}', rule_book_id, 7, 'NOMINATIONS', now() from election limit 1`),
  ).toBe('MD009');
});
