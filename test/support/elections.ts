// Elections in tests: called, nominated, voted and counted as people do it, over HTTP, in a line each.
import { sql } from 'kysely';
import { monthsLater } from '../../server/elections/eligibility.js';
import { foundingRules } from './founding.js';
import { gather, grant, local, type Facts, type Gathered } from './polls.js';
import type { PartialRules } from '../../server/rules/schema.js';
import { newKey, openWorld, type World } from './world.js';

export const refused = '... on Refusal { code message rule field values }';

export const electionFacts = `id title kind office calledBy state method seats reopen secret takesOfficeOn termMonths nominationsUntil closesAt rollCount papersHanded papersAgreed
  lotCommitment viewerCan viewerCannot { deed refusal { code } } poll { id state method options }
  candidates { id kind state number name statement groups mine viewerCan }
  result { outcome papers withheld fileHash lotSeed count file elected { id name number } alternates { id name number } }
  vacancies { officeTermId how filledBy { name } left { name } }`;
const candidateFacts = 'id kind state number name statement publicity groups mine viewerCan';

/** One deed, told as what it made or the refusal. Faults of the request are thrown. */
export async function deed(world: World, name: string, input: object, as: string | null): Promise<Facts> {
  const types: Record<string, string> = {
    handPaper: 'PaperInput',
    takeBackPaper: 'PaperInput',
    declineNomination: 'CandidateInput',
    withdrawNomination: 'CandidateInput',
    withdrawCandidate: 'CandidateInput',
  };
  const type = types[name] ?? `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const made = /ominat|Candidate$/.test(name)
    ? `... on CandidateChanged { candidate { ${candidateFacts} } election { id state } }`
    : `... on ElectionChanged { election { ${electionFacts} } }`;
  const { data, errors } = await world.ask(
    `mutation ($input: ${type}!) { ${name}(input: $input) { ${made} ${refused} } }`,
    { input },
    as,
  );
  if (errors) throw Object.assign(new Error(errors[0]!.message), { code: errors[0]!.extensions.code });
  return data[name].candidate ?? data[name].election ?? data[name];
}

export const today = (): string => new Date().toISOString().slice(0, 10);
export const inMonths = (months: number): string => monthsLater(today(), months);

export const call = (world: World, bodyId: string, as: string, more: object = {}) =>
  deed(
    world,
    'callElection',
    { id: newKey(), bodyId: `Body_${bodyId}`, office: 'DELEGATE', takesOfficeOn: inMonths(1), ...more },
    as,
  );

export const stand = (world: World, electionId: string, as: string, more: object = {}) =>
  deed(world, 'nominate', { id: newKey(), electionId, ...more }, as);

export const keyed = (world: World, name: string, input: object, as: string | null) =>
  deed(world, name, { idempotencyKey: newKey(), ...input }, as);

export async function read(world: World, id: string, as: string | null = null, facts = electionFacts): Promise<Facts> {
  const { data, errors } = await world.ask(`query ($id: ID!) { election(id: $id) { ${facts} } }`, { id }, as);
  if (errors) throw new Error(JSON.stringify(errors));
  return data.election;
}

/** Nominations are over by a second. */
export async function closeNominations(world: World, electionId: string): Promise<void> {
  await sql`update election set nominations_until = now() - interval '1 second' where id = ${local(electionId)}`.execute(
    world.db,
  );
}

export async function membershipOf(world: World, personId: string): Promise<string> {
  const { id } = await world.db
    .selectFrom('membership')
    .select('id')
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow();
  return `Membership_${id}`;
}

export interface Electing {
  world: World;
  gathered: Gathered;
  /** The body that elects, its people, and of them the Secretary and two Tellers. */
  bodyId: string;
  people: string[];
  secretary: string;
  tellers: [string, string];
}

/** A Local Group of so many members with a Secretary and two Tellers, under these rules of election. */
export async function electing(
  members: number,
  elections: Partial<NonNullable<PartialRules['elections']>> = {},
  rules: PartialRules = {},
): Promise<Electing> {
  const world = await openWorld();
  const all = {
    ...foundingRules,
    ...rules,
    elections: { ...foundingRules.elections, oneOfficeEach: false, ...elections },
  };
  const gathered = await gather(world, { North: { Alder: members, Birch: 3 } }, all);
  const bodyId = gathered.bodies['alder']!;
  const people = gathered.people['alder']!;
  const [secretary, first, second] = people as [string, string, string];
  await grant(world, secretary, bodyId, 'SECRETARY');
  await grant(world, first, bodyId, 'TELLER');
  await grant(world, second, bodyId, 'TELLER');
  return { world, gathered, bodyId, people, secretary, tellers: [first, second] };
}

export interface Voting {
  /** The global id of the election. */
  id: string;
  /** The UUID of the election and of its poll. */
  pollId: string;
  /** Persons by their number on the paper, from 1. */
  persons: Map<number, string>;
  /** The number on the paper of a person. */
  numberOf(personId: string): number;
}

/** An election that is open to votes, with these people standing. */
export async function voting(
  { world, bodyId, secretary }: Electing,
  candidates: readonly string[],
  more: object = {},
): Promise<Voting> {
  const called = await call(world, bodyId, secretary, more);
  if (!called['id']) throw new Error(JSON.stringify(called));
  for (const candidate of candidates) {
    const stood = await stand(world, called['id'], candidate);
    if (!stood['id']) throw new Error(JSON.stringify(stood));
  }
  await closeNominations(world, called['id']);
  const opened = await keyed(world, 'openElection', { electionId: called['id'] }, secretary);
  if (opened['state'] !== 'VOTING') throw new Error(JSON.stringify(opened));
  return votingOf(world, called['id']);
}

export async function votingOf(world: World, id: string): Promise<Voting> {
  const rows = await world.db
    .selectFrom('candidate')
    .select(['person_id', 'position'])
    .where('election_id', '=', local(id))
    .where('position', 'is not', null)
    .execute();
  const persons = new Map(rows.map(({ person_id, position }) => [position!, person_id!]));
  const numbers = new Map(rows.map(({ person_id, position }) => [person_id, position!]));
  return { id, pollId: local(id), persons, numberOf: (personId) => numbers.get(personId)! };
}
