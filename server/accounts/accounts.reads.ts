// Accounts as pages read them.
import { sql } from 'kysely';
import type { Services } from '../context.js';
import type { Database } from '../database/database.js';
import { asDate } from '../database/instants.js';

export async function hasPassword(db: Database, personId: string): Promise<boolean> {
  return (
    (await db
      .selectFrom('person_password')
      .select('person_id')
      .where('person_id', '=', personId)
      .executeTakeFirst()) !== undefined
  );
}

/** Sessions that would still be let in. */
export async function sessionCount(db: Database, personId: string): Promise<number> {
  const { count } = await db
    .selectFrom('session')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('person_id', '=', personId)
    .where(sql<boolean>`expires_at > now() and seen_at > now() - interval '14 days'`)
    .executeTakeFirstOrThrow();
  return count;
}

export interface DemonstrationPersonRow {
  id: string;
  displayName: string;
  body: string;
  part: string;
}

/** The people one may become, in the order in which they tell the story. */
export function demonstrationPeople(db: Database): Promise<DemonstrationPersonRow[]> {
  return db
    .selectFrom('demonstration_person as d')
    .innerJoin('person', 'person.id', 'd.person_id')
    .leftJoin('membership', (join) =>
      join
        .onRef('membership.person_id', '=', 'd.person_id')
        .on('membership.state', 'in', ['APPLICANT', 'ACTIVE', 'ON_LEAVE', 'SUSPENDED']),
    )
    .leftJoin('body', 'body.id', 'membership.body_id')
    .select([
      'd.person_id as id',
      'person.display_name as displayName',
      sql<string>`coalesce(body.name, '')`.as('body'),
      'd.part',
    ])
    .orderBy('d.position')
    .execute();
}

/** Whether mail stays here to be read by anyone: never with real people in production. */
export const outboxIsOpen = ({ mailer, env }: Services): boolean =>
  mailer.keepsMail && (env.DEMO === true || env.NODE_ENV !== 'production');

/** Where kept mail is read; null where it is sent, or not shown. */
export const outboxPath = (services: Services): string | null => (outboxIsOpen(services) ? '/outbox' : null);

export interface OutboxRow {
  id: string;
  recipient: string;
  subject: string;
  body: string;
  sentAt: Date;
}

export async function newestMails(db: Database, first: number): Promise<OutboxRow[]> {
  const rows = await db
    .selectFrom('outbox_mail')
    .select(['id', 'recipient', 'subject', 'body', 'sent_at as sentAt'])
    .orderBy('sent_at', 'desc')
    .limit(first)
    .execute();
  return rows.map((row) => ({ ...row, sentAt: asDate(row.sentAt) }));
}
