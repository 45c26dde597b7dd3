// A reading gives the same answer whether graphql-js walks it or it was compiled, and only readings are compiled.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execute, parse, validate } from 'graphql';
import { schema } from '../../../schema/index.js';
import { makeContext } from '../../../server/context.js';
import { loadDemonstration } from '../../../server/demo/load.js';
import { compiled } from '../../../server/http/execute.js';
import { hashToken } from '../../../server/http/sessionCookie.js';
import { loadActor } from '../../../server/policy/actor.js';
import { everythingOf } from '../../support/everything.js';
import { openWorld, type World } from '../../support/world.js';

let world: World;
let poll: string;
let secretary: string;
beforeAll(async () => {
  world = await openWorld();
  await loadDemonstration(world.services);
  const result = await world.db.selectFrom('result').select('poll_id').orderBy('poll_id').executeTakeFirstOrThrow();
  poll = result.poll_id;
  const terms = world.db.selectFrom('office_term').select('person_id').where('office', '=', 'SECRETARY');
  secretary = (await terms.executeTakeFirstOrThrow()).person_id;
}, 60_000);
afterAll(() => world.close());

const all = (type: string, steps: number) => everythingOf(schema(), type, { first: 20, from: 1 }, steps);
const readings: [what: string, source: () => string][] = [
  ['the tree', () => `{ tree ${all('TreeBody', 1)} }`],
  ['a body and what it leads to', () => `{ body(slug: "tacoma") ${all('Body', 2)} }`],
  [
    'a page of bodies',
    () => `{ bodies(first: 20) { edges { cursor node ${all('Body', 1)} } pageInfo { hasNextPage } } }`,
  ],
  ['a result with every tally', () => `{ result(poll: "Poll_${poll}") ${all('Result', 2)} }`],
  ['the viewer, and what is due from them', () => `{ viewer ${all('Viewer', 2)} dueFromMe ${all('Due', 2)} }`],
  ['the history', () => '{ history(first: 20) { edges { node { seq data } } } historyCheckpoint { size note } }'],
  ['what is left out', () => '{ federation { id @skip(if: true) ... @include(if: false) { slug } name again: name } }'],
];

async function contextOf(cookie: string | null) {
  const context = makeContext(world.services);
  if (cookie) context.actor = await loadActor(world.db, hashToken(cookie.split('=')[1]!));
  return context;
}

/** The clock of the database is told with every poll, and runs on. */
const withoutClock = (answer: unknown): unknown =>
  JSON.parse(JSON.stringify(answer), (key, value: unknown) => (key === 'now' ? 'now' : value));

describe.each([
  ['nobody', () => null],
  ['a secretary', () => world.cookieOf(secretary)],
])('as %s', (_who, as) => {
  test.each(readings)('%s', async (_what, source) => {
    const cookie = await as();
    const document = parse(source());
    expect(validate(schema(), document)).toEqual([]);
    const plain = await execute({ schema: schema(), document, contextValue: await contextOf(cookie) });
    const direct = await compiled(schema(), document)!({ document, context: await contextOf(cookie), request: {} });
    expect(plain.errors).toBeUndefined();
    expect(withoutClock(direct)).toEqual(withoutClock(plain));
  });
});

test.each([
  ['a deed', 'mutation { signOut { __typename } }'],
  ['an interface', '{ node(id: "x") { id } }'],
  ['a document of several operations', 'query a { federation { id } } query b { federation { id } }'],
])('%s is not compiled', (_what, source) => {
  expect(compiled(schema(), parse(source))).toBeNull();
});

const askedOften = (query: string, variables = {}) =>
  Promise.all(Array.from({ length: 5 }, () => world.ask(query, variables)));

test('asked again and again, a reading that fails says what it said the first time', async () => {
  const answers = await askedOften('query ($id: ID!) { result(poll: $id) { outcome } }', { id: 'Body_1' });
  const said = answers.map(({ errors }) => errors?.[0]);
  expect(said[0]).toMatchObject({ message: expect.stringMatching(/id of a Poll/), path: ['result'] });
  expect(said).toEqual(Array(5).fill(said[0]));
});

test('asked again and again, wrong variables are the mistake of who asks', async () => {
  const answers = await askedOften('query ($n: Int!) { bodies(first: $n) { edges { cursor } } }', { n: 'many' });
  for (const { status, errors } of answers)
    expect([status, errors?.[0]?.extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
});
