/**
 * How a person, a ballot, a roll, a rule and a decision stand in the history without being told: as digests that
 * can be recomputed by whoever is shown the thing itself. Erasing a salt makes its hash nobody's.
 */
import { canonicalBytes, isJsonObject, type Json, type JsonObject } from './canonical.js';
import { fromDecimal, sha256Hex } from './hash.js';
import { isDigest } from './leafTypes.js';
import { Malformed } from './malformed.js';

const VOTER_TAG = 'fed-voter-v1';
const SALT_SIZE = 16;

/** Who cast an open ballot: SHA-256("fed-voter-v1" || 00 || salt || member id). */
export function voterHash(salt: Uint8Array, memberId: string): string {
  if (salt.length !== SALT_SIZE) throw new Malformed(`a voter's salt has ${SALT_SIZE} bytes`);
  return sha256Hex(VOTER_TAG, Uint8Array.of(0), salt, memberId);
}

/** What a confidential ballot shows of itself: SHA-256(nonce || poll id || choice); its voter keeps the nonce. */
export function ballotCode(nonce: Uint8Array, pollId: string, choice: string): string {
  if (nonce.length !== SALT_SIZE) throw new Malformed(`a ballot's nonce has ${SALT_SIZE} bytes`);
  return sha256Hex(nonce, pollId, choice);
}

/** One line of a frozen roll: who may vote, counted in which body, with what weight. */
export interface RollLine {
  readonly voter: string;
  readonly group: string;
  readonly weight: number;
}

/** The roll as a text of sorted lines `voter group weight`; its plain SHA-256 is the commitment (`sha256sum` finds the same). */
export function rollText(lines: readonly RollLine[]): string {
  return lines
    .map(({ voter, group, weight }) => `${voter} ${group} ${weight}\n`)
    .sort()
    .join('');
}

export function rollCommitment(lines: readonly RollLine[]): string {
  return sha256Hex(rollText(lines));
}

export function parseRoll(text: string): RollLine[] {
  const lines = text.split('\n').slice(0, -1).map(parseRollLine);
  if (rollText(lines) !== text) throw new Malformed('a roll is sorted lines of the form "voter group weight"');
  if (new Set(lines.map((line) => line.voter)).size !== lines.length)
    throw new Malformed('a voter stands twice on the roll');
  return lines;
}

function parseRollLine(line: string): RollLine {
  const [voter, group, weight, ...rest] = line.split(' ');
  if (!isDigest(voter) || !group || weight === undefined || rest.length > 0) {
    throw new Malformed(`"${line}" is not a line of a roll: expected "voter group weight"`);
  }
  return { voter, group, weight: fromDecimal(weight) };
}

/** What a roll entitles each body to: the sum of its weights, which is its number of voters where each weighs 1. */
export function rollCounts(lines: readonly RollLine[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const { group, weight } of lines) counts.set(group, (counts.get(group) ?? 0) + weight);
  return Object.fromEntries(counts);
}

/** The decision file, fixed when a result is certified: the plain SHA-256 of its text, as `sha256sum` finds it. */
export function decisionHash(decisionText: string): string {
  return sha256Hex(decisionText);
}

/**
 * The rule, fixed when a poll opens: the options, the rule, and each body's own rule where it has one, at any
 * depth. Weights, entitlements and tallies stay out, because they come from the roll and the ballots.
 */
export function ruleHash(decision: JsonObject): string {
  const { options = null, rule = null } = decision;
  return sha256Hex(canonicalBytes({ options, rule, own: ownRules(decision.bodies) }));
}

function ownRules(bodies: Json | undefined): Record<string, Json> {
  const own: Record<string, Json> = {};
  for (const body of Array.isArray(bodies) ? (bodies as readonly Json[]) : []) {
    if (!isJsonObject(body)) continue;
    if (body.rule !== undefined && body.rule !== null) own[String(body.name)] = body.rule;
    Object.assign(own, ownRules(body.bodies), toldRules(body.together));
  }
  return own;
}

/** Bodies whose ballots are published in common keep their rules beside their names. */
function toldRules(together: Json | undefined): Record<string, Json> {
  const told = Array.isArray(together) ? (together as readonly Json[]).filter(isJsonObject) : [];
  return Object.assign({}, ...told.map(({ rules }) => (isJsonObject(rules) ? rules : {}))) as Record<string, Json>;
}

/** The seed of a lot as it stands in the history before anybody votes: its plain SHA-256. */
export const lotCommitment = (seed: Uint8Array): string => sha256Hex(seed);

/** Places of candidates in the order that a lot gives: by SHA-256(seed || id), the least first. Numbers are from 1. */
export function lotOrder(seed: Uint8Array, ids: readonly string[]): number[] {
  return ids
    .map((id, at) => ({ number: at + 1, drawn: sha256Hex(seed, id) }))
    .sort((a, b) => (a.drawn < b.drawn ? -1 : 1))
    .map(({ number }) => number);
}

/** What decides an election, fixed when its vote opens: candidates in the order of the paper, method, places and the rest. */
export function questionHash(question: JsonObject): string {
  const { title, method, seats, candidates, reopen, constraints, quorum, alternatesKept } = question;
  const fixed = { title, method, seats, candidates, reopen, constraints, quorum, alternatesKept };
  return sha256Hex(canonicalBytes(fixed as JsonObject));
}
