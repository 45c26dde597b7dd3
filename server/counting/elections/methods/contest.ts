/**
 * Candidates as a count goes on, stage by stage: who still stands, who is elected, who is excluded, and how equals are told
 * apart. Shared by the methods that elect and exclude one after another; what moves between stages is theirs.
 *
 * Equals: the latest earlier stage at which they differ decides, and among those equal at every stage the lot. The rules are
 * silent about the order of two elected at one stage with equal votes: there the earliest stage at which they differ decides,
 * so first preferences before all, as the published counts have it.
 *
 * Re-opening nominations stands as a candidate, by the Model Ruling on RON and STV of the National Union of Students (UK).
 * When it reaches the quota it takes a place, which stays vacant; its surplus and whatever comes to it later belong to a
 * further "re-open nominations", which may take a further place or be excluded. As there is always a further one, nobody is
 * elected merely because nobody else is left while it stands.
 */
import {
  CannotCount,
  type Constraint,
  type Count,
  type CountOptions,
  LotNeeded,
  type Stage,
  type Tie,
} from '../election.js';
import { type Fate, fateOf } from './constraints.js';
import { History } from './history.js';

/** What a method knows at the end of a stage. */
type Told = Pick<Stage, 'act' | 'votes' | 'exhausted' | 'truncated' | 'transfers'> & { quota: number };

/** Every stage tells the votes of every candidate, and there may be as many stages as candidates. */
export const MOST_IN_STAGES = 2_000;

const HIGHEST = 1;
const LOWEST = -1;
type End = typeof HIGHEST | typeof LOWEST;

export class Contest {
  /** 1 where a candidate still stands: not elected, not excluded, not withdrawn. */
  readonly standing: Uint8Array;
  readonly elected: Count['elected'] = [];
  /** Places that re-opening nominations has taken. */
  private vacant = 0;
  private readonly stages: Stage[] = [];
  private readonly ties: Tie[] = [];
  private readonly excluded: (readonly number[])[] = [];
  private readonly constraints: readonly Constraint[];
  private fate: Fate = { doomed: new Set(), guarded: new Set() };
  /** What each stands with: votes, less a quota for each place taken by re-opening nominations. */
  private votes: number[];
  private readonly history: History;
  /** At which place the lot has a candidate. */
  private readonly lot: ReadonlyMap<number, number>;

  constructor(
    private readonly candidates: number,
    private readonly options: CountOptions,
  ) {
    if (candidates > MOST_IN_STAGES) {
      throw new CannotCount('CANDIDATES', `More than ${MOST_IN_STAGES} candidates cannot be counted in stages.`);
    }
    this.standing = new Uint8Array(candidates).fill(1);
    for (const candidate of options.withdrawn ?? []) this.standing[candidate] = 0;
    this.constraints = options.constraints ?? [];
    this.votes = new Array<number>(candidates).fill(0);
    this.history = new History(candidates);
    this.lot = new Map(options.lot?.map((candidate, place) => [candidate, place]));
    this.judge();
  }

  get places(): number {
    return this.options.seats - this.elected.length - this.vacant;
  }

  get over(): boolean {
    return this.places === 0 || !this.standing.includes(1);
  }

  get continuing(): number[] {
    const left: number[] = [];
    for (let candidate = 0; candidate < this.candidates; candidate++) {
      if (this.standing[candidate] === 1) left.push(candidate);
    }
    return left;
  }

  /** Nobody has to be passed over any more: no more are left than places, or nobody but re-opening nominations. */
  get unopposed(): boolean {
    const left = this.continuing;
    if (left.some((candidate) => this.isReopening(candidate))) return left.length === 1;
    return left.length <= this.places;
  }

  /** How many places a candidate has won. */
  placesOf(candidate: number): number {
    if (this.isReopening(candidate)) return this.vacant;
    return this.elected.some((one) => one.candidate === candidate) ? 1 : 0;
  }

  /** Those who can no longer be elected within the constraints. */
  get doomed(): number[] {
    return this.continuing.filter((candidate) => this.fate.doomed.has(candidate));
  }

  /** Ends a stage: who has reached the quota is elected, and all who are left where they are no more than the places. */
  close({ quota, ...told }: Told, excluded: readonly number[]): void {
    const stage: Stage = { number: this.stages.length + 1, ...told, quota, elected: [], excluded: [...excluded] };
    this.hold(told.votes, quota);
    this.electAll(stage, quota);
    this.electLast(stage);
    this.stages.push(stage);
    this.history.note(this.votes);
  }

  /** Takes note of the votes as they are now, while a stage is not yet ended. */
  hold(votes: readonly number[], quota: number): void {
    this.votes = [...votes];
    const { reopen = null } = this.options;
    if (reopen !== null) this.votes[reopen]! -= this.vacant * quota;
  }

  reaching(quota: number): number[] {
    return this.continuing.filter((candidate) => this.votes[candidate]! >= quota && !this.fate.doomed.has(candidate));
  }

  highest(candidates: readonly number[]): number {
    return this.choose(
      'SURPLUS',
      candidates.toSorted((a, b) => a - b),
      HIGHEST,
    );
  }

  /** The lowest of those who may be excluded; those no more than `margin` above are as low. */
  lowest(margin = 0): number {
    const free = this.continuing.filter((candidate) => !this.fate.guarded.has(candidate));
    return this.choose('EXCLUSION', free, LOWEST, margin);
  }

  exclude(candidates: readonly number[]): void {
    for (const candidate of candidates) this.standing[candidate] = 0;
    this.excluded.push(candidates);
    this.judge();
  }

  result(figures: Pick<Count, 'decimals' | 'valid' | 'blank' | 'quota'>): Count {
    return {
      ...figures,
      method: this.options.method,
      seats: this.options.seats,
      candidates: this.candidates,
      elected: this.elected,
      alternates: this.alternates(),
      reopened: this.vacant > 0,
      stages: this.stages,
      ties: this.ties,
      exhausted: this.stages.at(-1)!.exhausted,
      scores: null,
      pairwise: null,
      paths: null,
      consent: null,
    };
  }

  private electAll(stage: Stage, quota: number): void {
    const what = this.constraints.length > 0 ? 'ELECTION' : 'ORDER';
    for (let reached = this.reaching(quota); reached.length > 0 && this.places > 0; reached = this.reaching(quota)) {
      const candidate = this.choose(what, reached, HIGHEST);
      this.elect(stage, candidate);
      if (this.isReopening(candidate)) this.votes[candidate]! -= quota;
    }
  }

  private electLast(stage: Stage): void {
    if (!this.unopposed) return;
    for (let left = this.continuing; left.length > 0 && this.places > 0; left = this.continuing) {
      this.elect(stage, this.choose('ORDER', left, HIGHEST));
    }
  }

  private elect(stage: Stage, candidate: number): void {
    stage.elected.push(candidate);
    if (this.isReopening(candidate)) this.vacant += 1;
    else {
      this.elected.push({ candidate, stage: stage.number });
      this.standing[candidate] = 0;
    }
    this.judge();
  }

  private isReopening(candidate: number): boolean {
    return candidate === this.options.reopen;
  }

  /** Whom the constraints doom and guard from here on. */
  private judge(): void {
    if (this.constraints.length === 0) return;
    const fate = fateOf(this.constraints, {
      elected: this.elected.map(({ candidate }) => candidate),
      standing: this.continuing,
      places: this.places,
      reopen: this.continuing.find((candidate) => this.isReopening(candidate)) ?? null,
    });
    if (!fate) throw new CannotCount('CONSTRAINTS', 'No choice of these candidates meets all the constraints.');
    this.fate = fate;
  }

  private choose(what: Tie['for'], candidates: readonly number[], end: End, margin = 0): number {
    const between = furthest(candidates, (candidate) => end * this.votes[candidate]!, margin);
    if (between.length === 1) return between[0]!;
    const ranks = what === 'ORDER' ? this.history.byEarliest : this.history.byLatest;
    const equal = furthest(between, (candidate) => end * ranks[candidate]!);
    // In which order those are listed who are all elected decides nothing, so that no lot is asked for.
    if (equal.length > 1 && what === 'ORDER' && !this.hasDrawn(equal)) return equal[0]!;
    const pick = equal.length === 1 ? equal[0]! : this.drawn(equal, end);
    const decidedBy = equal.length === 1 ? 'HISTORY' : 'LOT';
    this.ties.push({ stage: this.stages.length + 1, between, for: what, decidedBy, pick });
    return pick;
  }

  /** The lot prefers the earlier: first to be elected or to pass on a surplus, last to be excluded. */
  private drawn(equal: readonly number[], end: End): number {
    if (!this.hasDrawn(equal)) throw new LotNeeded(this.stages.length + 1, equal);
    return furthest(equal, (candidate) => -end * this.lot.get(candidate)!)[0]!;
  }

  private hasDrawn(equal: readonly number[]): boolean {
    return equal.every((candidate) => this.lot.has(candidate));
  }

  /** Who was still standing, the highest first; then the excluded, the last first. */
  private alternates(): number[] {
    const alternates: number[] = [];
    const { byLatest } = this.history;
    if (this.vacant > 0) return alternates;
    for (const group of [this.continuing, ...this.excluded.toReversed()]) {
      const persons = group.filter((candidate) => !this.isReopening(candidate));
      const ranks = new Set(persons.map((candidate) => byLatest[candidate]));
      if (ranks.size < persons.length && !this.hasDrawn(persons)) return alternates;
      const drawn = (candidate: number) => this.lot.get(candidate) ?? 0;
      alternates.push(...persons.sort((a, b) => byLatest[b]! - byLatest[a]! || drawn(a) - drawn(b)));
    }
    return alternates;
  }
}

/** Those for whom the figure is the largest, or less than that by no more than the margin. */
function furthest(candidates: readonly number[], figure: (candidate: number) => number, margin = 0): number[] {
  const largest = Math.max(...candidates.map(figure));
  return candidates.filter((candidate) => largest - figure(candidate) <= margin);
}
