// Moving to another Local Group with history and standing; and leaving.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { found, grantOffice, type Founded } from '../../support/founding.js';
import { admit, resign, transfer, turnDown } from '../../support/joining.js';
import { openWorld, type World } from '../../support/world.js';

let world: World;
let federation: Founded;
beforeAll(async () => {
  world = await openWorld();
  federation = await found(world);
});
afterAll(() => world.close());

const to = (slug: keyof Founded['bodies']) => `Body_${federation.bodies[slug]}`;
const idOf = (name: string) => `Membership_${federation.memberships[name]}`;
const counts = async () => (await world.ask('{ tree { slug memberCount } }')).data.tree;
const countOf = async (slug: string) =>
  (await counts()).find((body: { slug: string }) => body.slug === slug).memberCount;

describe('a transfer', () => {
  test('is asked by the member, who keeps group and vote until the other group answers', async () => {
    const { membership } = await transfer(world, federation.people['abe']!, {
      toBodyId: to('cedar'),
      reason: 'Moved for work.',
    });
    expect(membership).toMatchObject({ state: 'ACTIVE', body: { slug: 'alder' }, transferTo: { slug: 'cedar' } });
    const { data } = await world.ask('{ viewer { standing { inGoodStanding } } }', {}, federation.people['abe']);
    expect(data.viewer.standing.inGoodStanding).toBe(true);
  });

  test('is answered by the receiving group alone', async () => {
    const answers = await Promise.all(
      ['ada', 'bea', 'abe'].map((name) => admit(world, federation.people[name]!, { membershipId: idOf('abe') })),
    );
    expect(answers.map((answer) => answer.code ?? answer.extensions.code)).toEqual([
      'NOT_ALLOWED',
      'NOT_FOUND',
      'NOT_ALLOWED',
    ]);
  });

  test('shows the receiving Secretary who asks, among the applications', async () => {
    const { data } = await world.ask(
      `{ body(slug: "cedar") { memberships(first: 10, states: [APPLICANT]) { totalCount edges { node { displayName email viewerCan } } } } viewer { applicationsWaiting } }`,
      {},
      federation.people['cat'],
    );
    expect(data.body.memberships).toEqual({
      totalCount: 1,
      edges: [
        { node: { displayName: 'Abe', email: 'abe@example.org', viewerCan: ['admitMember', 'refuseApplication'] } },
      ],
    });
    expect(data.viewer.applicationsWaiting).toBe(1);
  });

  test('keeps the membership, its history, its standing and its first day; offices elsewhere end; the counts move', async () => {
    await grantOffice(world, federation.people['abe']!, federation.bodies.alder, 'TREASURER');
    await grantOffice(world, federation.people['abe']!, federation.bodies.federation, 'AUDITOR');
    const before = [await countOf('alder'), await countOf('cedar'), await countOf('federation')];
    const { membership } = await admit(world, federation.people['cat']!, { membershipId: idOf('abe') });
    expect(membership).toMatchObject({
      id: idOf('abe'),
      state: 'ACTIVE',
      body: { slug: 'cedar' },
      transferTo: null,
      joinedOn: '2020-01-01',
    });
    expect(membership.events).toMatchObject([
      { what: 'TRANSFER_ASKED', reason: 'Moved for work.' },
      { what: 'TRANSFERRED', body: { slug: 'cedar' }, fromBody: { slug: 'alder' } },
    ]);
    const { data } = await world.ask(
      '{ viewer { standing { inGoodStanding } offices { office body { slug } } } }',
      {},
      federation.people['abe'],
    );
    expect(data.viewer).toEqual({
      standing: { inGoodStanding: true },
      offices: [{ office: 'AUDITOR', body: { slug: 'federation' } }],
    });
    expect([await countOf('alder'), await countOf('cedar'), await countOf('federation')]).toEqual([
      before[0] - 1,
      before[1] + 1,
      before[2],
    ]);
  });

  test('a suspension moves along', async () => {
    await world.db
      .updateTable('membership')
      .set({ state: 'SUSPENDED' })
      .where('id', '=', federation.memberships['ann']!)
      .execute();
    await transfer(world, federation.people['ann']!, { toBodyId: to('birch') });
    const { membership } = await admit(world, federation.people['bea']!, { membershipId: idOf('ann') });
    expect(membership).toMatchObject({ state: 'SUSPENDED', body: { slug: 'birch' } });
  });

  test('that is refused leaves the member where they were', async () => {
    await transfer(world, federation.people['amy']!, { toBodyId: to('birch') });
    const { membership } = await turnDown(world, federation.people['bea']!, {
      membershipId: idOf('amy'),
      reason: 'We are full.',
    });
    expect(membership).toMatchObject({ state: 'ACTIVE', body: { slug: 'alder' }, transferTo: null });
    expect(membership.events).toEqual([]);
    const { data } = await world.ask(
      '{ viewer { membership { events { what reason body { slug } } } } }',
      {},
      federation.people['amy'],
    );
    expect(data.viewer.membership.events.at(-1)).toMatchObject({
      what: 'TRANSFER_REFUSED',
      reason: 'We are full.',
      body: { slug: 'birch' },
    });
  });

  test('to one’s own group, to the same group twice, or to no group is refused', async () => {
    const as = federation.people['art']!;
    expect(await transfer(world, as, { toBodyId: to('alder') })).toMatchObject({ code: 'ALREADY_THERE' });
    expect(await transfer(world, as, { toBodyId: to('federation') })).toMatchObject({ code: 'NOT_A_LOCAL_GROUP' });
    await transfer(world, as, { toBodyId: to('birch') });
    expect(await transfer(world, as, { toBodyId: to('birch') })).toMatchObject({ code: 'TRANSFER_PENDING' });
  });

  test('another choice replaces the first', async () => {
    const { membership } = await transfer(world, federation.people['art']!, { toBodyId: to('cedar') });
    expect(membership.transferTo.slug).toBe('cedar');
    expect(await admit(world, federation.people['bea']!, { membershipId: idOf('art') })).toMatchObject({
      extensions: { code: 'NOT_FOUND' },
    });
  });
});

describe('leaving', () => {
  test('ends offices and powers from the very next request', async () => {
    const bea = federation.people['bea']!;
    const { membership } = await resign(world, bea, { reason: 'Moving abroad.' });
    expect(membership).toMatchObject({ state: 'RESIGNED', viewerCan: [] });
    const { data } = await world.ask(
      '{ viewer { membership { id } offices { office } applicationsWaiting } body(slug: "birch") { memberships(first: 5) { totalCount } } }',
      {},
      bea,
    );
    expect(data).toEqual({
      viewer: { membership: null, offices: [], applicationsWaiting: 0 },
      body: { memberships: null },
    });
  });

  test('is counted at once', async () => {
    const before = await countOf('birch');
    await resign(world, federation.people['ben']!, {});
    expect(await countOf('birch')).toBe(before - 1);
  });

  test('twice is refused, by the same key it is the same answer', async () => {
    const key = randomUUID();
    const first = await resign(world, federation.people['bob']!, {}, key);
    expect(await resign(world, federation.people['bob']!, {}, key)).toEqual(first);
    expect(await resign(world, federation.people['bob']!, {})).toMatchObject({ code: 'NOT_A_MEMBER' });
  });

  test('a membership is never deleted', async () => {
    await expect(world.db.deleteFrom('membership').execute()).rejects.toThrow(/ends, it is not deleted/);
  });
});
