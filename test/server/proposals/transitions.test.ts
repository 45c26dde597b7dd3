// The life of a motion is one table, and the database holds the very same.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ProposalStateWord } from '../../../server/database/tables.js';
import { steps, transitions } from '../../../server/proposals/transitions.js';
import { found, type Founded } from '../../support/founding.js';
import { openWorld, type World } from '../../support/world.js';

let world: World;
let f: Founded;
beforeAll(async () => {
  world = await openWorld();
  f = await found(world);
});
afterAll(() => world.close());

const states = Object.keys(transitions) as ProposalStateWord[];
const pairs = states.flatMap((from) =>
  states.filter((to) => to !== from).map((to): [ProposalStateWord, ProposalStateWord] => [from, to]),
);

let numbers = 0;

async function moves(from: ProposalStateWord, to: ProposalStateWord): Promise<boolean> {
  const id = randomUUID();
  const numbered = (state: string) => (state === 'DRAFT' ? null : ++numbers);
  const number = numbered(from);
  await world.db
    .insertInto('proposal')
    .values({
      id,
      body_id: f.bodies.alder,
      number,
      kind: 'ORDINARY',
      title: 'A',
      text: 'B',
      payload: '{}',
      state: from,
      author_id: f.people['abe']!,
    })
    .execute();
  return world.db
    .updateTable('proposal')
    .set({ state: to, number: from === 'DRAFT' ? numbered(to) : number })
    .where('id', '=', id)
    .execute()
    .then(
      () => true,
      () => false,
    );
}

test('the database lets a motion go exactly where the table does', async () => {
  const lawful = [];
  for (const [from, to] of pairs) if (await moves(from, to)) lawful.push([from, to]);
  expect(lawful.sort()).toEqual([...steps].sort());
});
