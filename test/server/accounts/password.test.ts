// Signing in with a password, and setting one.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { hashPassword } from '../../../server/accounts/password.js';
import { newestMail, openBrowser, tokenIn, type Browser } from '../../support/browser.js';
import { found, type Founded } from '../../support/founding.js';
import { openWorld, type World } from '../../support/world.js';

let world: World;
let federation: Founded;
beforeAll(async () => {
  world = await openWorld();
  federation = await found(world);
});
afterAll(() => world.close());

const password = 'four words in a row';
const signIn = `mutation ($email: String!, $password: String!) { signIn(input: { email: $email, password: $password }) {
  ... on SignedIn { viewer { displayName } } ... on Refusal { code message values field } } }`;
const setPassword = `mutation ($password: String!, $current: String) { setPassword(input: { password: $password, currentPassword: $current }) {
  ... on PasswordSet { viewer { hasPassword sessionCount } } ... on Refusal { code field } } }`;
const who = '{ viewer { displayName } }';

const keep = async (name: string, hash: string) =>
  world.db.insertInto('person_password').values({ person_id: federation.people[name]!, hash }).execute();

async function cameByLink(name: string): Promise<Browser> {
  const email = `${name}@example.org`;
  const browser = openBrowser(world);
  await browser.ask(
    'mutation ($email: String!) { requestSignInLink(input: { email: $email }) { ... on LinkSent { sent } } }',
    { email },
  );
  const token = tokenIn((await newestMail(world, email))!.body);
  await browser.ask(
    'mutation ($token: String!) { signInByLink(input: { token: $token }) { ... on SignedIn { viewer { displayName } } } }',
    { token },
  );
  return browser;
}

test('the right password begins a session whose cookie scripts cannot read and other sites do not send', async () => {
  await keep('abe', await hashPassword(password));
  const browser = openBrowser(world);
  const { data } = await browser.ask(signIn, { email: ' Abe@Example.org ', password });
  expect(data.signIn.viewer).toEqual({ displayName: 'Abe' });
  expect(browser.setCookie).toMatch(/HttpOnly/);
  expect(browser.setCookie).toMatch(/SameSite=Lax/);
  expect((await browser.ask(who)).data.viewer.displayName).toBe('Abe');
});

test('a session holds for ninety days at most, and the database keeps only a hash of its token', async () => {
  const row = await world.db
    .selectFrom('session')
    .selectAll()
    .where('person_id', '=', federation.people['abe']!)
    .executeTakeFirstOrThrow();
  const days = (new Date(row.expires_at).getTime() - new Date(row.made_at).getTime()) / 86_400_000;
  expect(days).toBeCloseTo(90, 0);
  expect(row.token_hash.length).toBe(32);
});

test('an unknown address, an address without a password and a wrong password answer alike', async () => {
  const tries = [
    { email: 'nobody@example.org', password },
    { email: 'amy@example.org', password },
    { email: 'abe@example.org', password: 'not the right one' },
  ];
  const answers = [];
  for (const variables of tries) {
    const { status, data } = await openBrowser(world).ask(signIn, variables);
    answers.push(JSON.stringify({ status, data }));
  }
  expect(new Set(answers).size).toBe(1);
  expect(answers[0]).toContain('WRONG_PASSWORD');
});

test('whoever is unknown is hashed for all the same: an answer does not come at once', async () => {
  await keep('ann', await hashPassword(password));
  const times: Record<string, number[]> = { known: [], unknown: [] };
  for (let round = 0; round < 9; round++) {
    for (const [kind, email] of [
      ['known', 'ann@example.org'],
      ['unknown', `nobody${round}@example.org`],
    ] as const) {
      const start = performance.now();
      await openBrowser(world).ask(signIn, { email, password: 'not the right one' });
      times[kind]!.push(performance.now() - start);
    }
  }
  const median = (list: number[]) => list.sort((a, b) => a - b)[4]!;
  expect(median(times['unknown']!)).toBeGreaterThan(median(times['known']!) * 0.3);
});

test('a hash made with other parameters is made anew at the next sign-in', async () => {
  await keep('art', await hashPassword(password, { memory: 8_192, passes: 1, parallelism: 1 }));
  const { data } = await openBrowser(world).ask(signIn, { email: 'art@example.org', password });
  expect(data.signIn.viewer.displayName).toBe('Art');
  const { hash } = await world.db
    .selectFrom('person_password')
    .select('hash')
    .where('person_id', '=', federation.people['art']!)
    .executeTakeFirstOrThrow();
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(
    (await openBrowser(world).ask(signIn, { email: 'art@example.org', password })).data.signIn.viewer.displayName,
  ).toBe('Art');
});

test('a sign-in begins a new session and ends the one the browser came with', async () => {
  const browser = openBrowser(world);
  await browser.ask(signIn, { email: 'abe@example.org', password });
  const before = browser.cookie;
  await browser.ask(signIn, { email: 'abe@example.org', password });
  expect(browser.cookie).not.toBe(before);
  const thief = openBrowser(world);
  thief.cookie = before;
  expect((await thief.ask(who)).data.viewer).toBeNull();
});

test('a password needs twelve characters, at most 256, and no particular kind of them', async () => {
  const browser = await cameByLink('bob');
  expect((await browser.ask(setPassword, { password: 'elevenchars' })).data.setPassword).toEqual({
    code: 'PASSWORD_SHORT',
    field: 'password',
  });
  expect((await browser.ask(setPassword, { password: 'x'.repeat(257) })).data.setPassword).toEqual({
    code: 'PASSWORD_LONG',
    field: 'password',
  });
  expect((await browser.ask(setPassword, { password: 'a'.repeat(12) })).data.setPassword.viewer.hasPassword).toBe(true);
});

test('changing a password asks for the present one and ends every other session', async () => {
  const mine = openBrowser(world);
  await mine.ask(signIn, { email: 'abe@example.org', password });
  const other = openBrowser(world);
  await other.ask(signIn, { email: 'abe@example.org', password });
  const next = 'another row of words';
  expect((await mine.ask(setPassword, { password: next })).data.setPassword.code).toBe('CURRENT_PASSWORD_WRONG');
  expect((await mine.ask(setPassword, { password: next, current: 'not the right one' })).data.setPassword.code).toBe(
    'CURRENT_PASSWORD_WRONG',
  );
  expect((await mine.ask(setPassword, { password: next, current: password })).data.setPassword.viewer).toEqual({
    hasPassword: true,
    sessionCount: 1,
  });
  expect((await other.ask(who)).data.viewer).toBeNull();
  expect((await openBrowser(world).ask(signIn, { email: 'abe@example.org', password })).data.signIn.code).toBe(
    'WRONG_PASSWORD',
  );
});

test('whoever has just come by a mailed link may replace a forgotten password', async () => {
  await keep('cid', await hashPassword('a forgotten row of words'));
  const browser = await cameByLink('cid');
  // The link was the first proof of the address, which ends a password set before; so it is set twice here.
  await browser.ask(setPassword, { password: 'first row of words' });
  const again = await cameByLink('cid');
  expect((await again.ask(setPassword, { password: 'second row of words' })).data.setPassword.viewer.hasPassword).toBe(
    true,
  );
});

test('ten minutes after the link the present password is asked for again', async () => {
  const browser = await cameByLink('cid');
  await world.db
    .updateTable('session')
    .set({ made_at: new Date(Date.now() - 11 * 60_000) })
    .where('person_id', '=', federation.people['cid']!)
    .execute();
  expect((await browser.ask(setPassword, { password: 'third row of words' })).data.setPassword.code).toBe(
    'CURRENT_PASSWORD_WRONG',
  );
});

test('signing out ends this session; signing out everywhere ends all', async () => {
  const [here, there] = [openBrowser(world), openBrowser(world)];
  for (const browser of [here, there]) await browser.ask(signIn, { email: 'ann@example.org', password });
  const signOut =
    'mutation ($everywhere: Boolean!) { signOut(input: { everywhere: $everywhere }) { ... on SignedOut { ended } } }';
  const before = here.cookie;
  expect((await here.ask(signOut, { everywhere: false })).data.signOut).toEqual({ ended: 1 });
  expect(here.cookie).toBeNull();
  here.cookie = before;
  expect((await here.ask(who)).data.viewer).toBeNull();
  await here.ask(signIn, { email: 'ann@example.org', password });
  expect((await there.ask(signOut, { everywhere: true })).data.signOut).toEqual({ ended: 2 });
  expect((await here.ask(who)).data.viewer).toBeNull();
});

test('a session unused for fourteen days is over', async () => {
  const browser = openBrowser(world);
  await browser.ask(signIn, { email: 'ann@example.org', password });
  await world.db
    .updateTable('session')
    .set({ seen_at: new Date(Date.now() - 15 * 86_400_000) })
    .where('person_id', '=', federation.people['ann']!)
    .execute();
  expect((await browser.ask(who)).data.viewer).toBeNull();
});
