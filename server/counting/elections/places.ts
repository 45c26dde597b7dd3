/**
 * Who takes the places where candidates stand in an order of merit: the end of every method without stages. Equals whom
 * neither the method's own rule nor a lot sets apart are all elected where there is room for them, and none of them is an
 * alternate; where a place turns on it, the lot is needed. Re-opening nominations goes before its equals, as what stays as
 * it is has the benefit of a tie, and once it takes a place it takes all that are left.
 */
import { type Count, type CountOptions, LotNeeded, type Tie } from './election.js';

/** Sets equals apart by the method's own rule, the best first. */
export type TieRule = (equals: readonly number[]) => readonly (readonly number[])[];

/** `order` holds those who stand, equals together, the best first. */
export function fillPlaces(
  order: readonly (readonly number[])[],
  options: CountOptions,
  tieRule: TieRule = (equals) => [equals],
): Places {
  const places = new Places(options);
  order.every((equals) => {
    const apart = equals.length > 1 ? tieRule(equals) : [equals];
    if (apart.length > 1) places.report(equals, 'RULE', apart[0]![0]!);
    return apart.every((rest) => places.give(rest));
  });
  return places;
}

export class Places implements Pick<Count, 'alternates' | 'reopened' | 'ties'> {
  readonly elected: number[] = [];
  readonly alternates: number[] = [];
  readonly ties: Tie[] = [];
  reopened = false;

  constructor(private readonly options: CountOptions) {}

  get free(): number {
    return Math.max(this.options.seats - this.elected.length, 0);
  }

  /**
   * Gives places to equals, as many as there are or to `all` of them, and makes alternates of the rest. False where the order
   * ends for everybody after them.
   */
  give(equals: readonly number[], all = false): boolean {
    const { lot, reopen } = this.options;
    if (reopen != null && equals.includes(reopen)) return this.reopen(equals, reopen);
    const inOrder = equals.length > 1 && lot ? drawn(lot, equals) : null;
    if (inOrder) this.report(equals, 'LOT', inOrder[0]!);
    else if (!all && equals.length > Math.max(this.free, 1)) {
      if (this.free > 0) throw new LotNeeded(1, equals);
      return false;
    }
    const chosen = (inOrder ?? equals).slice(0, all ? equals.length : this.free);
    this.elected.push(...chosen);
    this.alternates.push(...(inOrder ?? equals).slice(chosen.length));
    return true;
  }

  report(between: readonly number[], decidedBy: Tie['decidedBy'], pick: number): void {
    const what = this.free > 0 && this.free < between.length ? 'ELECTION' : 'ORDER';
    this.ties.push({ stage: 1, between: [...between], for: what, decidedBy, pick });
  }

  private reopen(equals: readonly number[], reopen: number): false {
    if (equals.length > 1) this.report(equals, 'RULE', reopen);
    this.reopened = this.free > 0;
    return false;
  }
}

/** Equals in the order in which they were drawn; null where the lot does not have them all. */
function drawn(lot: readonly number[], equals: readonly number[]): readonly number[] | null {
  const among = new Set(equals);
  const inOrder = lot.filter((candidate) => among.has(candidate));
  return inOrder.length === equals.length ? inOrder : null;
}
