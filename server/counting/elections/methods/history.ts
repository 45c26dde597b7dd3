/**
 * What candidates stood with at the end of every stage, kept as two orders: after each stage an order is refined by the
 * votes, so that comparing two places in it is comparing two candidates stage by stage.
 */
export class History {
  /** A higher number for more votes at the latest stage that tells two apart; one number for those equal throughout. */
  byLatest: Int32Array;
  /** The same by the earliest stage that tells them apart. */
  byEarliest: Int32Array;
  /** Candidates as last sorted, since from stage to stage few change places. */
  private readonly latest: number[];
  private readonly earliest: number[];

  constructor(candidates: number) {
    this.byLatest = new Int32Array(candidates);
    this.byEarliest = new Int32Array(candidates);
    this.latest = Array.from({ length: candidates }, (_, candidate) => candidate);
    this.earliest = [...this.latest];
  }

  note(votes: readonly number[]): void {
    const { byLatest, byEarliest } = this;
    this.byLatest = placed(this.latest, (a, b) => votes[a]! - votes[b]! || byLatest[a]! - byLatest[b]!);
    this.byEarliest = placed(this.earliest, (a, b) => byEarliest[a]! - byEarliest[b]! || votes[a]! - votes[b]!);
  }
}

/** Sorts candidates, the lowest first, and tells the place of each, equals at one place. */
function placed(candidates: number[], compare: (a: number, b: number) => number): Int32Array {
  candidates.sort(compare);
  const places = new Int32Array(candidates.length);
  for (let at = 1; at < candidates.length; at++) {
    const [before, candidate] = [candidates[at - 1]!, candidates[at]!];
    places[candidate] = places[before]! + (compare(before, candidate) < 0 ? 1 : 0);
  }
  return places;
}
