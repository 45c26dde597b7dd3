// What a page says its reader can do is what the deeds then do, and what it says they can not, with the same refusal.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { found, grantOffice, type Founded } from '../../support/founding.js';
import { debated, decide, deed, read, submit } from '../../support/motions.js';
import { newKey, openWorld, type World } from '../../support/world.js';

let world: World;
let f: Founded;
let p: Founded['people'];
beforeAll(async () => {
  world = await openWorld();
  f = await found(world);
  p = f.people;
  await grantOffice(world, p['bea']!, f.bodies.north, 'CONVENOR');
});
afterAll(() => world.close());

const inputs: Record<string, (proposalId: string) => object> = {
  secondProposal: (proposalId) => ({ idempotencyKey: newKey(), proposalId }),
  withdrawProposal: (proposalId) => ({ idempotencyKey: newKey(), proposalId }),
  notAdmitProposal: (proposalId) => ({ idempotencyKey: newKey(), proposalId, reason: 'Out of order' }),
  referUp: (proposalId) => ({ id: newKey(), proposalId }),
  addComment: (proposalId) => ({ id: newKey(), proposalId, text: 'Hear, hear.' }),
};
const makers: Record<string, () => Promise<string>> = {
  SUBMITTED: async () => (await submit(world, f.bodies.alder, p['abe']!))['id'],
  DEBATE: async () => (await debated(world, f.bodies.alder, p['abe']!, p['amy']!))['id'],
  CARRIED: async () => {
    const { id } = await debated(world, f.bodies.alder, p['abe']!, p['amy']!);
    await decide(world, id);
    return id;
  },
  LATE: async () => {
    const { id } = await submit(world, f.bodies.alder, p['abe']!);
    await world.db
      .updateTable('proposal')
      .set({ second_by: sql`now() - interval '1 minute'` })
      .where('id', '=', id.slice(9))
      .execute();
    return id;
  },
};

test.each(
  Object.keys(makers).flatMap((state) =>
    ['abe', 'amy', 'ada', 'ben', 'bea'].map((name): [string, string] => [state, name]),
  ),
)('of a motion %s, to %s', async (state, name) => {
  for (const [deedName, inputOf] of Object.entries(inputs)) {
    const id = await makers[state]!();
    const { viewerCan, viewerCannot } = await read(world, id, p[name]!);
    const said = viewerCannot.find((each: { deed: string }) => each.deed === deedName)?.refusal;
    const { code, message, rule, field } = await deed(world, deedName, inputOf(id), p[name]!);
    expect([deedName, viewerCan.includes(deedName)]).toEqual([deedName, code === undefined]);
    expect(said).toEqual(code === undefined ? undefined : { code, message, rule, field });
  }
});

test('an officer may open the poll once the debate has run its time, and is told when it has not', async () => {
  const id = await makers['DEBATE']!();
  expect((await read(world, id, p['ada']!))['viewerCan']).toContain('openPoll');
  await world.db
    .updateTable('proposal')
    .set({ debate_until: sql`now() + interval '1 day'` })
    .where('id', '=', id.slice(9))
    .execute();
  const { viewerCannot } = await read(world, id, p['ada']!);
  expect(viewerCannot.find((each: { deed: string }) => each.deed === 'openPoll').refusal).toMatchObject({
    code: 'DEBATE_NOT_OVER',
    rule: 'motions',
  });
});

test('somebody not signed in is asked to sign in', async () => {
  const { viewerCan, viewerCannot, viewerSeconded } = await read(world, await makers['SUBMITTED']!());
  expect([viewerCan, viewerSeconded]).toEqual([[], false]);
  expect(new Set(viewerCannot.map((each: { refusal: { code: string } }) => each.refusal.code))).toEqual(
    new Set(['NOT_SIGNED_IN']),
  );
});

test('members of a body that has left have no voice above it', async () => {
  await world.db.transaction().execute(async (db) => {
    await sql`alter table body disable trigger body_changes_state_by_decision`.execute(db);
    await db.updateTable('body').set({ state: 'WITHDRAWN' }).where('id', '=', f.bodies.cedar).execute();
    await sql`alter table body enable trigger body_changes_state_by_decision`.execute(db);
  });
  expect(await submit(world, f.bodies.federation, p['cid']!)).toMatchObject({ code: 'BODY_NOT_AFFILIATED' });
  const { id } = await submit(world, f.bodies.federation, p['abe']!);
  expect(await deed(world, 'secondProposal', { idempotencyKey: newKey(), proposalId: id }, p['cid']!)).toMatchObject({
    code: 'BODY_NOT_AFFILIATED',
  });
  expect(await deed(world, 'addComment', { id: newKey(), proposalId: id, text: 'But' }, p['cid']!)).toMatchObject({
    code: 'BODY_NOT_AFFILIATED',
  });
});
