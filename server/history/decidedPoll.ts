/** A decided poll laid open for its checks: what the bundle publishes of it beside what the history holds. */
import { FILES, fileOf, type Bundle } from './bundle.js';
import type { JsonObject } from './canonical.js';
import {
  decisionBodies,
  decisionOptions,
  parseObject,
  parsePollFile,
  type DecisionBody,
  type PollFile,
} from './pollFile.js';
import type { PollRecord } from './pollRecord.js';
import type { PollRecords } from './pollRecords.js';

export interface DecidedPoll {
  readonly bundle: Bundle;
  readonly file: PollFile;
  readonly decision: JsonObject;
  readonly bodies: readonly DecisionBody[];
  readonly options: readonly string[];
  /** Every poll of the roll-up, the decided one first. */
  readonly records: ReadonlyMap<string, PollRecord>;
}

export function openDecided(bundle: Bundle, polls: PollRecords, poll: string): DecidedPoll {
  const file = parsePollFile(fileOf(bundle, FILES.poll(poll)));
  if (file.poll !== poll) throw new Error(`${FILES.poll(poll)} is about another poll, ${file.poll}`);
  const decision = parseObject(fileOf(bundle, FILES.decision(poll)), FILES.decision(poll));
  const bodies = decisionBodies(decision);
  if (new Set(bodies.map((body) => body.place)).size !== bodies.length)
    throw new Error('two bodies stand in one place');
  const records = new Map<string, PollRecord>();
  for (const id of polls.rollUp(poll)) {
    const record = polls.get(id);
    if (record === undefined) throw new Error(`the history knows nothing of poll ${id}`);
    records.set(id, record);
  }
  return { bundle, file, decision, bodies, options: decisionOptions(decision), records };
}
