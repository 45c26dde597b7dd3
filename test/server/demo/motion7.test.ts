// Motion 7 of the demonstration: the figures it promises, through the API.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { loadDemonstration } from '../../../server/demo/load.js';
import { openWorld, type World } from '../../support/world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await loadDemonstration(world.services);
}, 60_000);
afterAll(() => world.close());

const MOTION_7 = `{ proposal(body: "federation", number: 7) {
  state body { slug }
  result {
    outcome binding electors ballots quorumBodies quorumBodiesNeeded
    lenses { lens carries binds needed total totals { option count } }
    tallies { body { name kind } entitled weight tally { option count } cast { option count } outcome }
  } } }`;

interface Lens {
  lens: string;
  carries: boolean;
  binds: boolean;
  totals: { option: string; count: number }[];
}
const byOption = (totals: { option: string; count: number }[]) =>
  Object.fromEntries(totals.map(({ option, count }) => [option, count]));

test('Motion 7 is defeated, 12 votes to 16 by bands, and that is the lens that binds', async () => {
  const { data } = await world.ask(MOTION_7);
  const { state, result } = data.proposal;
  expect([state, result.outcome, result.binding]).toEqual(['DEFEATED', 'DEFEATED', 'WEIGHT']);
  const weight = result.lenses.find(({ lens }: Lens) => lens === 'WEIGHT');
  expect(weight).toMatchObject({ carries: false, binds: true, needed: '14' });
  expect(byOption(weight.totals)).toMatchObject({ FOR: 12, AGAINST: 16 });
});

test('Motion 7 is carried 7 Local Groups to 5, and that lens does not bind', async () => {
  const { data } = await world.ask(MOTION_7);
  const bodies = data.proposal.result.lenses.find(({ lens }: Lens) => lens === 'BODIES');
  expect(bodies).toMatchObject({ carries: true, binds: false });
  expect(byOption(bodies.totals)).toMatchObject({ FOR: 7, AGAINST: 5 });
});

test('Motion 7 is carried 131 to 99 among the members who voted FOR or AGAINST', async () => {
  const { data } = await world.ask(MOTION_7);
  const members = data.proposal.result.lenses.find(({ lens }: Lens) => lens === 'MEMBERS');
  expect(members).toMatchObject({ carries: true, binds: false });
  expect(byOption(members.totals)).toEqual({ FOR: 131, AGAINST: 99, ABSTAIN: 4 });
  expect([data.proposal.result.electors, data.proposal.result.ballots]).toEqual([268, 234]);
});

test.each([
  ['Tacoma', 24, 15, 6, 1, 3],
  ['Victoria', 12, 8, 2, 0, 2],
  ['Toledo', 9, 6, 2, 0, 1],
  ['Hamilton', 18, 11, 4, 0, 2],
  ['Duluth', 7, 5, 1, 0, 1],
  ['Halifax', 11, 7, 3, 0, 2],
  ['Mobile', 8, 6, 1, 0, 1],
  ['Portland', 61, 27, 28, 0, 4],
  ['Detroit', 33, 13, 15, 0, 3],
  ['Worcester', 15, 5, 7, 0, 2],
  ['Baltimore', 42, 17, 18, 3, 4],
  ['Tampico', 28, 11, 12, 0, 3],
])(
  'on Motion 7 %s, %i entitled, voted %i–%i (%i) and cast its %i as one block',
  async (name, entitled, inFavour, against, abstained, weight) => {
    const { data } = await world.ask(MOTION_7);
    const row = data.proposal.result.tallies.find(
      (tally: { body: { name: string; kind: string } }) =>
        tally.body.name === name && tally.body.kind === 'LOCAL_GROUP',
    );
    expect({ entitled: row.entitled, weight: row.weight }).toEqual({ entitled, weight });
    expect({ FOR: 0, AGAINST: 0, ABSTAIN: 0, ...byOption(row.tally) }).toEqual({
      FOR: inFavour,
      AGAINST: against,
      ABSTAIN: abstained,
    });
    expect(byOption(row.cast)).toMatchObject(inFavour > against ? { FOR: weight } : { AGAINST: weight });
  },
);

test('its past is a past: the motion was moved, debated, opened and closed weeks before today', async () => {
  const { data } = await world.ask(
    '{ proposal(body: "federation", number: 7) { submittedAt debateUntil decidedAt poll { openedAt closesAt closedAt } steps { toState at } } }',
  );
  const { submittedAt, debateUntil, decidedAt, poll } = data.proposal;
  const moments = [submittedAt, debateUntil, poll.openedAt, poll.closesAt, poll.closedAt, decidedAt].map((at: string) =>
    Date.parse(at),
  );
  expect(moments).toEqual([...moments].sort((a, b) => a - b));
  expect(Date.now() - moments.at(-1)!).toBeGreaterThan(20 * 86_400_000);
  expect(data.proposal.steps.map(({ toState }: { toState: string }) => toState)).toEqual([
    'SUBMITTED',
    'DEBATE',
    'VOTING',
    'DEFEATED',
  ]);
});
