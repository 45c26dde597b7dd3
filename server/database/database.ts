// What a reading or a deed speaks to: typed rows over the same connections, and the same transaction, as the mapper.
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Kysely } from 'kysely';
import type { Tables } from './tables.js';

export type Database = Kysely<Tables>;

/** The row interface of an entity manager: inside a transaction it is that transaction. */
export function rowsOf(em: EntityManager): Database {
  return em.getKysely<Tables>() as unknown as Database;
}
