// The elections of the demonstration: delegates whom Portland has elected, Auditors whom Cascadia is electing, and in
// Tacoma a nomination that waits for its answer.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { electionId } from '../../../server/demo/electionActs.js';
import { loadDemonstration } from '../../../server/demo/load.js';
import { personId } from '../../../server/demo/people.js';
import type { Count } from '../../../server/counting/elections/index.js';
import { cast, type Facts } from '../../support/polls.js';
import { read } from '../../support/elections.js';
import { openWorld, type World } from '../../support/world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await loadDemonstration(world.services);
}, 120_000);
afterAll(() => world.close());

test('Portland has three delegates and two alternates, elected by fifty papers in several stages', async () => {
  const member = personId('portland', 9);
  const election = await read(world, `Election_${electionId('delegates of portland')}`, member);
  expect(election).toMatchObject({
    state: 'CERTIFIED',
    method: 'scottish-stv',
    seats: 3,
    papersHanded: 5,
    papersAgreed: 5,
    rollCount: 61,
  });
  const { result } = election;
  expect(result).toMatchObject({ outcome: 'ELECTED', papers: 50, withheld: false });
  expect([result.elected.length, result.alternates.length]).toEqual([3, 2]);
  const { stages, ties } = JSON.parse(result.count) as Count;
  expect(stages.map(({ act }) => act.kind)).toEqual(expect.arrayContaining(['FIRST', 'SURPLUS', 'EXCLUSION']));
  expect(stages.length).toBeGreaterThanOrEqual(5);
  expect(ties.filter(({ decidedBy }) => decidedBy === 'LOT')).toEqual([]);
  const { data } = await world.ask('{ body(slug: "portland") { officers { office } } }', {}, member);
  expect(data.body.officers.filter(({ office }: Facts) => office === 'DELEGATE')).toHaveLength(3);
});

test('whoever is signed in as a member of Cascadia can vote for its Auditors', async () => {
  const id = electionId('auditors of cascadia');
  for (const who of [personId('tacoma', 8), personId('portland', 9), personId('tacoma', 5)]) {
    const due = await world.ask('{ dueFromMe { kind path } }', {}, who);
    expect(due.data.dueFromMe).toContainEqual({ kind: 'ELECT', path: `/election/Election_${id}/ballot` });
  }
  expect(await cast(world, id, '1>2', personId('tacoma', 8))).toMatchObject({ choice: '1>2' });
  const election = await read(world, `Election_${id}`, personId('tacoma', 8));
  expect(election).toMatchObject({ state: 'VOTING', seats: 2, rollCount: 97 });
  expect(election['candidates'].every(({ name, statement }: Facts) => name && statement)).toBe(true);
});

test('a member of Tacoma has a nomination to answer', async () => {
  const { data } = await world.ask('{ dueFromMe { kind values } }', {}, personId('tacoma', 8));
  expect(data.dueFromMe).toContainEqual({ kind: 'NOMINATION', values: { office: 'DELEGATE' } });
});
