/**
 * The decision rule written a second time, from the law's own words and without looking for speed or for elegance, so that
 * random federations can be decided twice. It shares nothing with the engine but the shape of the file.
 */
import type { Body, DecisionFile, Requirement, Rule, Weight } from '../../../server/counting/index.js';

type Three = { FOR: bigint; AGAINST: bigint; ABSTAIN: bigint };
interface Said {
  members: Three;
  roll: bigint;
  votes: Three;
  outcome: 'CARRIED' | 'DEFEATED' | 'INQUORATE';
  weight: Three;
  bodies: Three;
}

const zero = (): Three => ({ FOR: 0n, AGAINST: 0n, ABSTAIN: 0n });
const plus = (a: Three, b: Three): Three => ({
  FOR: a.FOR + b.FOR,
  AGAINST: a.AGAINST + b.AGAINST,
  ABSTAIN: a.ABSTAIN + b.ABSTAIN,
});
const all = (t: Three) => t.FOR + t.AGAINST + t.ABSTAIN;

function passes(req: Requirement, t: Three, entitled: bigint): boolean {
  const [n, d] = req.fraction.split('/').map(BigInt) as [bigint, bigint];
  let base = t.FOR + t.AGAINST;
  if (req.base === 'PRESENT') base += t.ABSTAIN;
  if (req.base === 'ENTITLED') base = entitled;
  if (t.FOR === 0n) return false;
  return req.strict ? t.FOR * d > base * n : t.FOR * d >= base * n;
}

function atLeast(share: string | undefined, part: bigint, whole: bigint): boolean {
  const [n, d] = (share ?? '0/1').split('/').map(BigInt) as [bigint, bigint];
  return part * d >= whole * n;
}

export function members(body: Body): Three {
  if (body.bodies) return body.bodies.map(members).reduce(plus, zero());
  const { FOR = 0, AGAINST = 0, ABSTAIN = 0 } = body.tally!;
  return { FOR: BigInt(FOR), AGAINST: BigInt(AGAINST), ABSTAIN: BigInt(ABSTAIN) };
}

function roll(body: Body): bigint {
  if (!body.bodies) return BigInt(body.entitled!);
  return body.bodies.map(roll).reduce((a, b) => a + b, 0n);
}

function nearestRoot(n: bigint): bigint {
  let r = 0n;
  while (4n * n > (2n * r + 1n) ** 2n) r += 1n;
  return r;
}

function votesOf(weight: Weight, body: Body): bigint {
  const n = roll(body);
  if (weight.kind === 'EQUAL') return 1n;
  if (weight.kind === 'GIVEN') return BigInt(body.weight!);
  if (weight.kind === 'PER_CAPITA') return n;
  if (weight.kind === 'SQUARE_ROOT') return nearestRoot(n);
  if (weight.kind !== 'BANDS') throw new Error('not in the naive implementation');
  for (const [limit, votes] of weight.bands) if (limit === null || n <= BigInt(limit)) return BigInt(votes);
  throw new Error('no band');
}

/** Gives out one vote after another to whoever is owed most, the status quo first among equals. */
function divide(t: Three, weight: bigint): Three {
  const ballots = all(t);
  const given = zero();
  for (let left = weight; left > 0n; left -= 1n) {
    let best: keyof Three = 'AGAINST';
    for (const option of ['ABSTAIN', 'FOR'] as const) {
      if (weight * t[option] - ballots * given[option] > weight * t[best] - ballots * given[best]) best = option;
    }
    given[best] += 1n;
  }
  return given;
}

function moreThanSimple(rule: Rule): boolean {
  if (rule.bodies) return true;
  if (!rule.threshold) return false;
  const [n, d] = rule.threshold.fraction.split('/').map(Number) as [number, number];
  return rule.threshold.base === 'CAST' ? n / d > 0.5 : n > 0;
}

function sideOf(t: Three, own: Rule | null | undefined, outcome: string): keyof Three {
  if (own && moreThanSimple(own)) return outcome === 'CARRIED' ? 'FOR' : 'AGAINST';
  return t.FOR > t.AGAINST ? 'FOR' : t.FOR < t.AGAINST ? 'AGAINST' : 'ABSTAIN';
}

function say(body: Body, inherited: Rule | null): Said {
  const rule = body.rule ?? inherited!;
  const ballots = members(body);
  const entitled = roll(body);
  const simple: Requirement = { fraction: '1/2', base: 'CAST', strict: true };
  const threshold = (body.rule && body.rule.threshold) || simple;
  const second = body.rule?.bodies;
  const grouped = Boolean(body.bodies) && rule.voting === 'GROUPS';
  const [bodies, sides] = [zero(), zero()];
  let [weight, total, came] = [zero(), 0n, 0n];
  for (const part of body.bodies ?? []) {
    const own = votesOf(rule.weight ?? { kind: 'EQUAL' }, part);
    total += own;
    const said = grouped ? say(part, rule) : null;
    const votes = said ? said.votes : members(part);
    if (said?.outcome === 'INQUORATE' || all(votes) === 0n) continue;
    came += 1n;
    const side = sideOf(votes, said ? part.rule : null, said?.outcome ?? '');
    bodies[side] += 1n;
    sides[side] += own;
    const whole = { ...zero(), [side]: own };
    const split = rule.cast === 'SPLIT' && !(!grouped && second);
    weight = plus(weight, split ? divide(votes, own) : whole);
  }
  const votes = grouped ? weight : ballots;
  const quorate =
    atLeast(rule.quorum?.electors, all(ballots), entitled) &&
    (!grouped || atLeast(rule.quorum?.bodies, came, BigInt(body.bodies!.length)));
  const carried =
    votes.FOR > votes.AGAINST &&
    passes(threshold, votes, grouped ? total : entitled) &&
    (!second || passes(second, sides, total));
  const outcome = !quorate ? 'INQUORATE' : carried ? 'CARRIED' : 'DEFEATED';
  return { members: ballots, roll: entitled, votes, outcome, weight, bodies };
}

export function decideNaively(file: DecisionFile): Said {
  return say({ name: '', rule: file.rule, bodies: file.bodies }, null);
}
