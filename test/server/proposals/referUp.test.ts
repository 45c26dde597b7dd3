// A carried motion climbs to the body above and keeps where it comes from.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { addMember, found, grantOffice, type Founded } from '../../support/founding.js';
import { debated, decide, deed } from '../../support/motions.js';
import { newKey, openWorld, type World } from '../../support/world.js';

let world: World;
let f: Founded;
let p: Founded['people'];
beforeAll(async () => {
  world = await openWorld();
  f = await found(world);
  p = f.people;
  await grantOffice(world, p['bea']!, f.bodies.north, 'CONVENOR');
});
afterAll(() => world.close());

const refer = (proposalId: string, as: string, id = newKey()) => deed(world, 'referUp', { id, proposalId }, as);
const carried = async (bodyId: string, mover: string, seconder: string, more: object = {}) => {
  const { id } = await debated(world, bodyId, p[mover]!, p[seconder]!, more);
  await decide(world, id);
  return id as string;
};

test('a Local Group’s motion climbs to its Region and on to the Federation, needing no second, moved by the body', async () => {
  const home = await carried(f.bodies.alder, 'abe', 'amy', { title: 'Thirty hours' });
  const regional = await refer(home, p['ada']!);
  expect(regional).toMatchObject({
    state: 'DEBATE',
    title: 'Thirty hours',
    body: { slug: 'north' },
    moverBody: { slug: 'alder' },
    authorName: null,
    authorBody: null,
    secondsNeeded: 0,
    number: 1,
  });
  expect(regional['steps'].map((step: { toState: string }) => step.toState)).toEqual(['SUBMITTED', 'DEBATE']);
  await decide(world, regional['id']);
  const federal = await refer(regional['id'], p['bea']!);
  expect(federal).toMatchObject({ body: { slug: 'federation' }, moverBody: { slug: 'north' } });
  const way = 'query ($id: ID!) { proposal(id: $id) { referredFrom { id referredFrom { id } } } }';
  expect((await world.ask(way, { id: federal['id'] })).data.proposal).toEqual({
    referredFrom: { id: regional['id'], referredFrom: { id: home } },
  });
  const down = 'query ($id: ID!) { proposal(id: $id) { climbedTo { id climbedTo { id } } } }';
  expect((await world.ask(down, { id: home })).data.proposal).toEqual({
    climbedTo: [{ id: regional['id'], climbedTo: [{ id: federal['id'] }] }],
  });
});

test('only what was carried climbs', async () => {
  const { id } = await debated(world, f.bodies.alder, p['abe']!, p['amy']!);
  expect(await refer(id, p['ada']!)).toMatchObject({ code: 'NOT_CARRIED', rule: 'motions' });
  await decide(world, id, 'DEFEATED');
  expect(await refer(id, p['ada']!)).toMatchObject({ code: 'NOT_CARRIED', values: { state: 'DEFEATED' } });
});

test('it climbs once, also when two officers send it at the same moment', async () => {
  const home = await carried(f.bodies.alder, 'abe', 'amy');
  await grantOffice(world, p['ann']!, f.bodies.alder, 'CONVENOR');
  const answers = await Promise.all([refer(home, p['ada']!), refer(home, p['ann']!)]);
  expect(answers.map((answer) => answer['code'] ?? answer['state']).sort()).toEqual(['ALREADY_CLIMBED', 'DEBATE']);
});

test('sent again with its id, it is answered with the same motion', async () => {
  const home = await carried(f.bodies.alder, 'abe', 'amy');
  const id = newKey();
  const first = await refer(home, p['ada']!, id);
  expect(await refer(home, p['ada']!, id)).toMatchObject({ id: first['id'], number: first['number'] });
});

test('members do not send it up, nor do officers of another body', async () => {
  const home = await carried(f.bodies.alder, 'abe', 'amy');
  expect(await refer(home, p['abe']!)).toMatchObject({ code: 'NOT_ALLOWED' });
  expect(await refer(home, p['bea']!)).toMatchObject({ code: 'NOT_ALLOWED' });
});

test('above the Federation there is nobody', async () => {
  const { id } = await debated(world, f.bodies.federation, p['abe']!, p['amy']!);
  await decide(world, id);
  expect(await refer(id, p['ada']!)).toMatchObject({ code: 'NO_BODY_ABOVE' });
});

test('a rule book that does not fit the body above does not climb to it', async () => {
  const rules = { standing: { duesGraceDays: 10 } };
  const regional = await carried(f.bodies.north, 'abe', 'amy', { kind: 'ADOPT_RULE_BOOK', payload: { rules } });
  expect(await refer(regional, p['bea']!)).toMatchObject({ code: 'PAYLOAD_INVALID', field: 'payload.rules.motions' });
});

test('a body in formation has a voice and no vote: what it agreed on does not climb', async () => {
  const dogwood = newKey();
  await world.db
    .insertInto('body')
    .values({
      id: dogwood,
      kind: 'LOCAL_GROUP',
      parent_id: f.bodies.north,
      name: 'Dogwood',
      slug: 'dogwood',
      state: 'IN_FORMATION',
    })
    .execute();
  const dot = await addMember(world, { ...f, bodies: { ...f.bodies, alder: dogwood } }, 'dot', 'alder');
  await grantOffice(world, dot, dogwood, 'SECRETARY');
  const id = newKey();
  await world.db
    .insertInto('proposal')
    .values({
      id,
      body_id: dogwood,
      number: 1,
      kind: 'ORDINARY',
      title: 'Ours',
      text: 'That we exist.',
      payload: '{}',
      state: 'CARRIED',
      author_id: dot,
    })
    .execute();
  expect(await refer(`Proposal_${id}`, dot)).toMatchObject({ code: 'BODY_IN_FORMATION' });
});
