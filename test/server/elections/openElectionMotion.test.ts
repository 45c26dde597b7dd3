// A motion that calls an election: what it may ask for, and that it does so itself once it is carried.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openDueElections } from '../../../server/elections/byTheClock.js';
import {
  closeNominations,
  deed as electionDeed,
  electing,
  inMonths,
  keyed,
  read,
  stand,
  voting,
  votingOf,
  type Electing,
} from '../../support/elections.js';
import { debated, decide, submit } from '../../support/motions.js';
import { cast, close, local } from '../../support/polls.js';
import { passTime } from '../../support/time.js';

let all: Electing;
beforeAll(async () => {
  all = await electing(14);
});
afterAll(() => all.world.close());

const asked = { office: 'SPEAKER', seats: 2, termMonths: 6, takesOfficeOn: inMonths(2) };
const move = (payload: object) =>
  submit(all.world, all.bodyId, all.people[3]!, { kind: 'OPEN_ELECTION', title: 'Two who speak for us', payload });

test.each([
  [{}, 'payload.office'],
  [{ ...asked, office: 'speaker' }, 'payload.office'],
  [{ ...asked, seats: 0 }, 'payload.seats'],
  [{ ...asked, seats: 2, method: 'irv' }, 'payload.seats'],
  [{ ...asked, method: 'consent' }, 'payload.method'],
  [{ ...asked, termMonths: 0 }, 'payload.termMonths'],
  [{ ...asked, takesOfficeOn: '2020-01-01' }, 'payload.takesOfficeOn'],
  [{ ...asked, takesOfficeOn: '2027-02-31' }, 'payload.takesOfficeOn'],
  [{ ...asked, winner: 'me' }, 'payload.winner'],
  [{ ...asked, constraints: [{ name: 'youth', atLeast: 3 }] }, 'payload.constraints'],
  [{ ...asked, constraints: [{ name: 'youth', atLeast: 1, atMost: 0 }] }, 'payload.constraints.0.atMost'],
  [{ ...asked, method: 'approval', constraints: [{ name: 'youth', atLeast: 1 }] }, 'payload.constraints'],
  [{ kind: 'OPTIONS' }, 'payload.options'],
  [{ kind: 'OPTIONS', options: ['one'] }, 'payload.options'],
  [{ kind: 'OPTIONS', options: ['one', 'one'] }, 'payload.options'],
  [{ kind: 'OPTIONS', options: ['one', 'two'], seats: 2 }, 'payload.seats'],
])('%j is refused, and the refusal names the place', async (payload, field) => {
  const { code, field: named, message } = await move(payload);
  expect([code, named]).toEqual(['PAYLOAD_INVALID', field]);
  expect(message.length).toBeGreaterThan(10);
});

test('what it leaves to the rule book stands in it from the start', async () => {
  expect((await move(asked))['payload']).toEqual({
    ...asked,
    kind: 'PERSONS',
    method: 'scottish-stv',
    alternates: 0,
    constraints: [],
  });
});

test('nothing but a carried motion, or the rule book, calls an election', async () => {
  const motion = await debated(all.world, all.bodyId, all.people[3]!, all.people[4]!, {
    kind: 'OPEN_ELECTION',
    payload: asked,
  });
  await decide(all.world, motion['id'], 'DEFEATED');
  const elections = await all.world.db.selectFrom('election').select('id').execute();
  expect(elections).toEqual([]);
});

test('carried, nominations are open, with the places, the term and the groups it asked for', async () => {
  const { world, people } = all;
  const constraints = [{ name: 'new members', atLeast: 1 }];
  const motion = await debated(world, all.bodyId, people[3]!, people[4]!, {
    kind: 'OPEN_ELECTION',
    title: 'Two who speak for us',
    payload: { ...asked, constraints },
  });
  await decide(world, motion['id']);
  const { data } = await world.ask(
    'query ($id: ID!) { proposal(id: $id) { election { id title calledBy seats state constraints { name atLeast atMost } } } }',
    { id: motion['id'] },
  );
  const { election } = data.proposal;
  expect(election).toMatchObject({ title: 'Two who speak for us', calledBy: 'MOTION', seats: 2, state: 'NOMINATIONS' });
  expect(election.constraints).toEqual([{ name: 'new members', atLeast: 1, atMost: null }]);
  for (const person of people.slice(5, 8)) await stand(world, election.id, person);
  await electionDeed(
    world,
    'nominate',
    { id: '5d8a0a52-0f7a-4ed5-8d39-0a1ba6f3a001', electionId: election.id, groups: ['new members'] },
    people[8]!,
  );
  await closeNominations(world, election.id);
  await keyed(world, 'openElection', { electionId: election.id }, all.secretary);
  const vote = await votingOf(world, election.id);
  const least = vote.numberOf(people[8]!);
  const others = [1, 2, 3, 4].filter((number) => number !== least);
  for (const [at, person] of people.slice(0, 6).entries()) await cast(world, vote.pollId, `${others[at % 3]}`, person);
  await passTime(world, vote.pollId);
  await close(world, vote.pollId, all.secretary);
  const { result } = await keyed(world, 'certifyElection', { electionId: election.id }, all.secretary);
  expect(result.elected.map(({ number }: { number: number }) => number)).toContain(least);
});

test('an election of options needs no nominations: the vote opens at once, and gives nobody an office', async () => {
  const { world, people } = all;
  const options = ['A kitchen', 'A library', 'A van'];
  const motion = await debated(world, all.bodyId, people[3]!, people[4]!, {
    kind: 'OPEN_ELECTION',
    title: 'What to save for',
    payload: { kind: 'OPTIONS', options, method: 'approval' },
  });
  await decide(world, motion['id']);
  await openDueElections(world.clock());
  const { data } = await world.ask('query ($id: ID!) { proposal(id: $id) { election { id } } }', { id: motion['id'] });
  const { id } = data.proposal.election;
  const open = await read(world, id);
  expect(open).toMatchObject({ kind: 'OPTIONS', state: 'VOTING', office: null, reopen: false });
  expect(open['candidates'].map(({ name }: { name: string }) => name).toSorted()).toEqual(options);
  const number = open['candidates'].find(({ name }: { name: string }) => name === 'A van').number;
  expect(await stand(world, id, people[3]!)).toMatchObject({ code: 'NO_NOMINATIONS' });
  for (const person of people.slice(0, 6)) await cast(world, local(id), `${number}`, person);
  await passTime(world, local(id));
  await close(world, local(id), all.secretary);
  const { result } = await keyed(world, 'certifyElection', { electionId: id }, all.secretary);
  expect(result).toMatchObject({ outcome: 'ELECTED', elected: [{ name: 'A van' }] });
  expect(await world.db.selectFrom('office_term').select('id').where('election_id', '=', local(id)).execute()).toEqual(
    [],
  );
});

test('a poll of an election is found from its motion’s page and from its own', async () => {
  const vote = await voting(all, all.people.slice(9, 13));
  const { data } = await all.world.ask(
    'query ($id: ID!) { poll(id: $id) { title method election { id } proposal { id } result { outcome } rule { key } } node(id: $node) { id } }'.replace(
      '($id: ID!)',
      '($id: ID!, $node: ID!)',
    ),
    { id: `Poll_${vote.pollId}`, node: vote.id },
  );
  expect(data.poll).toMatchObject({
    title: 'Delegate of Alder',
    method: 'scottish-stv',
    election: { id: vote.id },
    proposal: null,
    result: null,
  });
  expect(data.poll.rule.map(({ key }: { key: string }) => key)).toContain('elections.method.scottish-stv');
  expect(data.node.id).toBe(vote.id);
});
