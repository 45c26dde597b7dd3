// Lists that can grow come in pages: `first` is required and at most 100, a cursor is opaque and holds the
// sort key of its row, so that a page stays right while rows are added.
import { Field, ObjectType, type ClassType } from 'type-graphql';
import { malformed } from '../server/errors.js';
import { isUuid } from '../server/ids.js';
import { limits } from './limits.js';

@ObjectType({ description: 'Where a page ends.', simpleResolvers: true })
export class PageInfo {
  @Field(() => String, { nullable: true, description: 'Give it as `after` for the next page.' })
  endCursor!: string | null;

  @Field({ description: 'Whether more follows.' })
  hasNextPage!: boolean;
}

export interface Edge<Node> {
  cursor: string;
  node: Node;
}

export interface Page<Node> {
  edges: Edge<Node>[];
  pageInfo: { endCursor: string | null; hasNextPage: boolean };
}

/** Makes `<Name>Connection` and `<Name>Edge` for a node class. */
export function connectionOf<Node extends object>(name: string, node: () => ClassType<Node>) {
  @ObjectType(`${name}Edge`, { description: `One ${name} of a page.`, simpleResolvers: true })
  class EdgeType {
    @Field({ description: 'Opaque.' })
    cursor!: string;

    @Field(() => node(), { description: 'The thing itself.' })
    node!: Node;
  }
  @ObjectType(`${name}Connection`, { description: `A page of ${name}s.`, simpleResolvers: true })
  class ConnectionType {
    @Field(() => [EdgeType], { description: 'In order.' })
    edges!: Edge<Node>[];

    @Field(() => PageInfo, { description: 'Where the page ends.' })
    pageInfo!: PageInfo;
  }
  return ConnectionType;
}

/** `first` checked against the bound; one more is asked of the database, to know whether a page follows. */
export function pageSize(first: number): number {
  if (!Number.isInteger(first) || first < 1 || first > limits.pageSize) {
    throw malformed(`first must be between 1 and ${limits.pageSize}`, 'first');
  }
  return first;
}

export const writeCursor = (...keys: (string | number)[]) => Buffer.from(JSON.stringify(keys)).toString('base64url');

const kinds = {
  text: (key: unknown): key is string => typeof key === 'string' && key.length <= 400 && !key.includes('\0'),
  uuid: (key: unknown): key is string => typeof key === 'string' && isUuid(key),
  /** A whole number that a column of type integer can hold. */
  integer: (key: unknown): key is number => Number.isInteger(key) && Math.abs(key as number) <= 2_147_483_647,
  /** A calendar day. */
  day: (key: unknown): key is string => typeof key === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(key),
  /** Microseconds since 1970, as text. */
  moment: (key: unknown): key is string => typeof key === 'string' && /^\d{1,17}$/.test(key),
};
type Kinds = { text: string; uuid: string; integer: number; day: string; moment: string };
type Keys<Names extends readonly (keyof Kinds)[]> = { -readonly [Place in keyof Names]: Kinds[Names[Place]] };

/** The sort keys inside a cursor of a list sorted by these kinds. It came from outside: anything else is malformed. */
export function readCursor<const Names extends readonly (keyof Kinds)[]>(
  cursor: string | null | undefined,
  ...names: Names
): Keys<Names> | null {
  if (!cursor) return null;
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(keys) && keys.length === names.length && names.every((name, i) => kinds[name](keys[i])))
      return keys as unknown as Keys<Names>;
  } catch {
    // not JSON: the same answer
  }
  throw malformed('after is not a cursor of this list', 'after');
}

/** Rows (one more than `first` if there is more) as a page. */
export function pageOf<Row>(rows: Row[], first: number, cursorOf: (row: Row) => string): Page<Row> {
  const kept = rows.slice(0, first);
  const edges = kept.map((row) => ({ cursor: cursorOf(row), node: row }));
  return { edges, pageInfo: { endCursor: edges.at(-1)?.cursor ?? null, hasNextPage: rows.length > first } };
}
