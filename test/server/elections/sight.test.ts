// Who sees whose name: those who elect know whom they elect, others what the candidate lets them know, strangers hardly
// anything; and a nomination that was not accepted is nobody’s business.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  call,
  closeNominations,
  electing,
  keyed,
  membershipOf,
  read,
  stand,
  type Electing,
} from '../../support/elections.js';
import type { Facts } from '../../support/polls.js';

let all: Electing;
let id: string;
beforeAll(async () => {
  all = await electing(12);
  const { world, people } = all;
  id = (await call(world, all.bodyId, all.secretary))['id'];
  await stand(world, id, people[3]!, { publicity: 'BODY', statement: 'for the body' });
  await stand(world, id, people[4]!, { publicity: 'FEDERATION', statement: 'for the federation' });
  await stand(world, id, people[5]!, { publicity: 'EVERYONE', statement: 'for everyone' });
  await stand(world, id, people[3]!, { membershipId: await membershipOf(world, people[6]!) });
});
afterAll(() => all.world.close());

const seenBy = async (as: string | null): Promise<Facts[]> =>
  (await read(all.world, id, as, 'candidates { name statement body { slug } }'))['candidates'];
const statements = async (as: string | null) => (await seenBy(as)).map(({ statement }) => statement);

test('members of the body see all who stand', async () => {
  expect(await statements(all.people[9]!)).toEqual(['for the body', 'for the federation', 'for everyone']);
  expect((await seenBy(all.people[9]!)).every(({ name, body }) => name && body.slug === 'alder')).toBe(true);
});

test('members elsewhere see whom the candidate lets them, and strangers only who said everyone', async () => {
  const { gathered } = all;
  expect(await statements(gathered.people['birch']![0]!)).toEqual([null, 'for the federation', 'for everyone']);
  const strangers = await seenBy(null);
  expect(strangers.map(({ statement }) => statement)).toEqual([null, null, 'for everyone']);
  expect(strangers.map(({ name }) => name === null)).toEqual([true, true, false]);
  expect(strangers.map(({ body }) => body?.slug ?? null)).toEqual([null, null, 'alder']);
});

test('an unanswered nomination is known to the nominated and to who nominated, and to nobody else', async () => {
  const states = async (as: string | null) =>
    (await read(all.world, id, as, 'nominations { state }'))['nominations'].map(({ state }: Facts) => state);
  expect(await states(all.people[6]!)).toContain('PROPOSED');
  expect(await states(all.people[3]!)).toContain('PROPOSED');
  expect(await states(all.people[9]!)).not.toContain('PROPOSED');
  expect(await states(all.secretary)).not.toContain('PROPOSED');
  expect(await states(null)).toEqual(['STANDING']);
});

test('tellers’ readings, and who has a paper, are not for members; the lot’s seed is for nobody before the count', async () => {
  await closeNominations(all.world, id);
  await keyed(all.world, 'openElection', { electionId: id }, all.secretary);
  const facts = 'batches { number } paperHolders { name } result { lotSeed } viewerCan';
  expect(await read(all.world, id, all.people[9]!, facts)).toEqual({
    batches: [],
    paperHolders: [],
    result: null,
    viewerCan: [],
  });
});

test('everything a stranger can ask of an election, and of its body, tells no name that was not given to them', async () => {
  const { data, errors } = await all.world.ask(
    '{ body(slug: "alder") { elections(first: 5) { edges { node { title candidates { name statement body { slug } election { id } viewerCan mine } nominations { name } poll { title options election { id } rule { text } } rule { text } vacancies { left { name } } viewerCan viewerCannot { deed } viewerCandidacy { name } viewerCannotStand { code } } } } officesToElect { office underWay { id } cannotCall { code } } } }',
  );
  expect(errors).toBeUndefined();
  const text = JSON.stringify(data);
  const names = await all.world.db.selectFrom('person').select(['id', 'display_name as name']).execute();
  const told = names.filter(({ name }) => text.includes(name)).map(({ id: person }) => person);
  expect(told).toEqual([all.people[5]]);
});
