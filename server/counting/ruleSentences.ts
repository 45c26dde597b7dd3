/** The rule that decides, in sentences, before any ballot is cast. */
import type { Requirement, Rule, Weight } from './decisionFile.js';
import type { Sentence, Value } from './narrate.js';
import { bodiesQuorumIdle } from './quorum.js';
import { FOR, readOptions } from './tally.js';
import { SIMPLE_MAJORITY } from './threshold.js';

export function ruleSentences(rule: Rule, options: readonly string[]): Sentence[] {
  return [
    ...votingSentences(rule),
    ...quorumSentences(rule),
    thresholdSentence(rule, readOptions(options).motion),
    ...(rule.bodies ? [requirement('second.rule', rule.bodies, {})] : []),
  ];
}

/** Adds the place in the rule book, where it is known. */
export function cited(rule: Rule, values: Sentence['values']): Sentence['values'] {
  return rule.citation ? { ...values, ruleBook: rule.citation.ruleBook, section: rule.citation.section } : values;
}

function votingSentences(rule: Rule): Sentence[] {
  if (rule.voting !== 'GROUPS') return [{ key: 'rule.members', values: {} }];
  return [
    { key: rule.cast === 'SPLIT' ? 'rule.groups.split' : 'rule.groups.bloc', values: {} },
    ...weightSentences(rule.weight ?? { kind: 'EQUAL' }),
  ];
}

function weightSentences(weight: Weight): Sentence[] {
  return [
    { key: `weight.${weight.kind}`, values: weightValues(weight) },
    ...(weight.cap ? [{ key: 'weight.cap' as const, values: { cap: weight.cap } }] : []),
  ];
}

function weightValues(weight: Weight): Record<string, Value> {
  if (weight.kind === 'BANDS') return { bands: weight.bands };
  if (weight.kind !== 'APPORTIONED') return {};
  return { seats: weight.seats, method: weight.method, minimum: weight.minimum ?? 0 };
}

function quorumSentences(rule: Rule): Sentence[] {
  const { electors = '0/1', bodies = '0/1' } = rule.quorum ?? {};
  const sentences: Sentence[] = [];
  if (!electors.startsWith('0/')) sentences.push({ key: 'quorum.rule.electors', values: { share: electors } });
  if (bodiesQuorumIdle(rule)) sentences.push({ key: 'quorum.rule.idle', values: {} });
  else if (!bodies.startsWith('0/')) sentences.push({ key: 'quorum.rule.bodies', values: { share: bodies } });
  return sentences;
}

function thresholdSentence(rule: Rule, motion: boolean): Sentence {
  if (motion) return requirement('threshold.rule', rule.threshold ?? SIMPLE_MAJORITY, { option: FOR });
  if (!rule.threshold) return { key: 'threshold.rule.most', values: {} };
  const { strict, fraction, base } = rule.threshold;
  return { key: strict ? 'threshold.rule.mostMore' : 'threshold.rule.mostLeast', values: { fraction, base } };
}

function requirement(
  about: 'threshold.rule' | 'second.rule',
  { fraction, base, strict }: Requirement,
  values: Sentence['values'],
): Sentence {
  return { key: strict ? `${about}.more` : `${about}.least`, values: { ...values, fraction, base } };
}
