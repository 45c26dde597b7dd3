// The demonstration and its open letterbox: there where they belong, and nowhere else.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openBrowser } from '../../support/browser.js';
import { found, type Founded } from '../../support/founding.js';
import { openWorld, type World } from '../../support/world.js';

const people = '{ demonstration { personId displayName body part } }';
const become = `mutation ($personId: ID!) { signInAsDemonstration(input: { personId: $personId }) { ... on SignedIn { viewer { displayName } } ... on Refusal { code message } } }`;

async function withPeople(settings: Record<string, string>): Promise<[World, Founded]> {
  const world = await openWorld(settings);
  const federation = await found(world);
  await world.db
    .insertInto('demonstration_person')
    .values([
      { person_id: federation.people['ben']!, part: 'Owes dues', position: 2 },
      { person_id: federation.people['ada']!, part: 'Admits members', position: 1 },
    ])
    .execute();
  return [world, federation];
}

describe('in a demonstration', () => {
  let world: World;
  let federation: Founded;
  beforeAll(async () => {
    [world, federation] = await withPeople({});
  });
  afterAll(() => world.close());

  test('its people are told in their order', async () => {
    const { data } = await world.ask(people);
    expect(data.demonstration).toEqual([
      { personId: `Person_${federation.people['ada']}`, displayName: 'Ada', body: 'Alder', part: 'Admits members' },
      { personId: `Person_${federation.people['ben']}`, displayName: 'Ben', body: 'Birch', part: 'Owes dues' },
    ]);
  });

  test('anyone becomes one of them with one press', async () => {
    const browser = openBrowser(world);
    const { data } = await browser.ask(become, { personId: `Person_${federation.people['ben']}` });
    expect(data.signInAsDemonstration.viewer.displayName).toBe('Ben');
    expect((await browser.ask('{ viewer { displayName } }')).data.viewer.displayName).toBe('Ben');
  });

  test('and nobody who is not on its list', async () => {
    const { errors, data } = await openBrowser(world).ask(become, { personId: `Person_${federation.people['abe']}` });
    expect(data).toBeNull();
    expect(errors![0]!.extensions.code).toBe('NOT_FOUND');
  });

  test('mail can be read as it would have been sent', async () => {
    await world.ask(
      'mutation { requestSignInLink(input: { email: "ada@example.org" }) { ... on LinkSent { outboxPath } } }',
    );
    const { data } = await world.ask('{ outbox(first: 10) { id recipient subject body sentAt } }');
    expect(data.outbox[0]).toMatchObject({ recipient: 'ada@example.org', subject: 'Your link to sign in' });
    expect(data.outbox[0].sentAt).toMatch(/^\d{4}-.*Z$/);
  });
});

describe('with real people', () => {
  let world: World;
  let federation: Founded;
  beforeAll(async () => {
    [world, federation] = await withPeople({ DEMO: 'false', NODE_ENV: 'production' });
  });
  afterAll(() => world.close());

  test('there is no list, and nobody becomes anybody', async () => {
    expect((await world.ask(people)).data.demonstration).toBeNull();
    const browser = openBrowser(world);
    const { data } = await browser.ask(become, { personId: `Person_${federation.people['ada']}` });
    expect(data.signInAsDemonstration.code).toBe('NOT_ALLOWED');
    expect(browser.cookie).toBeNull();
  });

  test('mail is nobody’s to read, and the answer names no place to read it', async () => {
    const { data } = await world.ask(
      'mutation { requestSignInLink(input: { email: "ada@example.org" }) { ... on LinkSent { sent outboxPath } } }',
    );
    expect(data.requestSignInLink).toEqual({ sent: true, outboxPath: null });
    expect((await world.ask('{ outbox(first: 10) { body } }')).data.outbox).toBeNull();
  });
});
