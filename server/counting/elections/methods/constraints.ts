/**
 * Elections in which so many of the elected must, or so many at most may, be from a group. The method is that of I. D. Hill,
 * "STV with constraints" (Voting matters 9, 1998): whenever somebody is elected or excluded, look at every way in which the
 * places left could still be filled within the constraints. Who is in none of them is doomed, and excluded at once, so that
 * their voters' next preferences count; who is in all of them is guarded, and never excluded. Candidates who belong to the
 * same groups share their fate, so ways are told apart only by how many each kind of candidate gives.
 */
import type { Constraint } from '../election.js';

export interface Fate {
  doomed: Set<number>;
  guarded: Set<number>;
}

/** What the constraints are asked about: who is elected, who still stands, and how many places are left for them. */
export interface Situation {
  elected: readonly number[];
  standing: readonly number[];
  places: number;
  /** Re-opening nominations, while it stands: outside every group, and able to take any number of places. */
  reopen: number | null;
}

/** Candidates of the same groups; `least` to `most` of them are to be elected. */
interface Kind {
  members: number[];
  groups: number[];
  least: number;
  most: number;
}

/** Null where no way of filling the places is within the constraints. */
export function fateOf(constraints: readonly Constraint[], situation: Situation): Fate | null {
  const kinds = kindsOf(constraints, situation);
  if (!isPossible(constraints, situation, kinds)) return null;
  const fate: Fate = { doomed: new Set(), guarded: new Set() };
  for (const kind of kinds) {
    const with_ = (asked: Partial<Kind>) => kinds.map((other) => (other === kind ? { ...kind, ...asked } : other));
    const reopening = kind.members[0] === situation.reopen;
    const chosen = isPossible(constraints, situation, with_({ least: 1 }));
    const spared = reopening
      ? isPossible(constraints, ...withoutReopening(constraints, situation))
      : isPossible(constraints, situation, with_({ most: kind.most - 1 }));
    if (!chosen) kind.members.forEach((candidate) => fate.doomed.add(candidate));
    if (!spared) kind.members.forEach((candidate) => fate.guarded.add(candidate));
  }
  return fate;
}

/** Without it, places for which nobody stands need not be filled. */
function withoutReopening(constraints: readonly Constraint[], situation: Situation): [Situation, Kind[]] {
  const standing = situation.standing.filter((candidate) => candidate !== situation.reopen);
  const rest = { ...situation, standing, reopen: null };
  return [rest, kindsOf(constraints, rest)];
}

function kindsOf(constraints: readonly Constraint[], { standing, places, reopen }: Situation): Kind[] {
  const kinds = new Map<string, Kind>();
  for (const candidate of standing) {
    const groups = constraints.flatMap(({ members }, at) => (members.includes(candidate) ? [at] : []));
    const name = candidate === reopen ? 'reopen' : groups.join();
    const kind = kinds.get(name) ?? { members: [], groups, least: 0, most: 0 };
    kind.members.push(candidate);
    kind.most = candidate === reopen ? places : kind.members.length;
    kinds.set(name, kind);
  }
  return [...kinds.values()];
}

/** Whether the places left can be filled, from so many of each kind, so that all constraints hold. */
function isPossible(constraints: readonly Constraint[], situation: Situation, kinds: readonly Kind[]): boolean {
  const { elected, standing, places, reopen } = situation;
  const toFill = reopen === null ? Math.min(places, standing.length) : places;
  const already = constraints.map(({ members }) => elected.filter((candidate) => members.includes(candidate)).length);
  const deadEnds = new Set<string>();

  const fill = (at: number, left: number, counts: readonly number[]): boolean => {
    const kind = kinds[at];
    if (!kind) return left === 0 && constraints.every(({ atLeast }, group) => counts[group]! >= atLeast);
    const here = [at, left, ...counts].join();
    if (deadEnds.has(here)) return false;
    for (let take = Math.min(kind.most, left); take >= kind.least; take--) {
      const next = counts.map((count, group) => (kind.groups.includes(group) ? count + take : count));
      const within = constraints.every(({ atMost }, group) => atMost === null || next[group]! <= atMost);
      if (within && fill(at + 1, left - take, next)) return true;
    }
    deadEnds.add(here);
    return false;
  };
  return fill(0, toFill, already);
}
