/** The roll of a poll: its published lines, where they may be published, are the ones that were frozen. */
import { FILES } from './bundle.js';
import { parseRoll, rollCounts, type RollLine } from './commitments.js';
import type { DecidedPoll } from './decidedPoll.js';
import { sha256Hex } from './hash.js';
import type { FrozenRoll } from './pollRecord.js';

/** The lines by voter; null for a confidential poll whose roll is not published. */
export function checkedRoll(
  { bundle, records }: Pick<DecidedPoll, 'bundle' | 'records'>,
  poll: string,
  frozen: FrozenRoll,
): Map<string, RollLine> | null {
  const text = bundle.get(FILES.roll(poll));
  if (text === undefined) {
    if (records.get(poll)!.votes.size > 0)
      throw new Error(`the bundle has no ${FILES.roll(poll)}, and the poll is open`);
    return null;
  }
  if (sha256Hex(text) !== frozen.commitment) throw new Error(`${FILES.roll(poll)} is not the roll that was frozen`);
  const lines = parseRoll(text);
  const counts = new Map(Object.entries(rollCounts(lines)));
  for (const [body, n] of Object.entries(frozen.counts)) {
    if ((counts.get(body) ?? 0) !== n)
      throw new Error(`${FILES.roll(poll)} has ${counts.get(body) ?? 0} for ${body}, frozen were ${n}`);
    counts.delete(body);
  }
  const [stray] = counts.keys();
  if (stray !== undefined) throw new Error(`${FILES.roll(poll)} has ${stray}, which the frozen counts have not`);
  return new Map(lines.map((line) => [line.voter, line]));
}
