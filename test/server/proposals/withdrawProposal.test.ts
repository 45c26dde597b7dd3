// Taking a motion back, and ruling one out of order.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { found, type Founded } from '../../support/founding.js';
import { debated, decide, deed, submit } from '../../support/motions.js';
import { newKey, openWorld, type World } from '../../support/world.js';

let world: World;
let f: Founded;
let p: Founded['people'];
beforeAll(async () => {
  world = await openWorld();
  f = await found(world);
  p = f.people;
});
afterAll(() => world.close());

const withdraw = (proposalId: string, as: string, reason?: string) =>
  deed(world, 'withdrawProposal', { idempotencyKey: newKey(), proposalId, reason }, as);
const notAdmit = (proposalId: string, as: string, reason: string) =>
  deed(world, 'notAdmitProposal', { idempotencyKey: newKey(), proposalId, reason }, as);

test('the author withdraws a motion while it waits or is debated, and the reason can be read', async () => {
  const waiting = await submit(world, f.bodies.alder, p['abe']!);
  expect(await withdraw(waiting['id'], p['abe']!)).toMatchObject({ state: 'WITHDRAWN' });
  const inDebate = await debated(world, f.bodies.alder, p['abe']!, p['amy']!);
  const motion = await withdraw(inDebate['id'], p['abe']!, ' Overtaken by events ');
  expect(motion['steps'].at(-1)).toEqual({ fromState: 'DEBATE', toState: 'WITHDRAWN', reason: 'Overtaken by events' });
});

test('nobody else withdraws it, the Secretary neither', async () => {
  const { id } = await submit(world, f.bodies.alder, p['abe']!);
  expect(await withdraw(id, p['amy']!)).toMatchObject({ code: 'NOT_ALLOWED' });
  expect(await withdraw(id, p['ada']!)).toMatchObject({ code: 'NOT_ALLOWED' });
});

test('a decided motion is not withdrawn, nor a withdrawn one again', async () => {
  const { id } = await debated(world, f.bodies.alder, p['abe']!, p['amy']!);
  await decide(world, id, 'DEFEATED');
  expect(await withdraw(id, p['abe']!)).toMatchObject({
    code: 'WRONG_STATE',
    rule: 'motions',
    values: { state: 'DEFEATED' },
  });
  const other = await submit(world, f.bodies.alder, p['abe']!);
  await withdraw(other['id'], p['abe']!);
  expect(await withdraw(other['id'], p['abe']!)).toMatchObject({ code: 'WRONG_STATE' });
});

test('what a body moved is withdrawn by that body’s officers, and not by whoever wrote it at home', async () => {
  const home = await debated(world, f.bodies.alder, p['abe']!, p['amy']!);
  await decide(world, home['id']);
  const above = await deed(world, 'referUp', { id: newKey(), proposalId: home['id'] }, p['ada']!);
  expect(await withdraw(above['id'], p['abe']!)).toMatchObject({ code: 'NOT_ALLOWED' });
  expect(await withdraw(above['id'], p['bea']!)).toMatchObject({ code: 'NOT_ALLOWED' });
  expect(await withdraw(above['id'], p['ada']!)).toMatchObject({ state: 'WITHDRAWN' });
});

test('the Secretary rules a motion out of order with a reason, before it is debated', async () => {
  const { id } = await submit(world, f.bodies.alder, p['abe']!);
  expect(await notAdmit(id, p['amy']!, 'No')).toMatchObject({ code: 'NOT_ALLOWED' });
  expect(await notAdmit(id, p['bea']!, 'No')).toMatchObject({ code: 'NOT_ALLOWED' });
  expect(await notAdmit(id, p['ada']!, '  ')).toMatchObject({ code: 'REASON_MISSING', field: 'reason' });
  const motion = await notAdmit(id, p['ada']!, 'It asks nothing of this body.');
  expect(motion).toMatchObject({ state: 'NOT_ADMITTED' });
  expect(motion['steps'].at(-1)).toMatchObject({ toState: 'NOT_ADMITTED', reason: 'It asks nothing of this body.' });
});

test('once it is in debate a motion is admitted for good', async () => {
  const { id } = await debated(world, f.bodies.alder, p['abe']!, p['amy']!);
  expect(await notAdmit(id, p['ada']!, 'Too late')).toMatchObject({ code: 'WRONG_STATE' });
});
