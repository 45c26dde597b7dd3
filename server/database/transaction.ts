// One transaction for the mapper and for plain rows alike, and the running of a deed again where PostgreSQL asks
// for it. The transaction is Kysely's own: it gives the connection back even when that connection has died.
import type { EntityManager } from '@mikro-orm/postgresql';
import { databaseCode, Refusal } from '../errors.js';
import { rowsOf, type Database } from './database.js';
import { guardAsRefusal } from './guards.js';

export function inTransaction<Answer>(
  em: EntityManager,
  work: (em: EntityManager, db: Database) => Promise<Answer>,
): Promise<Answer> {
  return rowsOf(em)
    .transaction()
    .execute(async (transaction) => {
      const inside = em.fork();
      inside.setTransactionContext(transaction as never);
      const answer = await work(inside, transaction);
      await inside.flush();
      return answer;
    });
}

/** Serialization failures, deadlocks and a lost race for a unique key run the whole deed again, a bounded number of times. */
export async function retried<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (error instanceof Refusal) throw error;
      const code = databaseCode(error);
      const again = code === '40001' || code === '40P01' || code === '23505';
      if (!again || attempt >= (code === '23505' ? 2 : 5)) throw guardAsRefusal(error, code);
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * attempt));
    }
  }
}
