// Offices held today, by body and by person.
import { sql } from 'kysely';
import type { Database } from '../database/database.js';
import { manyEach } from '../loaders.js';

export interface OfficeTermRow {
  id: string;
  office: string;
  bodyId: string;
  personId: string;
  privateName: string;
  fromDate: string;
  untilDate: string;
}

const terms = (db: Database) =>
  db
    .selectFrom('office_term as o')
    .innerJoin('person as p', 'p.id', 'o.person_id')
    .select([
      'o.id',
      'o.office',
      'o.body_id as bodyId',
      'o.person_id as personId',
      'p.display_name as privateName',
      sql<string>`o.from_date::text`.as('fromDate'),
      sql<string>`o.until_date::text`.as('untilDate'),
    ])
    .where(
      sql<boolean>`current_date >= o.from_date and current_date < o.until_date and (o.ended_on is null or o.ended_on > current_date)`,
    )
    .orderBy('o.office')
    .orderBy('o.id');

export const officersOf = async (db: Database, bodyIds: readonly string[]) =>
  manyEach<OfficeTermRow, string>(
    bodyIds,
    await terms(db).where('o.body_id', 'in', bodyIds).execute(),
    ({ bodyId }) => bodyId,
  );

export const officesHeldBy = async (db: Database, personIds: readonly string[]) =>
  manyEach<OfficeTermRow, string>(
    personIds,
    await terms(db).where('o.person_id', 'in', personIds).execute(),
    ({ personId }) => personId,
  );
