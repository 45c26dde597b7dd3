// A small federation to test in: two Regions, three Local Groups, members with names one can remember.
import { randomBytes, randomUUID } from 'node:crypto';
import { foundingRules as defaults } from '../../server/rules/defaults.js';
import type { PartialRules, Rules } from '../../server/rules/schema.js';
import type { World } from './world.js';

export interface Founded {
  bodies: Record<'federation' | 'north' | 'south' | 'alder' | 'birch' | 'cedar', string>;
  /** Person ids: alder has ada (Secretary), abe, amy …; birch bea (Secretary), ben, bob; cedar cat (Secretary), cid. */
  people: Record<string, string>;
  memberships: Record<string, string>;
  platformVersionId: string;
  ruleBookId: string;
}

const places = [
  ['federation', 'FEDERATION', null, 'Federation'],
  ['north', 'REGION', 'federation', 'North'],
  ['south', 'REGION', 'federation', 'South'],
  ['alder', 'LOCAL_GROUP', 'north', 'Alder'],
  ['birch', 'LOCAL_GROUP', 'north', 'Birch'],
  ['cedar', 'LOCAL_GROUP', 'south', 'Cedar'],
] as const;

const people: Record<string, string[]> = {
  alder: ['ada', 'abe', 'amy', 'ann', 'art'],
  birch: ['bea', 'ben', 'bob'],
  cedar: ['cat', 'cid'],
};

/** The founding rule book of tests: no waiting, one second, bands; see server/rules for what each key means. */
export const foundingRules: Rules = {
  ...defaults,
  motions: { ...defaults.motions, debateDays: 0, votingDays: 7, secondsNeeded: 1 },
};

export async function found(world: World, rules: PartialRules = foundingRules): Promise<Founded> {
  const { db } = world;
  const bodies = {} as Founded['bodies'];
  for (const [slug, kind, parent, name] of places) {
    bodies[slug] = randomUUID();
    await db
      .insertInto('body')
      .values({ id: bodies[slug], kind, parent_id: parent ? bodies[parent] : null, name, slug, state: 'AFFILIATED' })
      .execute();
  }
  const platformVersionId = randomUUID();
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto('platform_version')
      .values({ id: platformVersionId, body_id: bodies.federation, number: 1 })
      .execute();
    await tx
      .insertInto('platform_clause')
      .values([
        {
          version_id: platformVersionId,
          key: 'solidarity',
          kind: 'PRINCIPLE',
          position: 1,
          heading: 'Solidarity',
          text: 'An injury to one is an injury to all.',
        },
        {
          version_id: platformVersionId,
          key: 'not-an-employer',
          kind: 'DECLARATION',
          position: 2,
          heading: 'Not an employer',
          text: 'I employ nobody.',
        },
      ])
      .execute();
  });
  const ruleBookId = randomUUID();
  await db
    .insertInto('rule_book')
    .values({ id: ruleBookId, body_id: bodies.federation, version: 1, rules: JSON.stringify(rules) })
    .execute();
  const founded: Founded = { bodies, people: {}, memberships: {}, platformVersionId, ruleBookId };
  for (const [slug, names] of Object.entries(people)) {
    for (const name of names) await addMember(world, founded, name, slug as 'alder');
    const [secretary] = names;
    await grantOffice(world, founded.people[secretary!]!, bodies[slug as 'alder'], 'SECRETARY');
  }
  await grantOffice(world, founded.people['ada']!, bodies.federation, 'SECRETARY');
  return founded;
}

/** An active member who has accepted the platform and paid for the year. */
export async function addMember(
  world: World,
  founded: Founded,
  name: string,
  slug: keyof Founded['bodies'],
): Promise<string> {
  const person = randomUUID();
  const membership = randomUUID();
  await world.db
    .insertInto('person')
    .values({
      id: person,
      display_name: name[0]!.toUpperCase() + name.slice(1),
      email: `${name}@example.org`,
      salt: randomBytes(16),
    })
    .execute();
  await world.db
    .insertInto('membership')
    .values({
      id: membership,
      person_id: person,
      body_id: founded.bodies[slug],
      state: 'ACTIVE',
      joined_on: '2020-01-01',
      dues_paid_until: '2099-12-31',
    })
    .execute();
  await world.db
    .insertInto('acceptance')
    .values({ person_id: person, version_id: founded.platformVersionId, declarations: ['not-an-employer'] })
    .execute();
  founded.people[name] = person;
  founded.memberships[name] = membership;
  return person;
}

export async function grantOffice(world: World, personId: string, bodyId: string, office: string): Promise<void> {
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
