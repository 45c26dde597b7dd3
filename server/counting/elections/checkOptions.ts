/** What must hold of the options before papers are counted; each refusal is one sentence. */
import { type Ballots, CannotCount, type Constraint, type CountOptions } from './election.js';

export function checkOptions({ candidates }: Ballots, options: CountOptions): void {
  const { seats, withdrawn = [], lot, reopen, constraints = [] } = options;
  const isCandidate = (number: number) => Number.isInteger(number) && number >= 0 && number < candidates;
  if (!Number.isInteger(seats) || seats < 1) {
    throw new CannotCount('SEATS', 'There must be at least one place to fill.');
  }
  const named = [...withdrawn, ...(lot ?? []), ...constraints.flatMap(({ members }) => members)];
  if (!named.every(isCandidate) || (reopen != null && !isCandidate(reopen))) {
    throw new CannotCount('CANDIDATES', 'The options name a candidate who is not on the ballot paper.');
  }
  const gone = new Set(withdrawn);
  if (gone.size === candidates) throw new CannotCount('CANDIDATES', 'Nobody stands.');
  if (reopen != null && gone.has(reopen)) {
    throw new CannotCount('CANDIDATES', 'Re-opening nominations cannot withdraw.');
  }
  if (lot && new Set(lot).size < lot.length) {
    throw new CannotCount('LOT', 'The lot has a candidate twice.');
  }
  constraints.forEach(checkConstraint);
}

function checkConstraint({ name, atLeast, atMost }: Constraint): void {
  const whole = (number: number) => Number.isInteger(number) && number >= 0;
  if (!whole(atLeast) || (atMost !== null && (!whole(atMost) || atMost < atLeast))) {
    throw new CannotCount('CONSTRAINTS', `The bounds of the constraint “${name}” are not whole numbers in order.`);
  }
}
