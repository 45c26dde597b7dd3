// Signing in by a link in a mail.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { hashPassword } from '../../../server/accounts/password.js';
import { newestMail, openBrowser, tokenIn } from '../../support/browser.js';
import { found, type Founded } from '../../support/founding.js';
import { openWorld, type World } from '../../support/world.js';

let world: World;
let federation: Founded;
beforeAll(async () => {
  world = await openWorld();
  federation = await found(world);
});
afterAll(() => world.close());

const request = `mutation ($email: String!) { requestSignInLink(input: { email: $email }) { ... on LinkSent { sent outboxPath } ... on Refusal { code values } } }`;
const enter = `mutation ($token: String!) { signInByLink(input: { token: $token }) { ... on SignedIn { viewer { displayName } } ... on Refusal { code field } } }`;
const ask = (email: string) => openBrowser(world).ask(request, { email });

async function linkOf(name: string): Promise<string> {
  await ask(`${name}@example.org`);
  return tokenIn((await newestMail(world, `${name}@example.org`))!.body);
}

test('the mailed address carries the token behind the #, and the database keeps only its hash', async () => {
  await ask('ada@example.org');
  const mail = (await newestMail(world, 'ada@example.org'))!;
  expect(mail.body).toMatch(/http:\/\/localhost:4000\/sign-in\/link#[\w-]{43}\n/);
  const links = await world.db.selectFrom('sign_in_link').selectAll().execute();
  expect(JSON.stringify(links.map(({ token_hash }) => token_hash.toString('base64url')))).not.toContain(
    tokenIn(mail.body),
  );
});

test('a link signs in once', async () => {
  const token = await linkOf('ada');
  expect((await openBrowser(world).ask(enter, { token })).data.signInByLink.viewer.displayName).toBe('Ada');
  expect((await openBrowser(world).ask(enter, { token })).data.signInByLink).toEqual({
    code: 'LINK_SPENT',
    field: 'token',
  });
});

test('of twenty who press the same link at once, one comes in', async () => {
  const token = await linkOf('abe');
  const answers = await Promise.all(Array.from({ length: 20 }, () => openBrowser(world).ask(enter, { token })));
  expect(answers.filter(({ data }) => data.signInByLink.viewer).length).toBe(1);
});

test('after ten minutes a link opens nothing', async () => {
  const token = await linkOf('amy');
  await world.db
    .updateTable('sign_in_link')
    .set({ expires_at: new Date(Date.now() - 1000) })
    .where('email', '=', 'amy@example.org')
    .execute();
  expect((await openBrowser(world).ask(enter, { token })).data.signInByLink.code).toBe('LINK_SPENT');
});

test('a link to an address that is no longer the person’s opens nothing', async () => {
  const token = await linkOf('ann');
  await world.db
    .updateTable('person')
    .set({ email: 'ann2@example.org' })
    .where('id', '=', federation.people['ann']!)
    .execute();
  expect((await openBrowser(world).ask(enter, { token })).data.signInByLink.code).toBe('LINK_SPENT');
});

test('the first proof of an address ends the password and the sessions set up under it before; later ones do not', async () => {
  const person = federation.people['art']!;
  await world.db
    .insertInto('person_password')
    .values({ person_id: person, hash: await hashPassword('set by a stranger') })
    .execute();
  const stranger = await world.cookieOf(person);
  await openBrowser(world).ask(enter, { token: await linkOf('art') });
  const thief = openBrowser(world);
  thief.cookie = stranger;
  expect((await thief.ask('{ viewer { displayName } }')).data.viewer).toBeNull();
  expect(await world.db.selectFrom('person_password').selectAll().where('person_id', '=', person).execute()).toEqual(
    [],
  );

  await world.db
    .insertInto('person_password')
    .values({ person_id: person, hash: await hashPassword('set by its owner') })
    .execute();
  await openBrowser(world).ask(enter, { token: await linkOf('art') });
  expect(
    await world.db.selectFrom('person_password').selectAll().where('person_id', '=', person).execute(),
  ).toHaveLength(1);
});

describe('nobody learns who is known here', () => {
  test('a known and an unknown address get the same answer, in the same time', async () => {
    const times: number[] = [];
    const answers: string[] = [];
    for (const email of ['bea@example.org', 'nobody@example.org', 'ben@example.org', 'no.one@example.org']) {
      const start = performance.now();
      const { status, data } = await ask(email);
      times.push(performance.now() - start);
      answers.push(JSON.stringify({ status, data }));
    }
    expect(new Set(answers).size).toBe(1);
    expect(Math.min(...times)).toBeGreaterThanOrEqual(245);
  });

  test('an unknown address gets no mail', async () => {
    await ask('nobody@example.org');
    expect(await newestMail(world, 'nobody@example.org')).toBeUndefined();
  });
});

test.each([
  ['es', 'Tu enlace para entrar'],
  ['fr', 'Votre lien de connexion'],
])('the mail speaks the language of the person: %s', async (locale, subject) => {
  await world.ask(
    'mutation ($locale: String!) { setLocale(input: { locale: $locale }) { __typename } }',
    { locale },
    federation.people['bob'],
  );
  await ask('bob@example.org');
  expect((await newestMail(world, 'bob@example.org'))!.subject).toBe(subject);
});

test('a language we do not speak is refused', async () => {
  const { data } = await world.ask(
    'mutation { setLocale(input: { locale: "xx" }) { ... on Refusal { code field } } }',
    {},
    federation.people['bob'],
  );
  expect(data.setLocale).toEqual({ code: 'LOCALE_UNKNOWN', field: 'locale' });
});

test('what is no mail address is refused as such', async () => {
  expect((await ask('not an address')).data.requestSignInLink.code).toBe('EMAIL_MALFORMED');
});

test('where there is a mail server the mail goes through the queue, and nothing of it lies here to be read', async () => {
  const real = await openWorld({ MAIL_URL: 'smtp://127.0.0.1:9', DEMO: 'false' });
  try {
    await found(real);
    const { data } = await openBrowser(real).ask(request, { email: 'ada@example.org' });
    expect(data.requestSignInLink).toEqual({ sent: true, outboxPath: null });
    const { rows } = await sql<{ task_identifier: string }>`select task_identifier from graphile_worker.jobs`.execute(
      real.db,
    );
    expect(rows).toEqual([{ task_identifier: 'mail' }]);
    expect(await newestMail(real, 'ada@example.org')).toBeUndefined();
    expect((await real.ask('{ outbox(first: 5) { body } }')).data.outbox).toBeNull();
  } finally {
    await real.close();
  }
});
