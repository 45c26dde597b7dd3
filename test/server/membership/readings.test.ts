// Reading who belongs: pages of the roll, figures of bodies, one thing by its id.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addMember, found, type Founded } from '../../support/founding.js';
import { admit, apply, application } from '../../support/joining.js';
import { openWorld, type World } from '../../support/world.js';

interface Roll {
  totalCount: number;
  edges: { node: { id: string; displayName: string } }[];
  pageInfo: { endCursor: string | null; hasNextPage: boolean };
}

let world: World;
let federation: Founded;
beforeAll(async () => {
  world = await openWorld();
  federation = await found(world);
});
afterAll(() => world.close());

describe('the roll', () => {
  test('comes in pages by name, without gap or overlap, and tells how many there are', async () => {
    const namesake = await addMember(world, federation, 'namesake', 'alder');
    await world.db.updateTable('person').set({ display_name: 'Abe' }).where('id', '=', namesake).execute();
    const query = `query ($after: String) { body(slug: "alder") { memberships(first: 2, after: $after) {
      totalCount edges { node { id displayName } } pageInfo { endCursor hasNextPage } } } }`;
    const seen: { id: string; displayName: string }[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { memberships }: { memberships: Roll } = (await world.ask(query, { after }, federation.people['ada'])).data
        .body;
      expect(memberships.totalCount).toBe(6);
      seen.push(...memberships.edges.map(({ node }) => node));
      ({ endCursor: after, hasNextPage: more } = memberships.pageInfo);
    }
    expect(seen.map(({ displayName }) => displayName)).toEqual(['Abe', 'Abe', 'Ada', 'Amy', 'Ann', 'Art']);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(6);
  });

  test('is empty, not absent, for a member who asks for applicants: those stand before the ones who keep the roll', async () => {
    const query =
      '{ body(slug: "alder") { memberships(first: 5, states: [APPLICANT]) { totalCount edges { cursor } } } }';
    const { data } = await world.ask(query, {}, federation.people['ada']);
    expect(data.body.memberships).toEqual({ totalCount: 0, edges: [] });
  });

  test.each([0, 101, -1])('gives no page of %d', async (first) => {
    const { errors } = await world.ask(
      `{ body(slug: "alder") { memberships(first: ${first}) { totalCount } } }`,
      {},
      federation.people['ada'],
    );
    expect(errors![0]!.extensions.code).toBe('BAD_USER_INPUT');
  });

  test.each([
    'nonsense',
    Buffer.from('["a"]').toString('base64url'),
    Buffer.from('["a",{"b":1}]').toString('base64url'),
  ])('refuses a cursor that is not one of its own: %s', async (after) => {
    const { errors } = await world.ask(
      'query ($after: String) { body(slug: "alder") { memberships(first: 2, after: $after) { totalCount } } }',
      { after },
      federation.people['ada'],
    );
    expect(errors![0]!.extensions.code).toBe('BAD_USER_INPUT');
  });
});

describe('figures', () => {
  test('count members below, on leave and suspended ones too, but no applicants, supporters or people who left', async () => {
    const states = ['ON_LEAVE', 'SUSPENDED', 'APPLICANT', 'RESIGNED', 'EXPELLED', 'LAPSED'] as const;
    for (const state of states) {
      await addMember(world, federation, state.toLowerCase(), 'cedar');
      await world.db
        .updateTable('membership')
        .set({ state })
        .where('id', '=', federation.memberships[state.toLowerCase()]!)
        .execute();
    }
    await addMember(world, federation, 'friend', 'cedar');
    await world.db
      .updateTable('membership')
      .set({ kind: 'SUPPORTER' })
      .where('id', '=', federation.memberships['friend']!)
      .execute();
    const { data } = await world.ask(
      '{ body(slug: "cedar") { memberCount goodStandingCount parent { memberCount goodStandingCount } } }',
    );
    expect(data.body).toEqual({
      memberCount: 4,
      goodStandingCount: 2,
      parent: { memberCount: 4, goodStandingCount: 2 },
    });
  });

  test('a supporter who becomes a member is counted from then on', async () => {
    await world.db
      .updateTable('membership')
      .set({ kind: 'MEMBER' })
      .where('id', '=', federation.memberships['friend']!)
      .execute();
    expect((await world.ask('{ body(slug: "cedar") { memberCount } }')).data.body.memberCount).toBe(5);
  });

  test('tell how many have accepted the platform in force', async () => {
    const { data } = await world.ask('{ body(slug: "birch") { platformAcceptance { version accepted of } } }');
    expect(data.body.platformAcceptance).toEqual({ version: 1, accepted: 3, of: 3 });
  });
});

describe('one thing by its id', () => {
  test('is the body, the platform, one’s own membership', async () => {
    const { data } = await world.ask(
      `{ body: node(id: "Body_${federation.bodies.birch}") { __typename id ... on Body { slug } }
         platform: node(id: "PlatformVersion_${federation.platformVersionId}") { __typename ... on PlatformVersion { number } }
         own: node(id: "Membership_${federation.memberships['bob']}") { __typename ... on Membership { displayName body { slug } } } }`,
      {},
      federation.people['bob'],
    );
    expect(data).toEqual({
      body: { __typename: 'Body', id: `Body_${federation.bodies.birch}`, slug: 'birch' },
      platform: { __typename: 'PlatformVersion', number: 1 },
      own: { __typename: 'Membership', displayName: 'Bob', body: { slug: 'birch' } },
    });
  });

  test.each([
    'Body_',
    'Body_1',
    'Nothing_3f0e4f0a-51d7-4a53-9b9e-0a7c0f1c2d3e',
    'constructor_3f0e4f0a-51d7-4a53-9b9e-0a7c0f1c2d3e',
    '',
  ])('refuses what is no id: "%s"', async (id) => {
    const { errors } = await world.ask('query ($id: ID!) { node(id: $id) { id } }', { id });
    expect(errors![0]!.extensions.code).toBe('BAD_USER_INPUT');
  });

  test('is nothing where there is nothing', async () => {
    expect(
      (await world.ask('query ($id: ID!) { node(id: $id) { id } }', { id: `Body_${randomUUID()}` })).data.node,
    ).toBeNull();
  });
});

test('people at large belong to a Region that has no Local Group; its Secretary admits them', async () => {
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
  await addMember(world, { ...federation, bodies: { ...federation.bodies, north: west } }, 'warden', 'north');
  const personId = randomUUID();
  await world.db
    .insertInto('person')
    .values({ id: personId, display_name: 'Lone', email: 'lone@example.org', salt: Buffer.alloc(16) })
    .execute();
  const input = application(west);
  await apply(world, input, personId);
  await world.db
    .insertInto('office_term')
    .values({
      id: randomUUID(),
      person_id: federation.people['warden']!,
      body_id: west,
      office: 'SECRETARY',
      from_date: '2020-01-01',
      until_date: '2099-12-31',
      source: 'APPOINTMENT',
    })
    .execute();
  expect(await admit(world, federation.people['warden']!, { membershipId: `Membership_${input.id}` })).toMatchObject({
    membership: { state: 'ACTIVE', body: { slug: 'west' } },
  });
  const { data } = await world.ask(
    '{ west: body(slug: "west") { memberCount atLargeCount goodStandingCount } federation { atLargeCount } }',
  );
  expect(data).toEqual({
    west: { memberCount: 2, atLargeCount: 2, goodStandingCount: 2 },
    federation: { atLargeCount: 2 },
  });
});

test('a body tells what the viewer may do in it', async () => {
  const can = async (as: string | null) =>
    (await world.ask('{ body(slug: "birch") { viewerCan } }', {}, as && federation.people[as])).data.body.viewerCan;
  expect(await can(null)).toEqual(['applyToLocalGroup']);
  expect(await can('abe')).toEqual(['transferMembership']);
  expect(await can('ben')).toEqual(['draftProposal', 'submitProposal']);
  expect(await can('bea')).toEqual(['draftProposal', 'submitProposal', 'admitMember', 'refuseApplication']);
});

test('each change in the standing of a body is told with its date', async () => {
  await world.db
    .insertInto('body_state')
    .values({ body_id: federation.bodies.cedar, state: 'IN_FORMATION', since: '2024-05-01T00:00:00Z' })
    .execute();
  const { data } = await world.ask('{ body(slug: "cedar") { states { since state proposal { id } } } }');
  expect(data.body.states).toEqual([{ since: '2024-05-01T00:00:00.000Z', state: 'IN_FORMATION', proposal: null }]);
});
