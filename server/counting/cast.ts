/**
 * From a body's own tally to its votes in the body above. BLOC puts the whole weight on one side. SPLIT divides it as the
 * ballots were divided. A poll without quorum, or without ballots, casts nothing.
 */
import { type Division, largestRemainder } from './largestRemainder.js';
import { ABSTAIN, AGAINST, FOR, type Options, type Totals, leader, totals } from './tally.js';

export interface Verdict {
  readonly outcome: string;
  /** The body's own rule book asks more of a mandate than more FOR than AGAINST. */
  readonly asksMore: boolean;
}

/**
 * The side a whole body is on: FOR with more FOR than AGAINST, AGAINST with fewer, ABSTAIN with as many. Where the body's own
 * rule asks more, its verdict speaks: CARRIED is FOR, DEFEATED is AGAINST. In a choice it is the leading option, and ABSTAIN
 * where the lead is shared or fell short of the body's own threshold.
 */
export function sideOf(tally: Totals, options: Options, verdict: Verdict | null): string {
  if (!options.motion) return (verdict?.asksMore && verdict.outcome === 'DEFEATED' ? null : leader(tally)) ?? ABSTAIN;
  if (verdict?.asksMore) return verdict.outcome === 'CARRIED' ? FOR : AGAINST;
  const [inFavour, against] = [tally[FOR]!, tally[AGAINST]!];
  return inFavour > against ? FOR : inFavour < against ? AGAINST : ABSTAIN;
}

export function castBloc(side: string, weight: number, options: Options): Totals {
  return totals(options, (option) => (option === side ? weight : 0));
}

/** Equal remainders go to AGAINST, then ABSTAIN, then FOR: the status quo has the benefit. `tied` names those concerned. */
export function castSplit(tally: Totals, weight: number, options: Options): { cast: Totals; tied: string[] } {
  const order = options.whenEqual;
  const { parts, tied }: Division = largestRemainder(
    weight,
    order.map((option) => tally[option]!),
  );
  const cast = totals(options, (option) => parts[order.indexOf(option)]!);
  return { cast, tied: tied.map((position) => order[position]!) };
}
