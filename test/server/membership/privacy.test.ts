// Names stay with the Local Group; above go counts. Every field the API has is tried by everybody who should not
// learn who belongs to Birch, and the whole answer is searched for its people.
import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { graphql } from 'graphql';
import { schema } from '../../../schema/index.js';
import { makeContext } from '../../../server/context.js';
import { hashToken } from '../../../server/http/sessionCookie.js';
import { loadActor } from '../../../server/policy/actor.js';
import { everythingOf } from '../../support/everything.js';
import { addMember, found, grantOffice, type Founded } from '../../support/founding.js';
import { apply, application, resign, transfer } from '../../support/joining.js';
import { openWorld, type World } from '../../support/world.js';

let world: World;
let federation: Founded;
const insiders = ['canarybea', 'canaryben', 'canarybob', 'canaryleft'];

beforeAll(async () => {
  world = await openWorld();
  federation = await found(world);
  const { bodies, people } = federation;
  for (const name of insiders) await addMember(world, federation, name, 'birch');
  await grantOffice(world, people['canarybea']!, bodies.birch, 'SECRETARY');
  await grantOffice(world, people['canarybob']!, bodies.birch, 'TREASURER');
  await resign(world, people['canaryleft']!, { reason: 'canaryreason' });
  people['canarynoor'] = randomUUID();
  await world.db
    .insertInto('person')
    .values({
      id: people['canarynoor'],
      display_name: 'Canarynoor',
      email: 'canarynoor@example.org',
      salt: randomBytes(16),
    })
    .execute();
  await apply(world, application(bodies.birch, { message: 'canarymessage' }), people['canarynoor']);
  await setTheScene();
});
afterAll(() => world.close());

/** Motions and remarks by people of Birch, and all the outsiders there are. */
async function setTheScene(): Promise<void> {
  const { bodies, people } = federation;
  const motion = `mutation ($id: UUID!, $body: ID!) { submitProposal(input: { id: $id, bodyId: $body, title: "A motion", text: "That it be so." }) { ... on Refusal { code } } }`;
  for (const body of [bodies.birch, bodies.federation])
    await world.ask(motion, { id: randomUUID(), body: `Body_${body}` }, people['canarybea']);
  const { data } = await world.ask('{ body(slug: "federation") { proposals(first: 1) { edges { node { id } } } } }');
  const proposalId = data.body.proposals.edges[0].node.id;
  await world.ask(
    'mutation ($id: UUID!, $proposalId: ID!) { addComment(input: { id: $id, proposalId: $proposalId, text: "A remark." }) { __typename } }',
    { id: randomUUID(), proposalId },
    people['canaryben'],
  );
  await aContestedPoll();
  await addMember(world, federation, 'regional', 'alder');
  await grantOffice(world, people['regional']!, bodies.north, 'SECRETARY');
  await addMember(world, federation, 'moving', 'alder');
  await transfer(world, people['moving']!, { toBodyId: `Body_${bodies.birch}` });
  await addMember(world, federation, 'supporter', 'birch');
  await world.db
    .updateTable('membership')
    .set({ kind: 'SUPPORTER' })
    .where('id', '=', federation.memberships['supporter']!)
    .execute();
  await addMember(world, federation, 'former', 'birch');
  await resign(world, people['former']!, {});
  await addMember(world, federation, 'applicant', 'birch');
  await resign(world, people['applicant']!, {});
  await apply(world, application(bodies.birch), people['applicant']);
  await addMember(world, federation, 'nowhere', 'alder');
  await resign(world, people['nowhere']!, {});
}

/** A poll of Birch with a challenge to its roll, which is about a person and says why. */
async function aContestedPoll(): Promise<void> {
  const { people, memberships } = federation;
  const proposalId = (await world.ask('{ body(slug: "birch") { proposals(first: 1) { edges { node { id } } } } }')).data
    .body.proposals.edges[0].node.id;
  const deeds: [as: string, name: string, type: string, input: object][] = [
    ['canaryben', 'secondProposal', 'SecondProposalInput', { idempotencyKey: randomUUID(), proposalId }],
    ['canarybea', 'openPoll', 'OpenPollInput', { idempotencyKey: randomUUID(), proposalId }],
  ];
  for (const [as, name, type, input] of deeds) {
    await world.ask(`mutation ($input: ${type}!) { ${name}(input: $input) { __typename } }`, { input }, people[as]);
  }
  const { data } = await world.ask('{ body(slug: "birch") { openPolls { id } } }');
  const challenge = {
    id: randomUUID(),
    pollId: data.body.openPolls[0].id,
    aboutMembershipId: `Membership_${memberships['canarybob']}`,
    claim: 'DOES_NOT_BELONG',
    reason: 'canarychallenge',
  };
  const answer = await world.ask(
    'mutation ($input: ChallengeRollInput!) { challengeRoll(input: $input) { __typename ... on Refusal { code } } }',
    { input: challenge },
    people['canaryben'],
  );
  expect(answer.data.challengeRoll).toEqual({ __typename: 'RollChallengeChanged' });
}

/** Runs a document as somebody, past the limits on its size. */
async function run(source: string, as: string | null) {
  const context = makeContext(world.services);
  if (as) {
    const cookie = await world.cookieOf(federation.people[as]!);
    context.actor = await loadActor(world.db, hashToken(cookie.split('=')[1]!));
  }
  return graphql({ schema: schema(), source, contextValue: context });
}

const outsiders = [null, 'abe', 'ada', 'cat', 'regional', 'moving', 'supporter', 'former', 'applicant', 'nowhere'];
const states = ['APPLICANT', 'ACTIVE', 'ON_LEAVE', 'SUSPENDED', 'LAPSED', 'RESIGNED', 'EXPELLED'];
const given = { first: 100, from: 1 };
const ofBody = () => everythingOf(schema(), 'Body', given, 3);

describe.each(outsiders)('%s learns nobody’s name, address, dues or reasons', (as) => {
  test('from any field of the body, by slug', async () => {
    const { data, errors } = await run(`{ body(slug: "birch") ${ofBody()} }`, as);
    expect(errors).toBeUndefined();
    expect(data?.['body']).not.toBeNull();
    expect(JSON.stringify(data)).not.toMatch(/canary/i);
  });

  test('from any field of the Federation, of what was moved there, and of the tree', async () => {
    const { data, errors } = await run(
      `{ federation ${ofBody()} tree ${everythingOf(schema(), 'TreeBody', given, 1)} }`,
      as,
    );
    expect(errors).toBeUndefined();
    expect(JSON.stringify(data)).not.toMatch(/canary/i);
  });

  test('from node(id) of any membership: it answers like one that does not exist', async () => {
    const ids = [
      ...insiders.map((name) => federation.memberships[name]!),
      await applicationOf('canarynoor'),
      randomUUID(),
    ];
    const asked = ids.map(
      (id, index) =>
        `n${index}: node(id: "Membership_${id}") { __typename id ... on Membership ${everythingOf(schema(), 'Membership', given, 2)} }`,
    );
    const { data, errors } = await run(`{ ${asked.join(' ')} }`, as);
    expect(errors).toBeUndefined();
    expect(Object.values(data!)).toEqual(ids.map(() => null));
  });

  test('from themselves, what is due, and the history', async () => {
    const { data, errors } = await run(
      `{ viewer ${everythingOf(schema(), 'Viewer', given, 3)} dueFromMe ${everythingOf(schema(), 'Due', given, 3)} history(first: 100) { edges { node { data } } } }`,
      as,
    );
    expect(errors).toBeUndefined();
    expect(JSON.stringify(data)).not.toMatch(/canary/i);
  });
});

const applicationOf = async (name: string) =>
  (
    await world.db
      .selectFrom('membership')
      .select('id')
      .where('person_id', '=', federation.people[name]!)
      .where('state', '=', 'APPLICANT')
      .executeTakeFirstOrThrow()
  ).id;

const roll = `{ body(slug: "birch") { officers { office holderName } memberships(first: 100, states: [${states.join(', ')}]) {
  totalCount edges { node { displayName email state duesPaidUntil standing { inGoodStanding } events { what } transferTo { slug } viewerCan } } } } }`;
interface Shown {
  displayName: string | null;
  email: string | null;
  state: string;
  duesPaidUntil: string | null;
  standing: object | null;
  events: object[];
  viewerCan: string[];
}
interface Roll {
  totalCount: number;
  edges: { node: Shown }[];
}
async function rollOf(as: string): Promise<Roll> {
  const { data } = await run(roll, as);
  return (data as unknown as { body: { memberships: Roll } }).body.memberships;
}
async function shownTo(as: string): Promise<Record<string, Shown>> {
  const { edges } = await rollOf(as);
  return Object.fromEntries(edges.map(({ node }) => [`${node.displayName} ${node.state}`, node]));
}

describe('within the group', () => {
  test('a member knows the names of the members of today, and nothing else of them', async () => {
    const shown = await shownTo('canaryben');
    expect(Object.keys(shown).sort()).toEqual([
      'Bea ACTIVE',
      'Ben ACTIVE',
      'Bob ACTIVE',
      'Canarybea ACTIVE',
      'Canaryben ACTIVE',
      'Canarybob ACTIVE',
      'Supporter ACTIVE',
    ]);
    const { 'Canaryben ACTIVE': self, ...others } = shown;
    expect(self).toMatchObject({
      email: 'canaryben@example.org',
      duesPaidUntil: '2099-12-31',
      standing: { inGoodStanding: true },
    });
    for (const other of Object.values(others)) {
      expect(other).toMatchObject({ email: null, duesPaidUntil: null, standing: null, events: [], viewerCan: [] });
    }
  });

  test('the Treasurer knows the dues, not the addresses', async () => {
    const shown = await shownTo('canarybob');
    expect(shown['Canarybea ACTIVE']).toMatchObject({
      email: null,
      duesPaidUntil: '2099-12-31',
      standing: { inGoodStanding: true },
    });
  });

  test('the Secretary keeps the roll: applicants, people asking to come, people who left', async () => {
    const shown = await shownTo('canarybea');
    expect(shown['Canarynoor APPLICANT']).toMatchObject({
      email: 'canarynoor@example.org',
      events: [{ what: 'APPLIED' }],
      viewerCan: ['admitMember', 'refuseApplication'],
    });
    expect(shown['Moving ACTIVE']).toMatchObject({
      email: 'moving@example.org',
      transferTo: { slug: 'birch' },
      viewerCan: ['admitMember', 'refuseApplication'],
    });
    expect(shown['Canaryleft RESIGNED']).toMatchObject({ email: 'canaryleft@example.org' });
  });

  test('the total counts what the viewer may see, and no more', async () => {
    const [member, secretary] = await Promise.all(['canaryben', 'canarybea'].map(rollOf));
    for (const { totalCount, edges } of [member!, secretary!]) expect(totalCount).toBe(edges.length);
    expect(secretary!.totalCount).toBeGreaterThan(member!.totalCount);
  });
});

test('officers answer to everybody below them, who may know their names; to others they have none', async () => {
  const officers = '{ body(slug: "north") { officers { office holderName } } }';
  const named = { body: { officers: [{ office: 'SECRETARY', holderName: 'Regional' }] } };
  const nameless = { body: { officers: [{ office: 'SECRETARY', holderName: null }] } };
  expect((await run(officers, 'canaryben')).data).toEqual(named);
  expect((await run(officers, 'cat')).data).toEqual(nameless);
  expect((await run(officers, null)).data).toEqual(nameless);
});

test('people at large in a Region share no meeting, and so no names; its Secretary knows them', async () => {
  await addMember(world, federation, 'large', 'north');
  await addMember(world, federation, 'larger', 'north');
  const query = '{ body(slug: "north") { atLargeCount memberships(first: 10) { edges { node { displayName } } } } }';
  expect((await run(query, 'large')).data).toEqual({ body: { atLargeCount: 2, memberships: null } });
  const seen = (await run(query, 'regional')).data as any;
  expect(seen.body.memberships.edges.map(({ node }: { node: Shown }) => node.displayName)).toEqual(['Large', 'Larger']);
});
