// How often one may try, and that a limit is no weapon.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { hashPassword } from '../../../server/accounts/password.js';
import { networkOf } from '../../../server/accounts/rateLimits.js';
import { forgetTraces } from '../../../server/accounts/forgetTraces.js';
import { openBrowser } from '../../support/browser.js';
import { found, type Founded } from '../../support/founding.js';
import { openWorld, type World } from '../../support/world.js';

let world: World;
let federation: Founded;
beforeAll(async () => {
  world = await openWorld({ TRUST_PROXY: '1' });
  federation = await found(world);
  await world.db
    .insertInto('person_password')
    .values({ person_id: federation.people['ada']!, hash: await hashPassword(right) })
    .execute();
});
afterAll(() => world.close());

const right = 'four words in a row';
const signIn = `mutation ($email: String!, $password: String!) { signIn(input: { email: $email, password: $password }) {
  ... on SignedIn { viewer { displayName } } ... on Refusal { code values } } }`;
const from = (address: string) => openBrowser(world, { 'x-forwarded-for': address });
const tryFrom = async (address: string, email = 'ada@example.org', password = 'not the right one') =>
  (await from(address).ask(signIn, { email, password })).data.signIn;

test('after ten wrong tries in a quarter of an hour even the right password waits, and the answer says how long', async () => {
  for (let round = 0; round < 10; round++) expect((await tryFrom('192.0.2.1')).code).toBe('WRONG_PASSWORD');
  const refused = await tryFrom('192.0.2.1', 'ada@example.org', right);
  expect(refused.code).toBe('TOO_MANY_TRIES');
  expect(refused.values.seconds).toBeGreaterThan(600);
  expect(refused.values.seconds).toBeLessThanOrEqual(900);
});

test('the same person elsewhere is not locked out by it', async () => {
  expect((await tryFrom('192.0.2.2', 'ada@example.org', right)).viewer.displayName).toBe('Ada');
});

test('trying many addresses from one network is limited, too', async () => {
  const codes: string[] = [];
  for (let start = 0; start < 105; start += 15) {
    const round = Array.from({ length: 15 }, (_, index) => tryFrom('192.0.2.3', `someone${start + index}@example.org`));
    codes.push(...(await Promise.all(round)).map(({ code }) => code));
  }
  expect(codes.filter((code) => code === 'WRONG_PASSWORD')).toHaveLength(100);
  expect(codes.filter((code) => code === 'TOO_MANY_TRIES')).toHaveLength(5);
});

test('fifty tries at once count fifty times', async () => {
  const codes = (await Promise.all(Array.from({ length: 50 }, () => tryFrom('192.0.2.4', 'bea@example.org')))).map(
    ({ code }) => code,
  );
  expect(codes.filter((code) => code === 'WRONG_PASSWORD')).toHaveLength(10);
});

test('a sign-in that succeeds forgets the tries before it', async () => {
  for (let round = 0; round < 9; round++) await tryFrom('192.0.2.5');
  expect((await tryFrom('192.0.2.5', 'ada@example.org', right)).viewer.displayName).toBe('Ada');
  for (let round = 0; round < 9; round++) expect((await tryFrom('192.0.2.5')).code).toBe('WRONG_PASSWORD');
});

test('five links an hour and no more', async () => {
  const request =
    'mutation { requestSignInLink(input: { email: "bob@example.org" }) { ... on LinkSent { sent } ... on Refusal { code } } }';
  const browser = from('192.0.2.6');
  for (let round = 0; round < 5; round++)
    expect((await browser.ask(request)).data.requestSignInLink).toEqual({ sent: true });
  expect((await browser.ask(request)).data.requestSignInLink).toEqual({ code: 'TOO_MANY_TRIES' });
});

test('counters are kept in the database and name nobody', async () => {
  const rows = await world.db.selectFrom('rate_limit').selectAll().execute();
  expect(rows.length).toBeGreaterThan(5);
  expect(JSON.stringify(rows)).not.toMatch(/example\.org|192\.0\.2/);
});

test('counters, sessions and links whose time is over are forgotten, the others stay', async () => {
  await world.db
    .insertInto('rate_limit')
    .values({ key: 'over', points: 3, expire: String(Date.now() - 1000) })
    .execute();
  const before = await world.db.selectFrom('session').selectAll().execute();
  await world.db
    .updateTable('session')
    .set({ expires_at: new Date(Date.now() - 1000) })
    .where('token_hash', '=', before[0]!.token_hash)
    .execute();
  await forgetTraces(world.db);
  expect(await world.db.selectFrom('rate_limit').selectAll().where('key', '=', 'over').execute()).toEqual([]);
  expect((await world.db.selectFrom('rate_limit').selectAll().execute()).length).toBeGreaterThan(5);
  expect(await world.db.selectFrom('session').selectAll().execute()).toHaveLength(before.length - 1);
});

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8:1:2::9', '2001:db8:1:2'],
  ['2001:0DB8:0001:0002::9', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
])('the network of %s is %s: one home of IPv6 counts as one', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
