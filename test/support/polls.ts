// Polls in tests: a federation of any shape with as many members as asked for, motions ready for their poll, ballots
// cast over HTTP, and what the API says of it all.
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { foundingRules } from './founding.js';
import type { PartialRules } from '../../server/rules/schema.js';
import { newKey, type World } from './world.js';

export type Facts = Record<string, any>;

/** Regions by name, each with its Local Groups and how many members they have. */
export type Shape = Record<string, Record<string, number>>;

export interface Gathered {
  /** Ids by slug: `federation`, Regions and Local Groups in lower case. */
  bodies: Record<string, string>;
  /** Person ids of each Local Group (and of those at large in a Region), by its slug. */
  people: Record<string, string[]>;
  /** The Secretary of the Federation: the first person of the first Local Group. */
  secretary: string;
  ruleBookId: string;
}

const slugOf = (name: string) => name.toLowerCase().replace(/ /g, '-');

export async function gather(world: World, shape: Shape, rules: PartialRules = foundingRules): Promise<Gathered> {
  const gathered: Gathered = {
    bodies: { federation: randomUUID() },
    people: {},
    secretary: '',
    ruleBookId: randomUUID(),
  };
  const { bodies } = gathered;
  await addBody(world, bodies['federation']!, 'FEDERATION', null, 'Federation');
  await world.db
    .insertInto('rule_book')
    .values({ id: gathered.ruleBookId, body_id: bodies['federation']!, version: 1, rules: JSON.stringify(rules) })
    .execute();
  for (const [region, groups] of Object.entries(shape)) {
    const regionId = (bodies[slugOf(region)] = randomUUID());
    await addBody(world, regionId, 'REGION', bodies['federation']!, region);
    for (const [group, n] of Object.entries(groups)) {
      bodies[slugOf(group)] = randomUUID();
      await addBody(world, bodies[slugOf(group)]!, 'LOCAL_GROUP', regionId, group);
      gathered.people[slugOf(group)] = await addPeople(world, bodies[slugOf(group)]!, n);
    }
  }
  gathered.secretary = Object.values(gathered.people).flat()[0]!;
  await grant(world, gathered.secretary, bodies['federation']!, 'SECRETARY');
  return gathered;
}

async function addBody(
  world: World,
  id: string,
  kind: 'FEDERATION' | 'REGION' | 'LOCAL_GROUP',
  parentId: string | null,
  name: string,
): Promise<void> {
  await world.db
    .insertInto('body')
    .values({ id, kind, parent_id: parentId, name, slug: slugOf(name), state: 'AFFILIATED' })
    .execute();
}

/** Members in good standing; no platform is adopted in these federations, so none has to be accepted. */
export async function addPeople(world: World, bodyId: string, n: number): Promise<string[]> {
  const ids = Array.from({ length: n }, () => randomUUID());
  await sql`insert into person (id, display_name, salt) select id, 'Member ' || left(id::text, 8), uuid_send(gen_random_uuid()) from unnest(${ids}::uuid[]) id`.execute(
    world.db,
  );
  await sql`insert into membership (id, person_id, body_id, state, joined_on, dues_paid_until)
    select gen_random_uuid(), id, ${bodyId}, 'ACTIVE', '2020-01-01', '2099-12-31' from unnest(${ids}::uuid[]) id`.execute(
    world.db,
  );
  return ids;
}

export async function grant(world: World, personId: string, bodyId: string, office: string): Promise<void> {
  await world.db
    .insertInto('office_term')
    .values({
      id: randomUUID(),
      person_id: personId,
      body_id: bodyId,
      office,
      from_date: '2020-01-01',
      until_date: '2099-12-31',
      source: 'FOUNDING',
    })
    .execute();
}

/** A body's own rule book, as if it had been founded with it. */
export async function ownRules(world: World, bodyId: string, rules: PartialRules): Promise<void> {
  await world.db
    .insertInto('rule_book')
    .values({ id: randomUUID(), body_id: bodyId, version: 1, rules: JSON.stringify(rules) })
    .execute();
}

/** A motion whose debate is over. */
export async function motion(
  world: World,
  bodyId: string,
  more: { kind?: 'ORDINARY' | 'ADOPT_RULE_BOOK'; payload?: object; title?: string } = {},
): Promise<string> {
  const id = randomUUID();
  const { kind = 'ORDINARY', payload = {}, title = 'A shorter week' } = more;
  await sql`
    with next as (update body set last_proposal_number = last_proposal_number + 1 where id = ${bodyId} returning last_proposal_number as n)
    insert into proposal (id, body_id, number, kind, title, text, payload, state, mover_body_id, submitted_at, debate_from, debate_until)
    select ${id}, ${bodyId}, n, ${kind}, ${title}, 'That we demand thirty hours.', ${JSON.stringify(payload)}::jsonb, 'DEBATE', ${bodyId},
      now() - interval '9 days', now() - interval '8 days', now() - interval '1 day' from next`.execute(world.db);
  return id;
}

export const refused = '... on Refusal { code message rule field values }';

async function deed(world: World, name: string, input: object, as: string | null, made: string): Promise<Facts> {
  const type = name[0]!.toUpperCase() + name.slice(1);
  const { data, errors } = await world.ask(
    `mutation ($input: ${type}Input!) { ${name}(input: $input) { ${made} ${refused} } }`,
    { input },
    as,
  );
  if (errors) throw Object.assign(new Error(errors[0]!.message), { code: errors[0]!.extensions.code });
  return data[name];
}

const pollFacts = `id state voting secret rollCount ballotCount weight quorumNeeded openedAt closesAt closedAt challengeUntil now ruleSection ruleBookVersion
  body { slug } parent { body { slug } } rollByBody { entitled body { slug } } viewerCan result { outcome }`;

export const open = (world: World, proposalId: string, as: string, more: object = {}) =>
  deed(
    world,
    'openPoll',
    { idempotencyKey: newKey(), proposalId: `Proposal_${proposalId}`, ...more },
    as,
    `... on PollChanged { poll { ${pollFacts} } }`,
  );

/** A motion put to its poll; answers the id of the poll of the deciding body. */
export async function opened(
  world: World,
  bodyId: string,
  as: string,
  more: Parameters<typeof motion>[2] = {},
): Promise<string> {
  const { poll, ...refusal } = await open(world, await motion(world, bodyId, more), as);
  if (!poll) throw new Error(JSON.stringify(refusal));
  return local(poll.id);
}

export const cast = (world: World, pollId: string, choice: string, as: string | null, id: string = newKey()) =>
  deed(
    world,
    'castBallot',
    { id, pollId: `Poll_${pollId}`, choice },
    as,
    '... on BallotReceipt { id choice castAt replaced recordId acknowledgement nonce poll { ballotCount viewer { onRoll ballot { choice } } } }',
  );

export const close = (world: World, pollId: string, as: string) =>
  deed(
    world,
    'closePoll',
    { idempotencyKey: newKey(), pollId: `Poll_${pollId}` },
    as,
    `... on PollChanged { poll { ${pollFacts} } }`,
  );

export const certify = (world: World, pollId: string, as: string) =>
  deed(
    world,
    'certifyResult',
    { idempotencyKey: newKey(), pollId: `Poll_${pollId}` },
    as,
    `... on ResultCertified { result { outcome } }`,
  );

export const count = (
  world: World,
  pollId: string,
  tally: object,
  entitled: number,
  as: string,
  idempotencyKey: string = newKey(),
) =>
  deed(
    world,
    'recordTellerCount',
    { idempotencyKey, pollId: `Poll_${pollId}`, tally, entitled },
    as,
    '... on PollChanged { poll { state tellerCounts { tally { option count } entitled mine agreed } } }',
  );

export const challenge = (world: World, pollId: string, membershipId: string, claim: string, as: string) =>
  deed(
    world,
    'challengeRoll',
    {
      id: newKey(),
      pollId: `Poll_${pollId}`,
      aboutMembershipId: `Membership_${membershipId}`,
      claim,
      reason: 'The list is wrong.',
    },
    as,
    '... on RollChallengeChanged { challenge { id state claim aboutName viewerCan } poll { rollCount } }',
  );

export const decideOn = (world: World, challengeId: string, uphold: boolean, as: string) =>
  deed(
    world,
    'decideChallenge',
    { idempotencyKey: newKey(), challengeId, uphold, note: 'Looked up.' },
    as,
    '... on RollChallengeChanged { challenge { state note } poll { rollCount } }',
  );

export const readPoll = async (
  world: World,
  pollId: string,
  as: string | null = null,
  fields = pollFacts,
): Promise<Facts> => {
  const { data, errors } = await world.ask(
    `query ($id: ID!) { poll(id: $id) { ${fields} } }`,
    { id: `Poll_${pollId}` },
    as,
  );
  if (errors) throw new Error(errors[0]!.message);
  return data.poll;
};

const resultFacts = `outcome binding electors ballots quorumElectorsNeeded quorumBodiesNeeded quorumBodies decisionFile decisionHash ruleBookVersion ruleSection secret
  ruleBookBody { slug } poll { state body { slug } }
  lenses { lens total needed strict carries binds totals { option count } sentence { text } } arithmetic { key text }
  tallies { body { slug } parentBodyId pollId entitled ballots weight outcome quorate merged tally { option count } cast { option count } }`;

export async function result(world: World, pollId: string): Promise<Facts> {
  const { data, errors } = await world.ask(`query ($id: ID!) { result(poll: $id) { ${resultFacts} } }`, {
    id: `Poll_${pollId}`,
  });
  if (errors) throw new Error(errors[0]!.message);
  return data.result;
}

/** The poll of one body inside a roll-up. */
export async function pollIn(world: World, rootId: string, bodyId: string): Promise<string> {
  return (
    await world.db
      .selectFrom('poll')
      .select('id')
      .where('root_id', '=', rootId)
      .where('body_id', '=', bodyId)
      .executeTakeFirstOrThrow()
  ).id;
}

/** So many FOR, AGAINST and ABSTAIN by the first members of a body, as fast as the door lets them through. */
export async function castAll(
  world: World,
  pollId: string,
  people: readonly string[],
  [inFavour, against, abstaining = 0]: readonly [number, number, number?],
): Promise<void> {
  const marks = [
    ...Array<string>(inFavour).fill('FOR'),
    ...Array<string>(against).fill('AGAINST'),
    ...Array<string>(abstaining).fill('ABSTAIN'),
  ];
  await Promise.all(
    marks.map(async (choice, i) => {
      const receipt = await cast(world, pollId, choice, people[i]!);
      if (!receipt['recordId']) throw new Error(JSON.stringify(receipt));
    }),
  );
}

/** A tally without its zeros, as `{ FOR: 2 }`. */
export const asTally = (counts: { option: string; count: number }[] | null) =>
  counts && Object.fromEntries(counts.filter(({ count }) => count > 0).map(({ option, count }) => [option, count]));

export const local = (id: string) => id.slice(id.indexOf('_') + 1);
