// Applying to a Local Group: with the platform in force, without telling who is known here.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newestMail, openBrowser, tokenIn } from '../../support/browser.js';
import { found, type Founded } from '../../support/founding.js';
import { apply, application, applyMutation, resign } from '../../support/joining.js';
import { openWorld, type World } from '../../support/world.js';

let world: World;
let federation: Founded;
beforeAll(async () => {
  world = await openWorld({ TRUST_PROXY: '1' });
  federation = await found(world);
});
afterAll(() => world.close());

let network = 0;
/** A stranger from a network of their own, so that limits of one test do not reach another. */
const stranger = async (email: string, more: object = {}) => {
  const browser = openBrowser(world, { 'x-forwarded-for': `198.51.100.${++network}` });
  const { data } = await browser.ask(applyMutation, {
    input: application(federation.bodies.alder, { displayName: 'Noor', email, ...more }),
  });
  return data.applyToLocalGroup;
};
const personOf = (email: string) =>
  world.db.selectFrom('person').selectAll().where('email', '=', email).executeTakeFirst();
const membershipsOf = async (email: string) =>
  world.db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'person_id')
    .select(['membership.id', 'state', 'kind'])
    .where('email', '=', email)
    .execute();

describe('somebody not signed in', () => {
  test('is entered as an applicant with an unproved address, and gets a link', async () => {
    const answer = await stranger('noor@example.org', { message: 'I work nights at the bakery.' });
    expect(answer).toEqual({ membership: null, linkSentTo: 'noor@example.org', outboxPath: '/outbox' });
    expect((await personOf('noor@example.org'))!.email_proved_at).toBeNull();
    expect(await membershipsOf('noor@example.org')).toMatchObject([{ state: 'APPLICANT', kind: 'MEMBER' }]);
  });

  test('comes in by the link, and sees the application', async () => {
    const token = tokenIn((await newestMail(world, 'noor@example.org'))!.body);
    const browser = openBrowser(world);
    await browser.ask('mutation ($token: String!) { signInByLink(input: { token: $token }) { __typename } }', {
      token,
    });
    const { data } = await browser.ask(
      '{ viewer { displayName membership { state body { slug } events { what reason } } acceptedPlatform } }',
    );
    expect(data.viewer).toEqual({
      displayName: 'Noor',
      membership: {
        state: 'APPLICANT',
        body: { slug: 'alder' },
        events: [{ what: 'APPLIED', reason: 'I work nights at the bakery.' }],
      },
      acceptedPlatform: true,
    });
    expect((await personOf('noor@example.org'))!.email_proved_at).not.toBeNull();
  });

  test('gets the same answer where the address is known: only the mail tells, and nothing is entered', async () => {
    const before = await membershipsOf('abe@example.org');
    expect(await stranger('abe@example.org')).toEqual({
      membership: null,
      linkSentTo: 'abe@example.org',
      outboxPath: '/outbox',
    });
    expect(await membershipsOf('abe@example.org')).toEqual(before);
    expect((await personOf('abe@example.org'))!.display_name).toBe('Abe');
    expect((await newestMail(world, 'abe@example.org'))!.body).toContain('known here already');
  });

  test('leaves the same trace in the public history, known or not', async () => {
    const ids = [randomUUID(), randomUUID()];
    await stranger('amy@example.org', { id: ids[0] });
    await stranger('nobody.yet@example.org', { id: ids[1] });
    const records = await world.db.selectFrom('history_record').select(['type', 'body']).execute();
    const bodies = records.map(
      ({ body }) => body as { name: string; subject: string; actor: string | null; digest: string },
    );
    const [known, unknown] = ids.map((id) =>
      bodies.filter(({ subject }) => subject === id).map(({ subject: _subject, ...rest }) => rest),
    );
    expect(known).toEqual(unknown);
    expect(known).toHaveLength(1);
    expect(JSON.stringify(bodies)).not.toMatch(/Noor|example\.org/);
  });

  test('cannot find out with a used id either', async () => {
    const used = federation.memberships['ann'];
    const answers = [
      await stranger('ben@example.org', { id: used }),
      await stranger('nobody.else@example.org', { id: used }),
    ];
    expect(answers.map(({ code }) => code)).toEqual(['KEY_USED', 'KEY_USED']);
  });

  test('gets the first answer again for the same application, and enters one', async () => {
    const input = application(federation.bodies.alder, { displayName: 'Twice', email: 'twice@example.org' });
    const both = await Promise.all([apply(world, input), apply(world, input)]);
    expect(both[0]).toEqual(both[1]);
    expect(await membershipsOf('twice@example.org')).toHaveLength(1);
  });

  test('who sends two applications at once is one person with one application', async () => {
    await Promise.all(Array.from({ length: 4 }, () => stranger('parallel@example.org')));
    expect(await membershipsOf('parallel@example.org')).toHaveLength(1);
  });

  test('is written to in the language the browser asks for', async () => {
    const browser = openBrowser(world, { 'accept-language': 'fr-CA,fr;q=0.9', 'x-forwarded-for': '203.0.113.9' });
    await browser.ask(applyMutation, {
      input: application(federation.bodies.alder, { displayName: 'Zoé', email: 'zoe@example.org' }),
    });
    expect((await newestMail(world, 'zoe@example.org'))!.subject).toBe('Votre demande à Alder');
  });

  test('needs a name and an address', async () => {
    expect(await stranger('x@example.org', { displayName: ' ' })).toMatchObject({
      code: 'NAME_MISSING',
      field: 'displayName',
    });
    expect(await stranger('x@example.org', { email: null })).toMatchObject({ code: 'EMAIL_MALFORMED', field: 'email' });
  });
});

describe('names', () => {
  test('are kept in one normal form', async () => {
    await stranger('jose@example.org', { displayName: '  Jose\u0301   Luis ' });
    expect((await personOf('jose@example.org'))!.display_name).toBe('José Luis');
  });

  test.each([
    ['an override of the direction', 'Ada\u202Eadnama'],
    ['marks stacked on one letter', `Z${'\u0300'.repeat(9)}oe`],
    ['a NUL', 'No\u0000or'],
    ['half a character', 'No\uD800or'],
  ])('with %s are refused', async (_what, displayName) => {
    expect(await stranger('odd@example.org', { displayName })).toMatchObject({
      code: 'TEXT_UNFIT',
      field: 'displayName',
    });
  });

  test('that are longer than eighty characters are refused', async () => {
    expect(await stranger('long@example.org', { displayName: '🌹'.repeat(81) })).toMatchObject({
      code: 'TEXT_TOO_LONG',
      field: 'displayName',
    });
  });
});

describe('the platform', () => {
  test('must be the version in force', async () => {
    expect(await stranger('p1@example.org', { platformVersion: 2 })).toMatchObject({
      code: 'PLATFORM_VERSION_OLD',
      values: { inForce: 1 },
    });
  });

  test('comes with every declaration, and the refusal names the missing ones', async () => {
    expect(await stranger('p2@example.org', { declarations: [] })).toMatchObject({
      code: 'DECLARATION_MISSING',
      field: 'declarations',
      values: { missing: ['not-an-employer'], headings: ['Not an employer'] },
    });
    expect(await personOf('p2@example.org')).toBeUndefined();
  });
});

describe('somebody signed in', () => {
  test('applies as themselves and sees the membership at once', async () => {
    await resign(world, federation.people['cid']!, {});
    const answer = await apply(
      world,
      application(federation.bodies.birch, { kind: 'SUPPORTER' }),
      federation.people['cid'],
    );
    expect(answer).toMatchObject({
      membership: { state: 'APPLICANT', kind: 'SUPPORTER', viewerCan: ['resignMembership'] },
      linkSentTo: null,
    });
  });

  test('leaves name and mail out', async () => {
    expect(
      await apply(world, application(federation.bodies.birch, { displayName: 'Other' }), federation.people['art']),
    ).toMatchObject({ code: 'SIGNED_IN' });
  });

  test('belongs to one group at a time', async () => {
    expect(await apply(world, application(federation.bodies.birch), federation.people['art'])).toMatchObject({
      code: 'ALREADY_MEMBER',
      values: { body: 'Alder' },
    });
    expect(await apply(world, application(federation.bodies.alder), federation.people['cid'])).toMatchObject({
      code: 'ALREADY_APPLIED',
    });
  });
});

describe('the body', () => {
  test('must be there', async () => {
    expect(await apply(world, application(randomUUID()), federation.people['art'])).toMatchObject({
      extensions: { code: 'NOT_FOUND' },
    });
  });

  test('is a Local Group, not the Federation', async () => {
    expect(await stranger('f@example.org', { bodyId: `Body_${federation.bodies.federation}` })).toMatchObject({
      code: 'NOT_A_LOCAL_GROUP',
    });
  });

  test('is a Region only where there is no Local Group', async () => {
    const { body } = (await world.ask('{ body(slug: "south") { id viewerCan } }')).data;
    expect(body.viewerCan).toEqual([]);
    expect(await stranger('large@example.org', { bodyId: body.id })).toMatchObject({
      code: 'LOCAL_GROUP_EXISTS',
      values: { groups: ['Cedar'] },
    });
    const west = randomUUID();
    await world.db
      .insertInto('body')
      .values({
        id: west,
        kind: 'REGION',
        parent_id: federation.bodies.federation,
        name: 'West',
        slug: 'west',
        state: 'AFFILIATED',
      })
      .execute();
    expect((await world.ask('{ body(slug: "west") { viewerCan } }')).data.body.viewerCan).toEqual([
      'applyToLocalGroup',
    ]);
    expect(await stranger('large@example.org', { bodyId: `Body_${west}` })).toMatchObject({
      linkSentTo: 'large@example.org',
    });
  });

  test('that has ended takes nobody', async () => {
    const gone = randomUUID();
    await world.db
      .insertInto('body')
      .values({
        id: gone,
        kind: 'LOCAL_GROUP',
        parent_id: federation.bodies.north,
        name: 'Gone',
        slug: 'gone',
        state: 'DISSOLVED',
      })
      .execute();
    expect(await stranger('g@example.org', { bodyId: `Body_${gone}` })).toMatchObject({ code: 'BODY_NOT_AFFILIATED' });
  });
});
