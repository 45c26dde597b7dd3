// The tree of bodies: read through the API, guarded by the database.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { found, type Founded } from '../../support/founding.js';
import { openWorld, type World } from '../../support/world.js';

let world: World;
let federation: Founded;
beforeAll(async () => {
  world = await openWorld();
  federation = await found(world);
});
afterAll(() => world.close());

test('a body shows the bodies above it, from the Federation down', async () => {
  const { data, errors } = await world.ask(
    '{ body(slug: "alder") { name parent { slug } above { slug } children { slug } } }',
  );
  expect(errors).toBeUndefined();
  expect(data.body).toEqual({
    name: 'Alder',
    parent: { slug: 'north' },
    above: [{ slug: 'federation' }, { slug: 'north' }],
    children: [],
  });
});

test('a body cannot be moved below itself', async () => {
  const move = world.db
    .updateTable('body')
    .set({ parent_id: federation.bodies.north })
    .where('id', '=', federation.bodies.north)
    .execute();
  await expect(move).rejects.toThrow();
});

test('pages of bodies follow one another without gap or overlap', async () => {
  const query =
    'query ($after: String) { bodies(first: 2, after: $after) { edges { node { slug } } pageInfo { endCursor hasNextPage } } }';
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const { data } = (await world.ask(query, { after })) as { data: any };
    seen.push(...data.bodies.edges.map((edge: { node: { slug: string } }) => edge.node.slug));
    after = data.bodies.pageInfo.hasNextPage ? data.bodies.pageInfo.endCursor : null;
  } while (after);
  expect(seen).toEqual([...seen].sort());
  expect(new Set(seen).size).toBe(Object.keys(federation.bodies).length);
});
