/** The sentences of the methods without stages, as data: what a paper gives, and what came of it. */
import type { Count } from './election.js';
import type { Sentence, Votes } from './narrate.js';
import { strongestPath } from './strongestPaths.js';

const rules = ['plurality', 'approval', 'score', 'positional', 'schulze', 'consent'] as const;

export function ruleSentences({ method }: Count): Sentence[] {
  const rule = rules.find((each) => each === method);
  return rule ? [{ key: `rule.${rule}`, values: {} }] : [];
}

/** How the first elected beats the others: papers above papers, or path against path where more papers are the other way. */
export function comparisonSentences(count: Count, names: readonly string[]): Sentence[] {
  const { pairwise, paths, elected, decimals } = count;
  const winner = elected[0]?.candidate;
  if (!pairwise || !paths || winner === undefined) return [];
  const votes = (units: number): Votes => ({ units, decimals });
  const beaten = [...names.keys()].filter((other) => paths[winner]![other]! > paths[other]![winner]!);
  return beaten.map((other): Sentence => {
    const [own, back] = [pairwise[winner]![other]!, pairwise[other]![winner]!];
    const values = { name: names[winner]!, other: names[other]! };
    if (own > back) return { key: 'beats.papers', values: { ...values, votes: votes(own), against: votes(back) } };
    const path = strongestPath(count, winner, other).map((candidate) => names[candidate]!);
    const strength = votes(paths[winner]![other]!);
    const opposed = votes(paths[other]![winner]!);
    return { key: 'beats.path', values: { ...values, path: path.join(' > '), strength, opposed } };
  });
}

export function consentSentences({ consent, decimals }: Count, names: readonly string[]): Sentence[] {
  const votes = (units: number): Votes => ({ units, decimals });
  return (consent ?? []).map(({ agree, standAside, block }, proposal): Sentence => {
    const name = names[proposal]!;
    if (block > 0) return { key: 'consent.blocked', values: { name, block: votes(block) } };
    if (agree === 0) return { key: 'consent.none', values: { name } };
    return { key: 'consent.carried', values: { name, agree: votes(agree), standAside: votes(standAside) } };
  });
}
