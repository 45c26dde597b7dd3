// The rules of a body as its members read them, each section with the body whose rule book says so.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { found, foundingRules } from '../../support/founding.js';
import { openWorld, type World } from '../../support/world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  const { bodies } = await found(world);
  const rules = {
    roll: { challengeDays: 5 },
    decisions: { ORDINARY: { ...foundingRules.decisions.DEFAULT, secret: true } },
  };
  await world.db
    .insertInto('rule_book')
    .values({ id: randomUUID(), body_id: bodies.north, version: 1, rules: JSON.stringify(rules) })
    .execute();
});
afterAll(() => world.close());

const book =
  'version sections { key fromBody { slug } fromVersion rules sentences { key values text } } versions { version inForceFrom proposal { id } }';

test('each section says from whom it is, as data and as sentences', async () => {
  const { data, errors } = await world.ask(`{ ruleBook(body: "birch") { body { slug } ${book} } }`);
  expect(errors).toBeUndefined();
  expect(data.ruleBook).toMatchObject({ body: { slug: 'birch' }, version: null, versions: [] });
  const section = (key: string) => data.ruleBook.sections.find((each: { key: string }) => each.key === key);
  const [motions, roll] = [section('motions'), section('roll')];
  expect(motions).toMatchObject({
    key: 'motions',
    fromBody: { slug: 'federation' },
    fromVersion: 1,
    rules: foundingRules.motions,
  });
  expect(motions.sentences[0]).toEqual({
    key: 'motions.seconds',
    values: { count: 1, days: 14 },
    text: 'A motion needs 1 second within 14 days, or it lapses.',
  });
  expect(roll).toMatchObject({
    key: 'roll',
    fromBody: { slug: 'north' },
    sentences: [{ text: 'The roll of a poll may be challenged for 5 days after it opens.' }],
  });
});

test('of decisions, each kind that comes from elsewhere names its rule book', async () => {
  const { data } = await world.ask(`{ body(slug: "north") { ruleBook { ${book} } } }`);
  const decisions = data.body.ruleBook.sections.find((section: { key: string }) => section.key === 'decisions');
  expect(decisions.fromBody.slug).toBe('federation');
  const told = decisions.sentences.map((sentence: { text: string }) => sentence.text);
  expect(told).toContain('Any motion that is not named below:');
  expect(told).toContain('An ordinary motion (North, rule book 1):');
  expect(told).toContain('Members vote by secret ballot.');
  expect(data.body.ruleBook.version).toBe(1);
  expect(data.body.ruleBook.versions).toEqual([
    { version: 1, inForceFrom: expect.stringMatching(/Z$/), proposal: null },
  ]);
});

test('there is no rule book of a body that does not exist', async () => {
  const { data } = await world.ask('{ ruleBook(body: "nowhere") { version } }');
  expect(data.ruleBook).toBeNull();
});
