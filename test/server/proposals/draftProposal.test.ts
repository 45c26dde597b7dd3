// A draft is its author's alone until it is submitted.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { found, type Founded } from '../../support/founding.js';
import { deed, read, submitInput } from '../../support/motions.js';
import { newKey, openWorld, type World } from '../../support/world.js';

let world: World;
let f: Founded;
let [abe, amy]: string[] = [];
beforeAll(async () => {
  world = await openWorld();
  f = await found(world);
  [abe, amy] = [f.people['abe']!, f.people['amy']!];
});
afterAll(() => world.close());

const draft = (input: object, as = abe!) => deed(world, 'draftProposal', input, as);

test('a draft has no number, may be empty of text, and can be written on', async () => {
  const input = submitInput(f.bodies.alder, { text: '' });
  expect(await draft(input)).toMatchObject({
    state: 'DRAFT',
    number: null,
    text: '',
    viewerCan: ['draftProposal', 'submitProposal', 'withdrawProposal'],
  });
  expect(await draft({ ...input, text: 'More', title: 'Better' })).toMatchObject({ text: 'More', title: 'Better' });
  expect(await draft({ ...input, bodyId: `Body_${f.bodies.federation}` })).toMatchObject({
    body: { slug: 'federation' },
  });
});

test('nobody else sees a draft, by whichever way', async () => {
  const { id } = await draft(submitInput(f.bodies.alder));
  expect(await read(world, id, abe)).toMatchObject({ id });
  expect(await read(world, id, amy)).toBeNull();
  expect(await read(world, id)).toBeNull();
  const list = '{ body(slug: "alder") { proposals(first: 100) { edges { node { id } } } } }';
  const ids = async (as: string | null) =>
    (await world.ask(list, {}, as)).data.body.proposals.edges.map((edge: { node: { id: string } }) => edge.node.id);
  expect(await ids(abe!)).toContain(id);
  expect(await ids(amy!)).not.toContain(id);
  await expect(deed(world, 'addComment', { id: newKey(), proposalId: id, text: 'I know' }, amy!)).rejects.toMatchObject(
    { code: 'NOT_FOUND' },
  );
  await expect(deed(world, 'submitProposal', { id: id.slice(9) }, amy!)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(draft({ ...submitInput(f.bodies.alder), id: id.slice(9) }, amy)).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});

test('a draft is submitted by its id, as it stands or with last changes', async () => {
  const input = submitInput(f.bodies.alder);
  await draft(input);
  const motion = await deed(world, 'submitProposal', { id: input.id, title: 'At last' }, abe!);
  expect(motion).toMatchObject({ state: 'SUBMITTED', title: 'At last', text: input.text });
  expect(await deed(world, 'submitProposal', { id: input.id, title: 'At last' }, abe!)).toMatchObject({
    number: motion['number'],
  });
  expect(await draft({ ...input, text: 'Changed' })).toMatchObject({ code: 'WRONG_STATE', rule: 'motions' });
});

test('a draft without text is not submitted', async () => {
  const input = submitInput(f.bodies.alder, { text: '' });
  await draft(input);
  expect(await deed(world, 'submitProposal', { id: input.id }, abe!)).toMatchObject({
    code: 'TEXT_MISSING',
    field: 'text',
  });
  expect(await read(world, `Proposal_${input.id}`, abe)).toMatchObject({ state: 'DRAFT', number: null });
});

test('only members of the body or below it draft for it', async () => {
  expect(await draft(submitInput(f.bodies.birch))).toMatchObject({ code: 'NOT_ALLOWED' });
});

test('a draft let go stays unseen and takes no number', async () => {
  const { id } = await draft(submitInput(f.bodies.alder));
  expect(await deed(world, 'withdrawProposal', { idempotencyKey: newKey(), proposalId: id }, abe!)).toMatchObject({
    state: 'WITHDRAWN',
    number: null,
  });
  expect(await read(world, id, amy)).toBeNull();
});

test('the history knows nothing of drafts', async () => {
  const { id } = await draft(submitInput(f.bodies.alder));
  const records = await world.db.selectFrom('history_record').select('body').execute();
  expect(JSON.stringify(records)).not.toContain(id.slice(9));
});
