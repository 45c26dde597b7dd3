// What a motion that executes itself must say before it is put to a body, and to which body.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { found, foundingRules, type Founded } from '../../support/founding.js';
import { deed, read, submit, submitInput } from '../../support/motions.js';
import { newKey, openWorld, type World } from '../../support/world.js';

let world: World;
let f: Founded;
let abe: string;
const dogwood = newKey();
beforeAll(async () => {
  world = await openWorld();
  f = await found(world);
  abe = f.people['abe']!;
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
});
afterAll(() => world.close());

const clause = { key: 'solidarity', kind: 'PRINCIPLE', heading: 'Solidarity', text: 'One for all.' };
const move = (kind: string, bodyId: string, payload?: object) => submit(world, bodyId, abe, { kind, payload });

test('an ordinary motion carries no payload', async () => {
  expect(await move('ORDINARY', f.bodies.alder, {})).toMatchObject({ state: 'SUBMITTED', payload: {} });
  expect(await move('ORDINARY', f.bodies.alder, { rules: {} })).toMatchObject({
    code: 'PAYLOAD_INVALID',
    field: 'payload.rules',
  });
});

test('only the Federation adopts a platform', async () => {
  expect(await move('ADOPT_PLATFORM', f.bodies.north, { clauses: [clause] })).toMatchObject({
    code: 'WRONG_BODY',
    field: 'bodyId',
    rule: 'platform',
  });
  expect(await move('ADOPT_PLATFORM', f.bodies.federation, { clauses: [clause], reacceptDays: 30 })).toMatchObject({
    state: 'SUBMITTED',
    payload: { clauses: [clause], reacceptDays: 30 },
  });
});

test.each([
  ['no clauses', {}],
  ['an empty platform', { clauses: [] }],
  ['two clauses of one key', { clauses: [clause, clause] }],
  ['a clause of no known kind', { clauses: [{ ...clause, kind: 'WISH' }] }],
  ['a clause without a text', { clauses: [{ ...clause, text: ' ' }] }],
  ['a key nobody knows', { clauses: [clause], colour: 'red' }],
])('a platform with %s is refused', async (_what, payload) => {
  const refusal = await move('ADOPT_PLATFORM', f.bodies.federation, payload);
  expect(refusal).toMatchObject({ code: 'PAYLOAD_INVALID' });
  expect(refusal['field']).toMatch(/^payload/);
});

test('the Federation’s rule book leaves nothing out; one below may speak of some sections only', async () => {
  const some = { standing: { duesGraceDays: 30 } };
  expect(await move('ADOPT_RULE_BOOK', f.bodies.federation, { rules: some })).toMatchObject({
    code: 'PAYLOAD_INVALID',
    field: 'payload.rules.motions',
  });
  expect(await move('ADOPT_RULE_BOOK', f.bodies.federation, { rules: foundingRules })).toMatchObject({
    state: 'SUBMITTED',
  });
  expect(await move('ADOPT_RULE_BOOK', f.bodies.alder, { rules: some })).toMatchObject({
    state: 'SUBMITTED',
    payload: { rules: some },
  });
});

test('a rule book that cannot stand is refused, with the place and what should be there', async () => {
  const refusal = await move('ADOPT_RULE_BOOK', f.bodies.alder, { rules: { roll: { challengeDays: -2 } } });
  expect(refusal).toMatchObject({ code: 'PAYLOAD_INVALID', field: 'payload.rules.roll.challengeDays' });
  expect(refusal['message']).toContain('a whole number of days from 0 to 90');
  expect(await move('ADOPT_RULE_BOOK', f.bodies.alder, {})).toMatchObject({
    code: 'PAYLOAD_INVALID',
    field: 'payload.rules',
  });
  expect(await move('ADOPT_RULE_BOOK', f.bodies.alder, { rules: {} })).toMatchObject({
    code: 'PAYLOAD_INVALID',
    field: 'payload.rules',
  });
  expect(
    await move('ADOPT_RULE_BOOK', f.bodies.alder, { rules: { roll: { challengeDays: 1 } }, also: 1 }),
  ).toMatchObject({ field: 'payload.also' });
});

test('a body affiliates only one directly below it that is in formation', async () => {
  const motion = await move('AFFILIATE_BODY', f.bodies.north, { bodyId: `Body_${dogwood}` });
  expect(motion).toMatchObject({ state: 'SUBMITTED', payload: { bodyId: `Body_${dogwood}` } });
  expect(await move('AFFILIATE_BODY', f.bodies.federation, { bodyId: `Body_${dogwood}` })).toMatchObject({
    code: 'PAYLOAD_INVALID',
    field: 'payload.bodyId',
  });
  expect(await move('AFFILIATE_BODY', f.bodies.north, { bodyId: `Body_${f.bodies.alder}` })).toMatchObject({
    code: 'PAYLOAD_INVALID',
    field: 'payload.bodyId',
  });
  expect(await move('AFFILIATE_BODY', f.bodies.north, { bodyId: `Body_${newKey()}` })).toMatchObject({
    code: 'PAYLOAD_INVALID',
  });
  expect(await move('AFFILIATE_BODY', f.bodies.north)).toMatchObject({
    code: 'PAYLOAD_INVALID',
    field: 'payload.bodyId',
  });
  await expect(move('AFFILIATE_BODY', f.bodies.north, { bodyId: 'dogwood' })).rejects.toMatchObject({
    code: 'BAD_USER_INPUT',
  });
});

test('the id of a body is stored as the database knows it', async () => {
  const { id } = await move('AFFILIATE_BODY', f.bodies.north, { bodyId: `Body_${dogwood}` });
  const row = await world.db
    .selectFrom('proposal')
    .select('payload')
    .where('id', '=', id.slice(9))
    .executeTakeFirstOrThrow();
  expect(row.payload).toEqual({ bodyId: dogwood });
});

test('a draft keeps a payload that is not ready yet, and loses it when its kind changes', async () => {
  const input = submitInput(f.bodies.alder, { kind: 'ADOPT_RULE_BOOK', payload: { rules: { unfinished: true } } });
  expect(await deed(world, 'draftProposal', input, abe)).toMatchObject({
    state: 'DRAFT',
    payload: { rules: { unfinished: true } },
  });
  expect(await deed(world, 'submitProposal', { id: input.id }, abe)).toMatchObject({
    code: 'PAYLOAD_INVALID',
    field: 'payload.rules.unfinished',
  });
  await deed(world, 'draftProposal', { ...input, kind: 'ORDINARY', payload: null }, abe);
  expect(await read(world, `Proposal_${input.id}`, abe)).toMatchObject({ kind: 'ORDINARY', payload: {} });
});
