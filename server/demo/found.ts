// The founding of the demonstration, in one transaction: bodies, persons, the first platform and rule books.
import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '../database/database.js';
import { canonicalText } from '../history/canonical.js';
import { sha256Hex } from '../history/hash.js';
import { writeRecord } from '../history/record.js';
import { decidedBefore, demoBodies, type DemoBody } from './bodies.js';
import { demoPeople, type DemoPerson } from './people.js';
import { foundingPlatform } from './platform.js';
import { foundingRuleBooks } from './ruleBooks.js';
import { idOf } from './seeded.js';

export const bodyId = (slug: string): string => idOf('body', slug);
export const platformId = idOf('platform', 1);
/** Days ago. */
export const FOUNDED_AGO = 45;
const LATELY = 160;

export async function found(db: Database): Promise<void> {
  if (await db.selectFrom('body').select('id').limit(1).executeTakeFirst()) return;
  await db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ today: string }>`select current_date::text as today`.execute(tx);
    const calendar = new Calendar(rows[0]!.today);
    await writeBodies(tx, calendar);
    await writeTexts(tx);
    await writeDues(tx, calendar);
    await writePeople(
      tx,
      calendar,
      demoPeople((body) => calendar.ago(formed(body, calendar))),
    );
    const digest = sha256Hex(canonicalText(JSON.parse(JSON.stringify({ foundingPlatform, foundingRuleBooks }))));
    await writeRecord(tx, 'deed', { name: 'found', subject: bodyId('federation'), actor: null, digest });
  });
}

/** Dates counted from the database's today. */
class Calendar {
  readonly #today: number;
  constructor(today: string) {
    this.#today = Date.parse(today);
  }
  on(daysFromToday: number): string {
    return new Date(this.#today + daysFromToday * 86_400_000).toISOString().slice(0, 10);
  }
  ago(date: string): number {
    return Math.round((this.#today - Date.parse(date)) / 86_400_000);
  }
}

const formed = (body: DemoBody, calendar: Calendar) =>
  body.formedOn === 'lately' ? calendar.on(-LATELY) : body.formedOn;

async function writeBodies(tx: Database, calendar: Calendar): Promise<void> {
  for (const body of demoBodies) {
    const [latitude, longitude] = body.at ?? [null, null];
    const state = body.inFormation ? 'IN_FORMATION' : 'AFFILIATED';
    await tx
      .insertInto('body')
      .values({
        id: bodyId(body.slug),
        kind: body.kind,
        parent_id: body.parent ? bodyId(body.parent) : null,
        name: body.name,
        slug: body.slug,
        state,
        jurisdiction: body.kind === 'LOCAL_GROUP' ? `${body.name} and around` : body.name,
        country: body.country ?? null,
        subdivision: body.subdivision ?? null,
        locality: body.at ? body.name : null,
        latitude: latitude === null ? null : String(latitude),
        longitude: longitude === null ? null : String(longitude),
        formed_on: formed(body, calendar),
        last_proposal_number: decidedBefore[body.slug] ?? 0,
      })
      .execute();
  }
  await tx
    .insertInto('body_state')
    .values(
      demoBodies.map((body) => ({
        body_id: bodyId(body.slug),
        since: formed(body, calendar),
        state: body.inFormation ? ('IN_FORMATION' as const) : ('AFFILIATED' as const),
        proposal_id: null,
      })),
    )
    .execute();
}

async function writeTexts(tx: Database): Promise<void> {
  // In force from the founding here: a version and its clauses are laid down together.
  await tx
    .insertInto('platform_version')
    .values({ id: platformId, body_id: bodyId('federation'), number: 1, in_force_from: sql<Date>`now()` })
    .execute();
  await tx
    .insertInto('platform_clause')
    .values(foundingPlatform.map((clause, i) => ({ ...clause, version_id: platformId, position: i + 1 })))
    .execute();
  await tx
    .insertInto('rule_book')
    .values(
      Object.entries(foundingRuleBooks).map(([slug, rules]) => ({
        id: idOf('rule book', slug),
        body_id: bodyId(slug),
        version: 1,
        rules: JSON.stringify(rules),
        in_force_from: '2021-05-01',
      })),
    )
    .execute();
}

/** 28.00 USD a year, whole whenever one joins; half of it stays, a fifth goes to the Region, three tenths to the Federation. */
async function writeDues(tx: Database, calendar: Calendar): Promise<void> {
  await tx
    .insertInto('dues_schedule')
    .values({
      id: idOf('dues schedule'),
      body_id: bodyId('federation'),
      version: 1,
      valid_from: `${calendar.on(-FOUNDED_AGO).slice(0, 4)}-01-01`,
      laid_down_on: '2021-05-01',
      period: 'YEAR',
      currency: 'USD',
      amount: 2_800n,
      bands: '[]',
      part_period: 'WHOLE',
      proposal_id: null,
    })
    .execute();
  const shares = [
    { level: 'REGION', purpose: '', share: '1/5', until: null },
    { level: 'FEDERATION', purpose: '', share: '3/10', until: null },
  ];
  await tx
    .insertInto('dues_split')
    .values({
      id: idOf('dues split'),
      body_id: bodyId('federation'),
      version: 1,
      valid_from: '2021-05-01',
      shares: JSON.stringify(shares),
      proposal_id: null,
    })
    .execute();
}

async function writePeople(tx: Database, calendar: Calendar, people: DemoPerson[]): Promise<void> {
  const declarations = foundingPlatform.filter(({ kind }) => kind === 'DECLARATION').map(({ key }) => key);
  const membershipId = ({ id }: DemoPerson) => idOf('membership', id);
  await tx
    .insertInto('person')
    .values(
      people.map(({ id, displayName, email, locale }) => ({
        id,
        display_name: displayName,
        email,
        email_proved_at: sql<Date>`now()`,
        locale,
        salt: randomBytes(16),
      })),
    )
    .execute();
  await tx
    .insertInto('membership')
    .values(
      people.map((person) => ({
        id: membershipId(person),
        person_id: person.id,
        body_id: bodyId(person.body),
        kind: person.kind,
        state: person.state,
        joined_on: person.state === 'APPLICANT' ? null : calendar.on(-person.joinedAgo),
        dues_paid_until: person.paidFor === null ? null : calendar.on(person.paidFor),
      })),
    )
    .execute();
  await tx
    .insertInto('membership_event')
    .values(
      people.map((person) => ({
        id: idOf('event', person.id),
        membership_id: membershipId(person),
        at: calendar.on(-person.joinedAgo),
        what: person.state === 'APPLICANT' ? 'APPLIED' : 'ADMITTED',
        body_id: bodyId(person.body),
        from_body_id: null,
        by_person_id: null,
        reason: null,
      })),
    )
    .execute();
  await tx
    .insertInto('acceptance')
    .values(
      people
        .filter(({ accepted }) => accepted)
        .map(({ id, joinedAgo }) => ({
          person_id: id,
          version_id: platformId,
          declarations,
          at: calendar.on(-Math.min(joinedAgo, FOUNDED_AGO)),
        })),
    )
    .execute();
  await tx
    .insertInto('office_term')
    .values(
      people.flatMap(({ id, offices }) =>
        offices.map(({ body, office }) => ({
          id: idOf('office', id, body, office),
          person_id: id,
          body_id: bodyId(body),
          office,
          from_date: calendar.on(-250),
          until_date: calendar.on(480),
          ended_on: null,
          source: 'FOUNDING' as const,
        })),
      ),
    )
    .execute();
}
