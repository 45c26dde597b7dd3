// One batch a request for each kind of thing that pages look up by id, so that a page costs one round trip a level.
// Features add theirs in their own <feature>.reads.ts through `loader`.
import DataLoader from 'dataloader';
import type { Database } from './database/database.js';

export class Loaders {
  readonly #made = new Map<unknown, DataLoader<never, unknown>>();

  constructor(private readonly db: Database) {}

  /** The loader of this request for a batch function; the function itself is the key. */
  of<Key, Value>(batch: Batch<Key, Value>): DataLoader<Key, Value> {
    let loader = this.#made.get(batch) as DataLoader<Key, Value> | undefined;
    if (!loader) {
      loader = new DataLoader<Key, Value>((keys) => batch(this.db, keys));
      this.#made.set(batch, loader as unknown as DataLoader<never, unknown>);
    }
    return loader;
  }
}

/** Answers each key in order; `null` or an empty list where there is nothing. */
export type Batch<Key, Value> = (db: Database, keys: readonly Key[]) => Promise<Value[]>;

export const makeLoaders = (db: Database) => new Loaders(db);

/** Puts rows back in the order of the keys, one each. */
export function oneEach<Row, Key>(
  keys: readonly Key[],
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
): (Row | null)[] {
  const found = new Map(rows.map((row) => [keyOf(row), row]));
  return keys.map((key) => found.get(key) ?? null);
}

/** Puts rows back in the order of the keys, many each. */
export function manyEach<Row, Key>(keys: readonly Key[], rows: readonly Row[], keyOf: (row: Row) => Key): Row[][] {
  const found = new Map<Key, Row[]>(keys.map((key) => [key, []]));
  for (const row of rows) found.get(keyOf(row))?.push(row);
  return keys.map((key) => found.get(key) ?? []);
}
