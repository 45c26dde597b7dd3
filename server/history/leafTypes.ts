/**
 * What the history can say: each type of entry and the fields of its body. One table for the compiler, for the
 * server that writes and for the verifier that reads; README.md tells what each means.
 * No field holds a name or free text: persons appear as salted hashes, texts as their SHA-256.
 */
import { isJsonObject } from './canonical.js';
import { isInstant } from './instant.js';

interface Kinds {
  /** An id, slug, option or keyword: short, no control characters. */
  word: string;
  wordOrNull: string | null;
  /** How a ballot is marked: a word, or a longer line where it names many candidates. */
  marks: string;
  /** Lower-case hex SHA-256. */
  digest: string;
  /** The same, or no such field at all: entries from before the field was thought of stay what they are. */
  digestIfAny: string | undefined;
  digestOrNull: string | null;
  instant: string;
  flag: boolean;
  whole: number;
  /** Whole numbers by word: by body, or by option. */
  counts: Readonly<Record<string, number>>;
  countsOrNull: Readonly<Record<string, number>> | null;
}
type Kind = keyof Kinds;

export const LEAF_TYPES = {
  'roll.freeze': { poll: 'word', counts: 'counts', commitment: 'digest' },
  'ballot.open': {
    poll: 'word',
    parent: 'wordOrNull',
    voting: 'word',
    secret: 'flag',
    opensAt: 'instant',
    closesAt: 'instant',
    ruleHash: 'digest',
    lot: 'digestIfAny',
  },
  vote: {
    ballot: 'word',
    id: 'word',
    voter: 'digest',
    group: 'word',
    choice: 'marks',
    weight: 'whole',
    prev: 'wordOrNull',
  },
  'ballot.cast': { poll: 'word', code: 'digest', prev: 'digestOrNull' },
  'ballot.close': { poll: 'word', ballots: 'whole' },
  'tellers.count': { poll: 'word', body: 'word', tally: 'counts', entitled: 'whole' },
  'papers.count': { poll: 'word', batch: 'whole', papers: 'whole', digest: 'digest' },
  result: { poll: 'word', proposal: 'wordOrNull', outcome: 'word', decisionHash: 'digest' },
  correction: {
    poll: 'wordOrNull',
    action: 'word',
    subject: 'wordOrNull',
    counts: 'countsOrNull',
    commitment: 'digestOrNull',
    digest: 'digest',
  },
  deed: { name: 'word', subject: 'wordOrNull', actor: 'digestOrNull', digest: 'digest' },
} as const satisfies Record<string, Record<string, Kind>>;

export type LeafType = keyof typeof LEAF_TYPES;
type Spec<T extends LeafType> = (typeof LEAF_TYPES)[T];
type IfAny<T extends LeafType> = { [F in keyof Spec<T>]: Spec<T>[F] extends 'digestIfAny' ? F : never }[keyof Spec<T>];
export type BodyOf<T extends LeafType> = {
  readonly [F in Exclude<keyof Spec<T>, IfAny<T>>]: Kinds[Spec<T>[F] & Kind];
} & { readonly [F in IfAny<T>]?: Kinds[Spec<T>[F] & Kind] };

const MAX_WORD = 200;
const MAX_MARKS = 1000;

const accepts: { readonly [K in Kind]: (value: unknown) => boolean } = {
  word: isWord,
  wordOrNull: orNull(isWord),
  marks: (value) => isLine(value, MAX_MARKS),
  digest: isDigest,
  digestIfAny: (value) => value === undefined || isDigest(value),
  digestOrNull: orNull(isDigest),
  instant: isInstant,
  flag: (value) => typeof value === 'boolean',
  whole: isWhole,
  counts: isCounts,
  countsOrNull: orNull(isCounts),
};

export function isLeafType(value: unknown): value is LeafType {
  return typeof value === 'string' && Object.hasOwn(LEAF_TYPES, value);
}

/** The sentence that says what is wrong with a body of this type, or null when nothing is. */
export function bodyFault(type: LeafType, body: unknown): string | null {
  if (!isJsonObject(body)) return `the body of ${type} is not an object`;
  const spec: Readonly<Record<string, Kind>> = LEAF_TYPES[type];
  const stray = Object.keys(body).find((field) => !Object.hasOwn(spec, field));
  if (stray !== undefined) return `${type} has no field "${stray}"`;
  for (const [field, kind] of Object.entries(spec)) {
    if (!accepts[kind](body[field])) return `${type}.${field} is not a ${kind}`;
  }
  return null;
}

export function isDigest(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
}

function isWord(value: unknown): boolean {
  return isLine(value, MAX_WORD);
}

function isLine(value: unknown, atMost: number): boolean {
  return typeof value === 'string' && value !== '' && value.length <= atMost && !/\p{Cc}/u.test(value);
}

function isWhole(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isCounts(value: unknown): boolean {
  return isJsonObject(value) && Object.entries(value).every(([word, n]) => isWord(word) && isWhole(n));
}

function orNull(test: (value: unknown) => boolean): (value: unknown) => boolean {
  return (value) => value === null || test(value);
}
