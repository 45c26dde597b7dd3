// Which bodies people can belong to: a Local Group, or at large a Region in which there is no Local Group yet.
import { sql } from 'kysely';
import type { Database } from '../database/database.js';
import type { BodyStateWord } from '../database/tables.js';
import { notFound, refuse } from '../errors.js';
import { oneEach } from '../loaders.js';

export interface Home {
  id: string;
  kind: 'FEDERATION' | 'REGION' | 'LOCAL_GROUP';
  name: string;
  state: BodyStateWord;
  /** Names of the Local Groups below it that take members. */
  groups: string[];
}

export const homesById = async (db: Database, ids: readonly string[]) => {
  const rows = await db
    .selectFrom('body')
    .select([
      'id',
      'kind',
      'name',
      'state',
      sql<string[]>`array(
        select below.name from body_above a join body below on below.id = a.body_id
        where a.above_id = body.id and a.distance > 0 and below.kind = 'LOCAL_GROUP' and below.state in ('AFFILIATED', 'IN_FORMATION')
          and body.kind = 'REGION'
        order by below.name)`.as('groups'),
    ])
    .where('id', 'in', ids)
    .execute();
  return oneEach<Home, string>(ids, rows, (row) => row.id);
};

/** Why nobody joins this body now; null where people do. */
export function whyClosed({ kind, name, state, groups }: Home): [code: string, sentence: string] | null {
  if (state !== 'AFFILIATED' && state !== 'IN_FORMATION')
    return ['BODY_NOT_AFFILIATED', `${name} takes no members now.`];
  if (kind === 'FEDERATION')
    return ['NOT_A_LOCAL_GROUP', 'People belong to a Local Group. Choose one and apply there.'];
  if (kind === 'REGION' && groups.length > 0) {
    const some = groups.slice(0, 5).join(', ');
    return [
      'LOCAL_GROUP_EXISTS',
      `${name} takes members at large only where it has no Local Group. Apply to one of its groups: ${some}${groups.length > 5 ? ' …' : '.'}`,
    ];
  }
  return null;
}

/** The body, if it can be joined; else the refusal that says why not. */
export async function homeToJoin(db: Database, bodyId: string, field: string): Promise<Home> {
  const [home] = await homesById(db, [bodyId]);
  if (!home) throw notFound('body');
  const closed = whyClosed(home);
  if (closed)
    refuse(...closed, { rule: 'bodies', field, values: { body: home.name, groups: home.groups.slice(0, 5) } });
  return home;
}
