// Which rule decides a motion of a kind, and where it stands in the rule book, so that every result can cite it.
import type { DecisionKind, DecisionRule, Rules } from './schema.js';

export interface RuleFor {
  rule: DecisionRule;
  /** "decisions.ADOPT_PLATFORM": the key under which EffectiveRules.source tells whose rule it is. */
  section: `decisions.${DecisionKind}`;
}

export function ruleFor(rules: Rules, kind: DecisionKind): RuleFor {
  const own = rules.decisions[kind];
  return own
    ? { rule: own, section: `decisions.${kind}` }
    : { rule: rules.decisions.DEFAULT, section: 'decisions.DEFAULT' };
}
