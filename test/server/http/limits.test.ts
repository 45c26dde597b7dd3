// What the API refuses before it does any work, and how: always in JSON, quickly, telling nothing of the inside.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openWorld, type World } from '../../support/world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const post = (body: string, headers: Record<string, string> = {}) =>
  fetch(`${world.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });
const ask = (query: string) => post(JSON.stringify({ query }));
const deep = (levels: number) => `{ federation ${'{ parent '.repeat(levels)} { id } ${'}'.repeat(levels)} }`;

const tooMuch: [string, string][] = [
  ['too deep', deep(14)],
  [
    'too deep through fragments',
    `{ federation { ...a } } fragment a on Body { parent { parent { parent { parent { ...b } } } } } fragment b on Body { parent { parent { parent { parent { parent { parent { parent { id } } } } } } } }`,
  ],
  ['a fragment within itself', '{ federation { ...a } } fragment a on Body { parent { ...a } }'],
  ['fifty aliases', `{ ${Array.from({ length: 50 }, (_, i) => `a${i}: federation { id }`).join(' ')} }`],
  ['sixty directives', `{ federation { ${Array.from({ length: 60 }, () => 'id @include(if: true)').join(' ')} } }`],
  ['a field nine hundred times', `{ federation { ${'name '.repeat(900)} } }`],
  ['three thousand tokens', `{ ${'federation { id } '.repeat(750)} }`],
  ['a page of a million', '{ bodies(first: 1000000) { edges { node { children { children { id } } } } } }'],
  ['no such field', '{ nobodies { id } }'],
  ['no GraphQL at all', '{ federation {'],
];

describe('a document that asks too much is refused with 400', () => {
  test.each(tooMuch)('%s', async (_name, query) => {
    const response = await ask(query);
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toContain('json');
  });
});

test('an honest document of the same size class is answered', async () => {
  const response = await ask('{ bodies(first: 100) { edges { node { id name parent { name } } } } }');
  expect(response.status).toBe(200);
});

describe('only a JSON POST of our own page or of a program is heard', () => {
  test('GET is refused, even with the header that asks for preflight', async () => {
    const response = await fetch(`${world.url}/graphql?query={__typename}`, {
      headers: { 'apollo-require-preflight': 'yes' },
    });
    expect(response.status).toBe(405);
  });

  test('a batch is refused', async () => {
    expect((await post(JSON.stringify([{ query: '{ __typename }' }, { query: '{ __typename }' }]))).status).toBe(400);
  });

  test('a form and a plain text are refused', async () => {
    expect((await post('query={__typename}', { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(
      415,
    );
    expect((await post('{"query":"{__typename}"}', { 'content-type': 'text/plain' })).status).toBe(415);
  });

  test('a page of another site is refused, by its Origin and by its Sec-Fetch-Site', async () => {
    const body = JSON.stringify({ query: '{ __typename }' });
    expect((await post(body, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await post(body, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await post(body, { 'sec-fetch-site': 'same-site' })).status).toBe(403);
    expect((await post(body, { 'sec-fetch-site': 'same-origin', origin: 'http://localhost:4000' })).status).toBe(200);
  });

  test('a body over the limit answers 413 in JSON', async () => {
    const response = await post(JSON.stringify({ query: '{ __typename }', variables: { a: 'x'.repeat(200_000) } }));
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'TOO_LARGE' } }] });
  });

  test('a broken JSON answers 400 in JSON and shows nothing of the inside', async () => {
    const response = await post('{"query": ');
    expect(response.status).toBe(400);
    const text = await response.text();
    expect(JSON.parse(text)).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
    expect(text).not.toMatch(/node_modules|SyntaxError|at /);
  });

  test('an unknown address answers 404 in JSON to a program', async () => {
    const response = await fetch(`${world.url}/nowhere`, { headers: { accept: 'application/json' } });
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
  });
});

test('every answer forbids foreign scripts, framing and sniffing, and the API is never cached', async () => {
  const { headers } = await ask('{ __typename }');
  const policy = headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain('unsafe');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('x-powered-by')).toBeNull();
});

test('the server tells that it lives and that it is ready', async () => {
  expect((await fetch(`${world.url}/livez`)).status).toBe(200);
  expect(await (await fetch(`${world.url}/readyz`)).json()).toEqual({ ready: true, database: true, stopping: false });
});

test('in production the API does not describe itself, and does not correct a typing error', async () => {
  const hardened = await openWorld({ NODE_ENV: 'production' });
  try {
    const introspection = await hardened.ask('{ __schema { types { name } } }');
    expect(introspection.status).toBe(400);
    const typo = await hardened.ask('{ federatio { id } }');
    expect(typo.status).toBe(400);
    expect(JSON.stringify(typo.errors)).not.toContain('Did you mean');
  } finally {
    await hardened.close();
  }
});
