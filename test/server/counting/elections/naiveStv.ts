/**
 * The transferable vote a second time, from the words of the rules: papers one by one, whole numbers without limit, votes
 * added up anew at every stage, and constraints by writing down every choice of candidates that meets them. Slow and plain;
 * it shares nothing with the engine but the shape of what goes in.
 */
import type { Constraint } from '../../../../server/counting/elections/index.js';
import type { Paper } from './ballots.js';

export interface Contested {
  candidates: number;
  papers: readonly Paper[];
  seats: number;
  lot: readonly number[];
  withdrawn?: readonly number[];
  reopen?: number | null;
  constraints?: readonly Constraint[];
}

export interface NaiveStage {
  votes: bigint[];
  exhausted: bigint;
  truncated: bigint;
  quota: bigint;
  elected: number[];
  excluded: number[];
}

export interface NaiveCount {
  stages: NaiveStage[];
  elected: { candidate: number; stage: number }[];
  alternates: number[];
  vacant: number;
}

export class NoChoice extends Error {}

const sum = (units: readonly bigint[]) => units.reduce((a, b) => a + b, 0n);
const most = (units: readonly bigint[]) => units.reduce((a, b) => (a > b ? a : b));
const all = (candidates: number) => Array.from({ length: candidates }, (_, candidate) => candidate);

/** Whom a paper names in order: to the first rank of several, and to the first empty rank unless those are passed over. */
export function preferences({ ranks }: Paper, withdrawn: readonly number[], passGaps: boolean): number[] {
  const order: number[] = [];
  for (const rank of ranks) {
    const left = rank.filter((candidate) => !withdrawn.includes(candidate));
    if (rank.length === 0 && !passGaps) break;
    if (left.length > 1) break;
    order.push(...left);
  }
  return order;
}

/** Every choice of `places` among those standing that meets the constraints; re-opening nominations may be chosen often. */
function choices(
  contested: Contested,
  chosen: readonly number[],
  standing: readonly number[],
  places: number,
): number[][] {
  const { reopen = null, constraints = [] } = contested;
  const again = reopen !== null && standing.includes(reopen);
  const persons = standing.filter((candidate) => candidate !== reopen);
  const size = again ? places : Math.min(places, persons.length);
  const subsets = persons.reduce<number[][]>((some, one) => [...some, ...some.map((set) => [...set, one])], [[]]);
  return subsets
    .filter((set) => (again ? set.length <= size : set.length === size))
    .map((set) => [...set, ...new Array<number>(size - set.length).fill(reopen!)])
    .filter((set) =>
      constraints.every(({ members, atLeast, atMost }) => {
        const from = [...chosen, ...set].filter((candidate) => members.includes(candidate)).length;
        return from >= atLeast && (atMost === null || from <= atMost);
      }),
    );
}

class Race {
  standing: number[];
  vacant = 0;
  stages: NaiveStage[] = [];
  elected: NaiveCount['elected'] = [];
  excluded: number[][] = [];
  /** What each stood with at the end of every stage. */
  history: bigint[][] = [];
  doomed: number[] = [];
  guarded: number[] = [];

  constructor(readonly contested: Contested) {
    this.standing = all(contested.candidates).filter((candidate) => !contested.withdrawn?.includes(candidate));
    this.judge();
  }

  get places() {
    return this.contested.seats - this.elected.length - this.vacant;
  }

  get done() {
    return this.places === 0 || this.standing.length === 0;
  }

  get isSure() {
    const { reopen } = this.contested;
    return reopen != null && this.standing.includes(reopen)
      ? this.standing.length === 1
      : this.standing.length <= this.places;
  }

  free(votes: readonly bigint[], quota: bigint) {
    return votes.map((held, candidate) =>
      candidate === this.contested.reopen ? held - BigInt(this.vacant) * quota : held,
    );
  }

  judge() {
    const { reopen = null, constraints = [] } = this.contested;
    if (constraints.length === 0) return;
    const chosen = this.elected.map(({ candidate }) => candidate);
    const ways = choices(this.contested, chosen, this.standing, this.places);
    if (ways.length === 0) throw new NoChoice();
    this.doomed = this.standing.filter((candidate) => !ways.some((way) => way.includes(candidate)));
    this.guarded = this.standing.filter((candidate) =>
      candidate === reopen
        ? choices(
            this.contested,
            chosen,
            this.standing.filter((one) => one !== reopen),
            this.places,
          ).length === 0
        : ways.every((way) => way.includes(candidate)),
    );
  }

  /** One of those with most (or fewest) votes, by the stages given in the order in which they are asked, then by the lot. */
  pick(among: readonly number[], votes: readonly bigint[], end: 'most' | 'fewest', stages: bigint[][], margin = 0n) {
    const worth = (units: bigint) => (end === 'most' ? units : -units);
    const best = most(among.map((candidate) => worth(votes[candidate]!)));
    let equal = among.filter((candidate) => best - worth(votes[candidate]!) <= margin);
    for (const stage of stages) {
      const top = most(equal.map((candidate) => worth(stage[candidate]!)));
      equal = equal.filter((candidate) => worth(stage[candidate]!) === top);
    }
    const drawn = this.contested.lot.filter((candidate) => equal.includes(candidate));
    return end === 'most' ? drawn[0]! : drawn.at(-1)!;
  }

  get latestFirst() {
    return this.history.toReversed();
  }

  lowest(votes: readonly bigint[], quota: bigint, margin = 0n) {
    const may = this.standing.filter((candidate) => !this.guarded.includes(candidate));
    return this.pick(may, this.free(votes, quota), 'fewest', this.latestFirst, margin);
  }

  exclude(candidates: number[]) {
    this.standing = this.standing.filter((candidate) => !candidates.includes(candidate));
    this.excluded.push(candidates);
    this.judge();
  }

  reached(votes: readonly bigint[], quota: bigint) {
    const free = this.free(votes, quota);
    return this.standing.filter((candidate) => free[candidate]! >= quota && !this.doomed.includes(candidate));
  }

  end(stage: Omit<NaiveStage, 'elected'>) {
    const { votes, quota } = stage;
    const electedNow: number[] = [];
    const elect = (candidate: number) => {
      electedNow.push(candidate);
      if (candidate === this.contested.reopen) this.vacant += 1;
      else {
        this.elected.push({ candidate, stage: this.stages.length + 1 });
        this.standing = this.standing.filter((one) => one !== candidate);
      }
      this.judge();
    };
    const asked = this.contested.constraints?.length ? this.latestFirst : this.history;
    while (this.places > 0 && this.reached(votes, quota).length > 0) {
      elect(this.pick(this.reached(votes, quota), this.free(votes, quota), 'most', asked));
    }
    if (this.isSure) {
      while (!this.done) elect(this.pick(this.standing, this.free(votes, quota), 'most', this.history));
    }
    this.stages.push({ ...stage, elected: electedNow });
    this.history.push(this.free(votes, quota));
  }

  result(): NaiveCount {
    const alternates: number[] = [];
    for (const group of [this.standing, ...this.excluded.toReversed()]) {
      let left = group.filter((candidate) => candidate !== this.contested.reopen);
      const [last, ...before] = this.latestFirst;
      while (left.length > 0) {
        const next = this.pick(left, last!, 'most', before);
        alternates.push(next);
        left = left.filter((candidate) => candidate !== next);
      }
    }
    const { stages, elected, vacant } = this;
    return { stages, elected, vacant, alternates: vacant > 0 ? [] : alternates };
  }
}

interface Held {
  weight: bigint;
  order: number[];
  value: bigint;
  holder: number | null;
}

export function scottishNaively(contested: Contested): NaiveCount {
  const race = new Race(contested);
  const full: bigint = 100_000n;
  const papers: Held[] = contested.papers
    .map((paper) => ({
      weight: BigInt(paper.weight),
      order: preferences(paper, contested.withdrawn ?? [], false),
      value: full,
      holder: null,
    }))
    .filter(({ order }) => order.length > 0);
  const cast = sum(papers.map(({ weight }) => weight));
  const quota = (cast / BigInt(contested.seats + 1) + 1n) * full;
  const kept = all(contested.candidates).map(() => 0n);

  const worth = ({ weight, value }: Held) => weight * value;
  const votes = () =>
    kept.map((quotas, candidate) => quotas + sum(papers.filter(({ holder }) => holder === candidate).map(worth)));
  const goOn = (paper: Held) => {
    paper.holder = paper.order.find((candidate) => race.standing.includes(candidate)) ?? null;
  };
  const end = (excluded: number[]) => {
    const exhausted = sum(papers.filter(({ holder }) => holder === null).map(worth));
    const held = votes();
    race.end({ votes: held, exhausted, truncated: cast * full - exhausted - sum(held), quota, excluded });
  };
  const passOn = (candidate: number, keep: bigint) => {
    const held = votes()[candidate]!;
    for (const paper of papers.filter(({ holder }) => holder === candidate)) {
      if (keep > 0n) paper.value = (paper.value * (held - keep)) / held;
      goOn(paper);
    }
    kept[candidate] = keep;
  };

  papers.forEach(goOn);
  end([]);
  while (!race.done) {
    const waiting = race.elected.map(({ candidate }) => candidate).filter((one) => votes()[one]! > quota);
    if (race.doomed.length === 0 && waiting.length > 0) {
      passOn(race.pick(waiting, votes(), 'most', race.latestFirst), quota);
      end([]);
      continue;
    }
    const out = race.doomed.length > 0 ? race.doomed : [race.lowest(votes(), quota)];
    race.exclude(out);
    for (const candidate of out) passOn(candidate, candidate === contested.reopen ? BigInt(race.vacant) * quota : 0n);
    end(out);
  }
  return race.result();
}

export function irvNaively(contested: Contested): NaiveCount {
  const race = new Race(contested);
  const papers = contested.papers.map((paper) => ({
    weight: BigInt(paper.weight),
    order: preferences(paper, contested.withdrawn ?? [], false),
  }));
  const cast = sum(papers.filter(({ order }) => order.length > 0).map(({ weight }) => weight));
  const votes = () =>
    all(contested.candidates).map((candidate) =>
      sum(
        papers
          .filter(({ order }) => order.find((one) => race.standing.includes(one)) === candidate)
          .map(({ weight }) => weight),
      ),
    );
  const end = (excluded: number[]) => {
    const held = votes();
    race.end({ votes: held, exhausted: cast - sum(held), truncated: 0n, quota: sum(held) / 2n + 1n, excluded });
  };
  end([]);
  while (!race.done) {
    const out = race.doomed.length > 0 ? race.doomed : [race.lowest(votes(), sum(votes()) / 2n + 1n)];
    race.exclude(out);
    end(out);
  }
  return race.result();
}

/** Every division rounded up. */
const over = (top: bigint, bottom: bigint) => (top + bottom - 1n) / bottom;

export function meekNaively(contested: Contested): NaiveCount {
  const race = new Race(contested);
  const whole: bigint = 1_000_000_000n;
  const papers = contested.papers
    .map((paper) => ({
      weight: BigInt(paper.weight),
      order: [...new Set(preferences(paper, contested.withdrawn ?? [], true))],
    }))
    .filter(({ order }) => order.length > 0);
  const cast = sum(papers.map(({ weight }) => weight)) * whole;
  const keep = all(contested.candidates).map((candidate) => (race.standing.includes(candidate) ? whole : 0n));

  const distribute = () => {
    const votes = keep.map(() => 0n);
    for (const { weight, order } of papers) {
      let left = whole;
      for (const candidate of order) {
        const given = over(left * keep[candidate]!, whole);
        votes[candidate]! += weight * given;
        left -= given;
      }
    }
    return { votes, quota: sum(votes) / BigInt(contested.seats + 1) + 1n };
  };
  const end = ({ votes, quota }: ReturnType<typeof distribute>, excluded: number[]) =>
    race.end({ votes, quota, exhausted: cast - sum(votes), truncated: 0n, excluded });
  const wonBy = (candidate: number) =>
    BigInt(
      candidate === contested.reopen ? race.vacant : race.elected.filter((one) => one.candidate === candidate).length,
    );
  const exclude = (out: number[]) => {
    race.exclude(out);
    for (const candidate of out) if (wonBy(candidate) === 0n) keep[candidate] = 0n;
  };

  while (!race.done) {
    if (race.doomed.length > 0) {
      const out = race.doomed;
      exclude(out);
      end(distribute(), out);
      continue;
    }
    let before: bigint | null = null;
    for (;;) {
      const now = distribute();
      const { votes, quota } = now;
      if (race.isSure || race.reached(votes, quota).length > 0) {
        end(now, []);
        break;
      }
      const winners = all(contested.candidates).filter((one) => !race.standing.includes(one) && wonBy(one) > 0n);
      const above = sum(winners.map((candidate) => votes[candidate]! - wonBy(candidate) * quota));
      const surplus = above < 0n ? 0n : above;
      if (surplus < 1000n || (before !== null && surplus >= before)) {
        const out = race.lowest(votes, quota, surplus);
        exclude([out]);
        end(now, [out]);
        break;
      }
      for (const candidate of winners) {
        keep[candidate] = over(over(keep[candidate]! * wonBy(candidate) * quota, whole) * whole, votes[candidate]!);
      }
      before = surplus;
    }
  }
  return race.result();
}
