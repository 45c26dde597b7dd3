// The rule a poll is frozen with: what the rule book says, and where it says it.
import type { Rule } from '../counting/index.js';
import { asAppliedIn, type EffectiveRules } from '../rules/effectiveRules.js';
import { ruleFor } from '../rules/ruleFor.js';
import type { DecisionKind, DecisionRule } from '../rules/schema.js';

export interface FrozenRule {
  rule: DecisionRule;
  ruleBookId: string;
  section: `decisions.${DecisionKind}`;
  /** The body's own rule book speaks, not one above. */
  own: boolean;
}

const simpleMajority = { fraction: '1/2', base: 'CAST', strict: true } as const;

/** The rule that decides a motion of this kind in the body itself. */
export function decidingRule(effective: EffectiveRules, kind: DecisionKind): FrozenRule {
  const { rule, section } = ruleFor(effective.rules, kind);
  return freeze(effective, rule, section);
}

/**
 * The rule of a constituent's own poll: MANDATE where any rule book over it has one, else what its own rule book says of
 * motions, else the rule of the body above, as the decision file has it: the same quorum, and more FOR than AGAINST.
 */
export function mandateRule(effective: EffectiveRules, bodyKind: string, above: FrozenRule): FrozenRule {
  const { rules, source, bodyId } = effective;
  const secret = (rule: DecisionRule) => ({ ...rule, secret: rule.secret || above.rule.secret });
  if (rules.decisions.MANDATE) return freeze(effective, secret(rules.decisions.MANDATE), 'decisions.MANDATE');
  if (source['decisions.DEFAULT']?.bodyId === bodyId)
    return freeze(effective, secret(rules.decisions.DEFAULT), 'decisions.DEFAULT');
  return {
    ruleBookId: above.ruleBookId,
    section: above.section,
    own: false,
    rule: asAppliedIn(bodyKind, { ...above.rule, threshold: simpleMajority, bodies: null }),
  };
}

function freeze({ source, bodyId }: EffectiveRules, rule: DecisionRule, section: FrozenRule['section']): FrozenRule {
  const { ruleBookId, version, bodyId: from } = source[section]!;
  const cited = { ...rule, citation: { ruleBook: version, section } };
  return { rule: cited, ruleBookId, section, own: from === bodyId };
}

/** Whether the decision file states this rule with the body, rather than letting it follow from the one above. */
export const isStated = (poll: { parentId: string | null; own: boolean; section: string }): boolean =>
  poll.parentId !== null && (poll.own || poll.section === 'decisions.MANDATE');

/** The rule as the decision engine reads it. */
export function engineRule({ constituents: _who, secret: _how, ...rule }: DecisionRule): Rule {
  return rule;
}
