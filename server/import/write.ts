// An import as it enters an empty database: in one transaction, all of it or nothing.
import { randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '../database/database.js';
import { refuse } from '../errors.js';
import { writeRecord } from '../history/record.js';
import type { ImportedMember } from './members.js';
import type { Plan } from './plan.js';

/** Rows a statement. */
const STRETCH = 5_000;

export type BodyIds = ReadonlyMap<string, string>;

export async function writeFederation(tx: Database, plan: Plan): Promise<BodyIds> {
  await mustBeEmpty(tx);
  const ids = new Map([...plan.bodies.keys()].map((slug) => [slug, randomUUID()]));
  await writeBodies(tx, plan, ids);
  const federation = [...plan.bodies.values()].find(({ kind }) => kind === 'FEDERATION')!;
  await tx
    .insertInto('rule_book')
    .values({ id: randomUUID(), body_id: ids.get(federation.slug)!, version: 1, rules: JSON.stringify(plan.rules) })
    .execute();
  for (let from = 0; from < plan.members.length; from += STRETCH)
    await writeMembers(tx, plan.members.slice(from, from + STRETCH), ids);
  await writeRecord(tx, 'deed', {
    name: 'import',
    subject: ids.get(federation.slug)!,
    actor: null,
    digest: plan.digest,
  });
  return ids;
}

async function mustBeEmpty(tx: Database): Promise<void> {
  await sql`lock table body in exclusive mode`.execute(tx);
  if (await tx.selectFrom('body').select('id').limit(1).executeTakeFirst()) {
    refuse('NOT_EMPTY', 'There is a federation in this database already; an import is loaded into an empty one.');
  }
}

async function writeBodies(tx: Database, { bodies }: Plan, ids: BodyIds): Promise<void> {
  const all = [...bodies.values()];
  const deepest = Math.max(...all.map(({ depth }) => depth));
  // From the top down, because a body's place is written as it is placed below its parent.
  for (let depth = 0; depth <= deepest; depth++) {
    const level = all.filter((body) => body.depth === depth);
    if (level.length === 0) continue;
    await tx
      .insertInto('body')
      .values(
        level.map(({ slug, name, kind, parent, country, subdivision, locality, latitude, longitude, state }) => ({
          id: ids.get(slug)!,
          slug,
          name,
          kind,
          parent_id: parent === null ? null : ids.get(parent)!,
          country,
          subdivision,
          locality,
          latitude,
          longitude,
          state,
          jurisdiction: locality ?? subdivision ?? name,
        })),
      )
      .execute();
  }
  await tx
    .insertInto('body_state')
    .values(all.map(({ slug, state }) => ({ body_id: ids.get(slug)!, state, proposal_id: null })))
    .execute();
}

async function writeMembers(tx: Database, members: readonly ImportedMember[], bodies: BodyIds): Promise<void> {
  const made = members.map((member) => ({
    ...member,
    person: randomUUID(),
    membership: randomUUID(),
    salt: randomBytes(16),
    event: randomUUID(),
    home: bodies.get(member.body)!,
  }));
  const column = <Key extends keyof (typeof made)[number]>(key: Key) => made.map((member) => member[key]);
  await sql`insert into person (id, display_name, email, salt)
    select * from unnest(${column('person')}::uuid[], ${column('displayName')}::text[], ${column('email')}::text[], ${column('salt')}::bytea[])`.execute(
    tx,
  );
  await sql`insert into membership (id, person_id, body_id, state, joined_on, dues_paid_until)
    select * from unnest(${column('membership')}::uuid[], ${column('person')}::uuid[], ${column('home')}::uuid[], ${column('state')}::text[],
      ${column('joinedOn')}::date[], ${column('duesPaidUntil')}::date[])`.execute(tx);
  await sql`insert into membership_event (id, membership_id, what, body_id)
    select id, membership, 'IMPORTED', home from unnest(${column('event')}::uuid[], ${column('membership')}::uuid[], ${column('home')}::uuid[]) as e(id, membership, home)`.execute(
    tx,
  );
  const offices = made.flatMap(({ person, offices: held }) =>
    held.map(({ body, office }) => ({ person, body: bodies.get(body)!, office })),
  );
  for (const { person, body, office } of offices) {
    await sql`insert into office_term (id, person_id, body_id, office, from_date, until_date, source)
      values (${randomUUID()}, ${person}, ${body}, ${office}, current_date, current_date + interval '1 year', 'FOUNDING')`.execute(
      tx,
    );
  }
}
