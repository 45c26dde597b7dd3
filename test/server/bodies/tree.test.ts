// The whole tree at once, as the picture of the federation needs it.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addMember, found, type Founded } from '../../support/founding.js';
import { openWorld, type World } from '../../support/world.js';

let world: World;
let federation: Founded;
beforeAll(async () => {
  world = await openWorld();
  federation = await found(world);
  // Two who do not count as in good standing, one of them no member.
  for (const [name, change] of [
    ['late', { dues_paid_until: '2020-01-01' }],
    ['friend', { kind: 'SUPPORTER' as const }],
  ] as const) {
    await addMember(world, federation, name, 'cedar');
    await world.db.updateTable('membership').set(change).where('id', '=', federation.memberships[name]!).execute();
  }
  await world.db
    .updateTable('membership')
    .set({ state: 'SUSPENDED' })
    .where('id', '=', federation.memberships['cid']!)
    .execute();
});
afterAll(() => world.close());

describe('the tree', () => {
  test('comes flat, each body before those below it, with the members of all below', async () => {
    const { data } = await world.ask('{ tree { slug depth parentId memberCount goodStandingCount } }');
    const below = (parentId: string | null): string[] =>
      data.tree
        .filter((body: { parentId: string | null }) => body.parentId === parentId)
        .map(({ slug }: { slug: string }) => slug);
    expect(data.tree.map(({ slug, depth }: { slug: string; depth: number }) => `${depth} ${slug}`)).toEqual([
      '0 federation',
      '1 north',
      '2 alder',
      '2 birch',
      '1 south',
      '2 cedar',
    ]);
    expect(below(`Body_${federation.bodies.north}`)).toEqual(['alder', 'birch']);
    const figures = Object.fromEntries(
      data.tree.map((body: { slug: string; memberCount: number; goodStandingCount: number }) => [
        body.slug,
        [body.memberCount, body.goodStandingCount],
      ]),
    );
    expect(figures).toEqual({
      federation: [11, 9],
      north: [8, 8],
      alder: [5, 5],
      birch: [3, 3],
      south: [3, 1],
      cedar: [3, 1],
    });
  });

  test('says the same of each body as the body itself', async () => {
    const fields = 'id slug name kind state country latitude longitude memberCount goodStandingCount';
    const { data } = await world.ask(`{ tree { ${fields} } bodies(first: 100) { edges { node { ${fields} } } } }`);
    const bySlug = (a: { slug: string }, b: { slug: string }) => a.slug.localeCompare(b.slug);
    expect([...data.tree].sort(bySlug)).toEqual(
      data.bodies.edges.map(({ node }: { node: { slug: string } }) => node).sort(bySlug),
    );
  });

  test('finds the standing asked for inside a fragment', async () => {
    const { data } = await world.ask(
      '{ tree { ...figures } } fragment figures on TreeBody { ... on TreeBody { goodStandingCount } }',
    );
    expect(data.tree[0].goodStandingCount).toBe(9);
  });
});
