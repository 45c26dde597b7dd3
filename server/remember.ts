// The memory of answers: a command sent again with its key gets its first answer and has no second effect.
// The key is taken inside the deed's own transaction, so two tries of one deed cannot both act.
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from './database/database.js';
import { refuse } from './errors.js';
import { canonicalText } from './history/canonical.js';

/** A number that is no whole one is refused by whoever reads it; here it must only be told from others. */
const asText = (_key: string, value: unknown): unknown =>
  typeof value === 'number' && !Number.isSafeInteger(value) ? { number: String(value) } : value;

export function remember(db: Database, actor: string, key: string, name: string, input: object) {
  const inputHash = createHash('sha256')
    .update(canonicalText(JSON.parse(JSON.stringify(input), asText)))
    .digest();
  return {
    /** The first answer, or null. A second try waits here until the first has committed or rolled back. */
    async recall(): Promise<object | null> {
      await sql`select pg_advisory_xact_lock(hashtextextended(${`${actor}/${key}`}, 0))`.execute(db);
      const known = await db
        .selectFrom('deed_answer')
        .select(['name', 'input_hash', 'answer'])
        .where('actor', '=', actor)
        .where('key', '=', key)
        .executeTakeFirst();
      if (!known) return null;
      if (known.name !== name || !known.input_hash.equals(inputHash)) {
        refuse('KEY_USED', 'This key was already used for something else. Make a new one and send again.', {
          field: 'idempotencyKey',
        });
      }
      return known.answer;
    },
    async store(answer: object): Promise<void> {
      await db
        .insertInto('deed_answer')
        .values({ actor, key, name, input_hash: inputHash, answer: JSON.stringify(answer) })
        .execute();
    },
  };
}
