// The rule by which a motion is decided: of an open or closed poll the one it was opened under, else the one in force.
import type { Loaders } from '../loaders.js';
import { effectiveRulesOf, type RuleSource } from '../rules/effectiveRules.js';
import { ruleFor } from '../rules/ruleFor.js';
import { rulesAt } from '../rules/rules.reads.js';
import type { DecisionRule } from '../rules/schema.js';
import type { ProposalRow } from './proposals.reads.js';

export interface Deciding {
  rule: DecisionRule;
  source: RuleSource;
}

type Facts = Pick<ProposalRow, 'bodyId' | 'bodyKind' | 'kind' | 'pollRuleBookId' | 'pollSection'>;

export async function decidingRule(
  loaders: Loaders,
  { bodyId, bodyKind, kind, pollRuleBookId, pollSection }: Facts,
): Promise<Deciding> {
  if (pollRuleBookId && pollSection) {
    const standing = await loaders.of(rulesAt).load({ ruleBookId: pollRuleBookId, section: pollSection, bodyKind });
    if (standing) return standing;
  }
  const { rules, source } = await loaders.of(effectiveRulesOf).load(bodyId);
  const { rule, section } = ruleFor(rules, kind);
  return { rule, source: source[section]! };
}
