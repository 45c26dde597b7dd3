// The debate: who takes part, when, and whose name is seen by whom.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { addMember, found, type Founded } from '../../support/founding.js';
import { debated, decide, deed, read, submit } from '../../support/motions.js';
import { newKey, openWorld, type World } from '../../support/world.js';

let world: World;
let f: Founded;
let p: Founded['people'];
beforeAll(async () => {
  world = await openWorld();
  f = await found(world);
  p = f.people;
});
afterAll(() => world.close());

const say = (proposalId: string, as: string | null, more: object = {}) =>
  deed(world, 'addComment', { id: newKey(), proposalId, text: 'Well said.', ...more }, as);
const thread = async (proposalId: string, as: string | null, first = 100, after: string | null = null) =>
  (
    await world.ask(
      `query ($id: ID!, $first: Int!, $after: String) { proposal(id: $id) { commentCount comments(first: $first, after: $after) {
       edges { node { id parentId authorName mine text withdrawnAt authorBody { slug } } } pageInfo { endCursor hasNextPage } } } }`,
      { id: proposalId, first, after },
      as,
    )
  ).data.proposal;

test('members of the body and below take part, supporters too; neighbours do not', async () => {
  const { id } = await submit(world, f.bodies.alder, p['abe']!);
  expect(await say(id, p['amy']!)).toMatchObject({
    comment: { authorName: 'Amy', mine: true, text: 'Well said.', authorBody: { slug: 'alder' } },
    proposal: { commentCount: 1 },
  });
  const sue = await addMember(world, f, 'sue', 'alder');
  await world.db.updateTable('membership').set({ kind: 'SUPPORTER' }).where('person_id', '=', sue).execute();
  expect(await say(id, sue)).toMatchObject({ comment: { mine: true } });
  expect(await say(id, p['ben']!)).toMatchObject({ code: 'NOT_ALLOWED' });
});

test('a name is seen in its own Local Group, and outside only under a signed comment', async () => {
  const { id } = await submit(world, f.bodies.federation, p['abe']!);
  await say(id, p['amy']!);
  await say(id, p['amy']!, { signed: true });
  const names = async (as: string | null) =>
    (await thread(id, as)).comments.edges.map(({ node }: { node: { authorName: string | null } }) => node.authorName);
  expect(await names(p['art']!)).toEqual(['Amy', 'Amy']);
  expect(await names(p['ben']!)).toEqual([null, 'Amy']);
  expect(await names(null)).toEqual([null, 'Amy']);
  const { data } = await world.ask(
    'query ($id: ID!) { proposal(id: $id) { authorName authorBody { slug } } }',
    { id },
    p['ben']!,
  );
  expect(data.proposal).toEqual({ authorName: null, authorBody: { slug: 'alder' } });
});

test('comments answer comments of the same motion', async () => {
  const [one, other] = [await submit(world, f.bodies.alder, p['abe']!), await submit(world, f.bodies.alder, p['abe']!)];
  const { comment } = await say(one['id'], p['amy']!);
  expect(await say(one['id'], p['ann']!, { parentId: comment.id })).toMatchObject({
    comment: { parentId: comment.id },
  });
  await expect(say(other['id'], p['ann']!, { parentId: comment.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('one debates until the vote is over and not after', async () => {
  const { id } = await debated(world, f.bodies.alder, p['abe']!, p['amy']!);
  await decide(world, id, 'DEFEATED');
  expect(await say(id, p['amy']!)).toMatchObject({ code: 'WRONG_STATE' });
});

test('an empty comment is refused, and one without end', async () => {
  const { id } = await submit(world, f.bodies.alder, p['abe']!);
  expect(await say(id, p['amy']!, { text: '\n ' })).toMatchObject({ code: 'TEXT_MISSING', field: 'text' });
  expect(await say(id, p['amy']!, { text: 'x'.repeat(8001) })).toMatchObject({ code: 'TOO_LONG', field: 'text' });
});

test('only its author takes a comment back; its place stays, its text and name are gone', async () => {
  const { id } = await submit(world, f.bodies.alder, p['abe']!);
  const { comment } = await say(id, p['amy']!, { signed: true });
  const withdraw = (as: string) =>
    deed(world, 'withdrawComment', { idempotencyKey: newKey(), commentId: comment.id }, as);
  expect(await withdraw(p['ada']!)).toMatchObject({ code: 'NOT_ALLOWED' });
  expect(await withdraw(p['amy']!)).toMatchObject({ comment: { text: null }, proposal: { commentCount: 0 } });
  expect(await withdraw(p['amy']!)).toMatchObject({ code: 'WRONG_STATE' });
  const seen = await thread(id, p['art']!);
  expect(seen).toMatchObject({
    commentCount: 0,
    comments: { edges: [{ node: { id: comment.id, text: null, authorName: null, withdrawnAt: expect.any(String) } }] },
  });
});

test('pages of a debate follow one another without gap or overlap', async () => {
  const { id } = await submit(world, f.bodies.alder, p['abe']!);
  for (let i = 1; i <= 5; i++) await say(id, p['amy']!, { text: `Point ${i}` });
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const { comments } = await thread(id, null, 2, after);
    seen.push(...comments.edges.map(({ node }: { node: { text: string } }) => node.text));
    after = comments.pageInfo.hasNextPage ? comments.pageInfo.endCursor : null;
  } while (after);
  expect(seen).toEqual([1, 2, 3, 4, 5].map((i) => `Point ${i}`));
});

test('sent again with its id, a comment is not doubled', async () => {
  const { id } = await submit(world, f.bodies.alder, p['abe']!);
  const input = { id: newKey(), proposalId: id, text: 'Once.' };
  await deed(world, 'addComment', input, p['amy']!);
  await deed(world, 'addComment', input, p['amy']!);
  expect(await read(world, id)).toMatchObject({ state: 'SUBMITTED' });
  expect((await thread(id, null)).commentCount).toBe(1);
});
