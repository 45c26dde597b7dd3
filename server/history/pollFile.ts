/**
 * What is published of one decided poll besides the log: where each figure of its decision file comes from, and
 * the result as certified. The decision file itself and the rolls stand beside it as plain texts of their own, so
 * that `sha256sum` finds the digests that stand in the log.
 */
import { isJsonObject, type Json, type JsonObject } from './canonical.js';
import { Malformed } from './malformed.js';

/**
 * The voters of one body (by slug) in one poll of the roll-up, and where the decision file counts them: the names
 * from the top of its tree down. Small bodies that were pooled share one place.
 */
export interface Source {
  readonly poll: string;
  readonly body: string;
  readonly place: readonly string[];
}
export interface PollFile {
  readonly poll: string;
  readonly proposal: string | null;
  readonly sources: readonly Source[];
  readonly result: JsonObject & { readonly outcome: string };
}
/** A body of the decision file that has voters of its own. */
export interface DecisionBody {
  readonly place: string;
  readonly entitled: number | null;
  readonly tally: Readonly<Record<string, number>>;
  /** The file gives no tally at all, not even an empty one. */
  readonly withheld: boolean;
}

export function pollFileText(file: PollFile): string {
  return `${JSON.stringify(file, null, 2)}\n`;
}

export function parsePollFile(text: string): PollFile {
  const file = parseObject(text, 'a poll file');
  const { poll, proposal, sources, result } = file;
  if (typeof poll !== 'string' || (typeof proposal !== 'string' && proposal !== null)) {
    throw new Malformed('a poll file names its poll and its proposal (or null)');
  }
  if (!isJsonObject(result) || typeof result.outcome !== 'string')
    throw new Malformed('a poll file has result.outcome');
  if (!Array.isArray(sources) || !sources.every(isSource)) {
    throw new Malformed('a poll file has sources, each with poll, body and place');
  }
  return { poll, proposal, sources: sources as Source[], result: { ...result, outcome: result.outcome } };
}

export function parseObject(text: string, what: string): JsonObject {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Malformed(`${what} is not JSON`);
  }
  if (!isJsonObject(value)) throw new Malformed(`${what} is not a JSON object`);
  return value;
}

/** The bodies at the bottom of a decision file's tree, where persons voted. */
export function decisionBodies(decision: JsonObject, above: readonly string[] = []): DecisionBody[] {
  return listed(decision.bodies).flatMap((body) => {
    const { name, entitled = null, tally } = body;
    if (typeof name !== 'string') throw new Malformed('a body of the decision file has a name');
    const path = [...above, name];
    if (listed(body.bodies).length > 0) return decisionBodies(body, path);
    const place = placeKey(path);
    if (entitled !== null && !Number.isSafeInteger(entitled))
      throw new Malformed(`${place}: entitled is not a whole number`);
    return [
      { place, entitled: entitled as number | null, tally: readTally(tally ?? {}, place), withheld: tally == null },
    ];
  });
}

/** A place in the decision file as one text, for comparing and for telling. */
export function placeKey(path: readonly string[]): string {
  return path.join(' / ');
}

export function decisionOptions(decision: JsonObject): string[] {
  const { options } = decision;
  if (!Array.isArray(options)) throw new Malformed('a decision file has a list of options');
  return options.map(String);
}

function readTally(tally: Json, place: string): Record<string, number> {
  const counts = isJsonObject(tally) ? Object.values(tally) : [null];
  if (!counts.every((n) => Number.isSafeInteger(n) && (n as number) >= 0)) {
    throw new Malformed(`the tally of ${place} is not a set of whole numbers by option`);
  }
  return tally as Record<string, number>;
}

function listed(bodies: Json | undefined): JsonObject[] {
  return Array.isArray(bodies) ? (bodies as readonly Json[]).filter(isJsonObject) : [];
}

function isSource(value: unknown): boolean {
  if (!isJsonObject(value) || !Array.isArray(value.place)) return false;
  return [value.poll, value.body, ...value.place].every((word) => typeof word === 'string');
}
