// Putting a motion to a body: who may, what it must say, its number, and how its life begins.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { addMember, found, type Founded } from '../../support/founding.js';
import { deed, submit, submitInput } from '../../support/motions.js';
import { newKey, openWorld, type World } from '../../support/world.js';

let world: World;
let f: Founded;
beforeAll(async () => {
  world = await openWorld();
  f = await found(world);
});
afterAll(() => world.close());

test('a motion that needs a second waits for it under the next number of its body', async () => {
  const first = await submit(world, f.bodies.alder, f.people['abe']!);
  const next = await submit(world, f.bodies.alder, f.people['amy']!);
  expect(first).toMatchObject({
    state: 'SUBMITTED',
    secondsNeeded: 1,
    secondCount: 0,
    body: { slug: 'alder' },
    authorName: 'Abe',
    authorBody: { slug: 'alder' },
    moverBody: null,
  });
  expect(next['number']).toBe(first['number'] + 1);
  expect(first['steps']).toEqual([{ fromState: 'DRAFT', toState: 'SUBMITTED', reason: null }]);
  const days = (Date.parse(first['secondBy']) - Date.parse(first['submittedAt'])) / 86_400_000;
  expect(days).toBe(14);
});

test('where the rules ask for no second, the debate begins at once', async () => {
  const rules = { motions: { secondsNeeded: 0, secondWithinDays: 14, debateDays: 3, votingDays: 7 } };
  await world.db
    .insertInto('rule_book')
    .values({ id: newKey(), body_id: f.bodies.cedar, version: 1, rules: JSON.stringify(rules) })
    .execute();
  const motion = await submit(world, f.bodies.cedar, f.people['cid']!);
  expect(motion).toMatchObject({ state: 'DEBATE', secondBy: null, secondsNeeded: 0 });
  expect(motion['steps'].map((step: { toState: string }) => step.toState)).toEqual(['SUBMITTED', 'DEBATE']);
  expect(Date.parse(motion['debateUntil']) - Date.parse(motion['debateFrom'])).toBe(3 * 86_400_000);
});

test('a member of a Local Group moves motions in the bodies above it, and not in its neighbours', async () => {
  expect(await submit(world, f.bodies.federation, f.people['abe']!)).toMatchObject({ state: 'SUBMITTED', number: 1 });
  expect(await submit(world, f.bodies.birch, f.people['abe']!)).toMatchObject({ code: 'NOT_ALLOWED', rule: 'motions' });
});

test('a supporter, an applicant and a person at no body move nothing', async () => {
  const sam = await addMember(world, f, 'sam', 'alder');
  await world.db.updateTable('membership').set({ kind: 'SUPPORTER' }).where('person_id', '=', sam).execute();
  expect(await submit(world, f.bodies.alder, sam)).toMatchObject({ code: 'NOT_ALLOWED' });
  await world.db
    .updateTable('membership')
    .set({ kind: 'MEMBER', state: 'APPLICANT' })
    .where('person_id', '=', sam)
    .execute();
  expect(await submit(world, f.bodies.alder, sam)).toMatchObject({ code: 'NOT_ALLOWED' });
  await world.db.updateTable('membership').set({ state: 'RESIGNED' }).where('person_id', '=', sam).execute();
  expect(await submit(world, f.bodies.alder, sam)).toMatchObject({ code: 'NOT_ALLOWED' });
});

test('nobody signed in: an error asks for a sign-in', async () => {
  await expect(deed(world, 'submitProposal', submitInput(f.bodies.alder), null)).rejects.toMatchObject({
    code: 'UNAUTHENTICATED',
  });
});

test('the same submission sent again gives the same motion and takes no second number', async () => {
  const input = submitInput(f.bodies.birch);
  const [one, two] = await Promise.all([1, 2].map(() => deed(world, 'submitProposal', input, f.people['ben']!)));
  expect([two!['id'], two!['number']]).toEqual([one!['id'], one!['number']]);
  const again = await deed(world, 'submitProposal', input, f.people['ben']!);
  expect(again['number']).toBe(one!['number']);
  expect(await deed(world, 'submitProposal', { ...input, title: 'Another' }, f.people['ben']!)).toMatchObject({
    code: 'KEY_USED',
  });
});

test('motions submitted at the same time get different numbers without a gap', async () => {
  const made = await Promise.all(
    ['abe', 'amy', 'ann', 'art', 'bea', 'ben', 'bob'].map((name) => submit(world, f.bodies.north, f.people[name]!)),
  );
  expect(made.map((motion) => motion['number']).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7]);
});

test.each([
  ['no title', { title: '  ' }, 'TITLE_MISSING', 'title'],
  ['a title without end', { title: 'x'.repeat(201) }, 'TOO_LONG', 'title'],
  ['no text', { text: ' \n' }, 'TEXT_MISSING', 'text'],
  ['a text without end', { text: 'x'.repeat(40_001) }, 'TOO_LONG', 'text'],
])('a motion with %s is refused', async (_what, more, code, field) => {
  expect(await submit(world, f.bodies.alder, f.people['abe']!, more)).toMatchObject({ code, field });
});

test('a motion without a body, and no draft of that id, makes no sense', async () => {
  await expect(
    deed(world, 'submitProposal', { id: newKey(), title: 'A', text: 'B' }, f.people['abe']!),
  ).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  await expect(deed(world, 'submitProposal', submitInput(newKey()), f.people['abe']!)).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});

test('a body in formation puts no motion to a vote, and its members have a voice above', async () => {
  const dogwood = newKey();
  await world.db
    .insertInto('body')
    .values({
      id: dogwood,
      kind: 'LOCAL_GROUP',
      parent_id: f.bodies.south,
      name: 'Dogwood',
      slug: 'dogwood',
      state: 'IN_FORMATION',
    })
    .execute();
  const dan = await addMember(world, { ...f, bodies: { ...f.bodies, cedar: dogwood } }, 'dan', 'cedar');
  expect(await submit(world, dogwood, dan)).toMatchObject({ code: 'BODY_IN_FORMATION' });
  expect(await submit(world, f.bodies.south, dan)).toMatchObject({ state: 'SUBMITTED' });
});

test('a submitted motion keeps its text, whatever the code above would do', async () => {
  const motion = await submit(world, f.bodies.alder, f.people['abe']!);
  const rewrite = world.db
    .updateTable('proposal')
    .set({ text: 'Something else' })
    .where('id', '=', motion['id'].slice(9))
    .execute();
  await expect(rewrite).rejects.toMatchObject({ code: 'MD008' });
});

test('the history tells of the motion by its id and the digest of its text, and holds no word of it', async () => {
  const motion = await submit(world, f.bodies.alder, f.people['abe']!, { title: 'Xylophone' });
  const records = await world.db.selectFrom('history_record').select('body').where('type', '=', 'deed').execute();
  const told = records.filter(({ body }) => (body as { subject: string }).subject === motion['id'].slice(9));
  expect(told).toEqual([
    {
      body: {
        name: 'submitProposal',
        subject: motion['id'].slice(9),
        actor: expect.stringMatching(/^[0-9a-f]{64}$/),
        digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    },
  ]);
  expect(JSON.stringify(records)).not.toContain('Xylophone');
});
