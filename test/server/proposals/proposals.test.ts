// Reading motions: by number, in pages, with the rule that decides them; and the register of what was decided.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { found, foundingRules, grantOffice, type Founded } from '../../support/founding.js';
import { proposalDues } from '../../../server/proposals/dues.js';
import { makeContext } from '../../../server/context.js';
import { loadActor } from '../../../server/policy/actor.js';
import { hashToken } from '../../../server/http/sessionCookie.js';
import { debated, decide, second, submit } from '../../support/motions.js';
import { openWorld, type World } from '../../support/world.js';

let world: World;
let f: Founded;
let p: Founded['people'];
beforeAll(async () => {
  world = await openWorld();
  f = await found(world);
  p = f.people;
});
afterAll(() => world.close());

const duesOf = async (personId: string) => {
  const cookie = await world.cookieOf(personId);
  const actor = await loadActor(world.db, hashToken(cookie.slice('mandate='.length)));
  return proposalDues(makeContext(world.services, { actor }));
};

test('a motion is found by the slug of its body and its number', async () => {
  const { id, number } = await submit(world, f.bodies.birch, p['ben']!);
  const query = 'query ($body: String, $number: Int) { proposal(body: $body, number: $number) { id } }';
  expect((await world.ask(query, { body: 'birch', number })).data.proposal).toEqual({ id });
  expect((await world.ask(query, { body: 'birch', number: 999 })).data.proposal).toBeNull();
  expect((await world.ask(query, { body: 'birch' })).errors![0]!.extensions.code).toBe('BAD_USER_INPUT');
});

test('the motions of a body come newest first, in pages, and by state', async () => {
  for (let i = 0; i < 4; i++) await submit(world, f.bodies.south, p['cid']!, { title: `Motion ${i}` });
  const { id } = await submit(world, f.bodies.south, p['cid']!);
  await second(world, id, p['cat']!);
  const query = `query ($after: String, $states: [ProposalState!]) { body(slug: "south") { proposals(first: 2, after: $after, states: $states) {
    edges { node { number } } pageInfo { endCursor hasNextPage } } } }`;
  const seen: number[] = [];
  let after: string | null = null;
  do {
    const { data } = (await world.ask(query, { after })) as { data: any };
    seen.push(...data.body.proposals.edges.map((edge: { node: { number: number } }) => edge.node.number));
    after = data.body.proposals.pageInfo.hasNextPage ? data.body.proposals.pageInfo.endCursor : null;
  } while (after);
  expect(seen).toEqual([5, 4, 3, 2, 1]);
  const { data } = await world.ask(query, { states: ['DEBATE'] });
  expect(data.body.proposals.edges).toEqual([{ node: { number: 5 } }]);
});

test('a forged cursor is an error of the request, not of the server', async () => {
  const forged = (...keys: unknown[]) => Buffer.from(JSON.stringify(keys)).toString('base64url');
  for (const after of [forged('x', 'y'), forged(1, "' or true"), forged(1e12, f.bodies.alder), 'nonsense']) {
    const { errors } = await world.ask(
      'query ($after: String) { body(slug: "alder") { proposals(first: 2, after: $after) { edges { cursor } } } }',
      { after },
    );
    expect(errors![0]!.extensions.code).toBe('BAD_USER_INPUT');
    const register = await world.ask(
      'query ($after: String) { decisionsInForce(body: "alder", first: 2, after: $after) { edges { cursor } } }',
      { after },
    );
    expect(register.errors![0]!.extensions.code).toBe('BAD_USER_INPUT');
  }
});

test('many bodies read together each come with their own motions', async () => {
  const { data, errors } = await world.ask(
    '{ bodies(first: 10) { edges { node { slug proposals(first: 1) { edges { node { number body { slug } } } } } } } }',
  );
  expect(errors).toBeUndefined();
  const birch = data.bodies.edges.find((edge: { node: { slug: string } }) => edge.node.slug === 'birch').node;
  expect(birch.proposals.edges).toEqual([{ node: { number: 1, body: { slug: 'birch' } } }]);
});

const ruling = 'voting secret ruleBookVersion ruleBookBody { slug } rule { key text }';

test('a body that is met twice in one query comes with its motions once each time', async () => {
  const motions = '{ proposals(first: 5) { edges { node { id } } } }';
  const { data } = await world.ask(`{ one: body(slug: "south") ${motions} other: body(slug: "south") ${motions} }`);
  expect(data.other).toEqual(data.one);
  const ids = data.one.proposals.edges.map((edge: { node: { id: string } }) => edge.node.id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('a motion shows the rule that will decide it: its kind’s, its body’s, in sentences', async () => {
  const { id } = await submit(world, f.bodies.federation, p['abe']!, {
    kind: 'ADOPT_RULE_BOOK',
    payload: { rules: foundingRules },
  });
  const { data } = await world.ask(`query ($id: ID!) { proposal(id: $id) { ${ruling} } }`, { id });
  expect(data.proposal).toMatchObject({
    voting: 'GROUPS',
    secret: false,
    ruleBookVersion: 1,
    ruleBookBody: { slug: 'federation' },
  });
  expect(data.proposal.rule.map((sentence: { text: string }) => sentence.text)).toContain(
    'Carried by at least two thirds of the votes cast FOR or AGAINST.',
  );
  const local = await submit(world, f.bodies.alder, p['abe']!);
  const { data: alder } = await world.ask(`query ($id: ID!) { proposal(id: $id) { ${ruling} } }`, { id: local['id'] });
  expect(alder.proposal).toMatchObject({
    voting: 'MEMBERS',
    rule: [{ key: 'rule.members' }, { key: 'rule.carries.more' }, { key: 'rule.open' }],
  });
});

test('the register lists what a body carried, newest first, and what took its place', async () => {
  const adopt = async (challengeDays: number) => {
    const { id } = await debated(world, f.bodies.alder, p['abe']!, p['amy']!, {
      kind: 'ADOPT_RULE_BOOK',
      payload: { rules: { roll: { challengeDays } } },
    });
    await decide(world, id);
    return id as string;
  };
  const [first, ordinary] = [
    await adopt(3),
    (await debated(world, f.bodies.alder, p['abe']!, p['amy']!))['id'] as string,
  ];
  await decide(world, ordinary);
  const last = await adopt(4);
  const lost = (await debated(world, f.bodies.alder, p['abe']!, p['amy']!))['id'] as string;
  await decide(world, lost, 'DEFEATED');
  const query = `query ($after: String) { decisionsInForce(body: "alder", first: 2, after: $after) { edges { node { id supersededBy { id } } } pageInfo { endCursor hasNextPage } } }`;
  const page = async (after: string | null) => (await world.ask(query, { after })).data.decisionsInForce;
  const one = await page(null);
  expect(one.edges.map((edge: { node: object }) => edge.node)).toEqual([
    { id: last, supersededBy: null },
    { id: ordinary, supersededBy: null },
  ]);
  const two = await page(one.pageInfo.endCursor);
  expect(two).toMatchObject({
    edges: [{ node: { id: first, supersededBy: { id: last } } }],
    pageInfo: { hasNextPage: false },
  });
  const books = await world.ask('{ ruleBook(body: "alder") { version versions { version proposal { id } } } }');
  expect(books.data.ruleBook).toEqual({
    version: 2,
    versions: [
      { version: 2, proposal: { id: last } },
      { version: 1, proposal: { id: first } },
    ],
  });
});

test('a member is asked to second what others moved, until they did or its author is they', async () => {
  const { id, number, secondBy } = await submit(world, f.bodies.federation, p['bob']!, { title: 'Second me' });
  const asked = async (name: string) => (await duesOf(p[name]!)).filter((due) => due.title === 'Second me');
  expect(await asked('art')).toEqual([
    {
      kind: 'SECOND',
      title: 'Second me',
      bodyId: f.bodies.federation,
      deadline: new Date(secondBy),
      path: `/m/federation/${number}`,
      values: { number, have: 0, needed: 1 },
    },
  ]);
  expect(await asked('bob')).toEqual([]);
  await second(world, id, p['ben']!);
  expect(await asked('art')).toEqual([]);
});

test('a presiding officer is asked to open the poll of a motion whose debate is over', async () => {
  await grantOffice(world, p['ben']!, f.bodies.birch, 'CONVENOR');
  const { number } = await debated(world, f.bodies.birch, p['ben']!, p['bob']!, { title: 'Open me' });
  const asked = async (name: string) =>
    (await duesOf(p[name]!)).filter((due) => due.title === 'Open me').map(({ kind, path }) => [kind, path]);
  expect(await asked('ben')).toEqual([['OPEN_POLL', `/m/birch/${number}`]]);
  expect(await asked('bob')).toEqual([]);
});

test('nobody signed in owes nothing', async () => {
  expect(await proposalDues(makeContext(world.services))).toEqual([]);
});
