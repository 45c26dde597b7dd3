/** Short ways to write decision files in tests. */
import {
  type Body,
  type Decision,
  type DecisionFile,
  type Rule,
  checkDecisionFile,
  decide,
} from '../../../server/counting/index.js';

export const MAJORITY = { fraction: '1/2', base: 'CAST', strict: true } as const;
export const GROUPS: Rule = {
  voting: 'GROUPS',
  weight: { kind: 'EQUAL' },
  cast: 'BLOC',
  threshold: MAJORITY,
};
export const MEMBERS: Rule = { voting: 'MEMBERS', threshold: MAJORITY };

/** A body named, with its roll, and its ballots FOR, AGAINST and ABSTAIN. */
export function body(name: string, entitled: number, [yes, no, abstain = 0]: number[], more: Partial<Body> = {}): Body {
  return { name, entitled, tally: { FOR: yes!, AGAINST: no!, ABSTAIN: abstain }, ...more };
}

export function motion(rule: Rule, bodies: Body[]): DecisionFile {
  return checkDecisionFile({ options: ['FOR', 'AGAINST', 'ABSTAIN'], rule, bodies });
}

export function decideMotion(rule: Rule, bodies: Body[]): Decision {
  return decide(motion(rule, bodies));
}

/** One body in which FOR, AGAINST and ABSTAIN ballots decide by the given rule. */
export function poll(rule: Partial<Rule>, tally: number[], entitled = 100): Decision {
  return decideMotion({ ...MEMBERS, ...rule }, [body('All', entitled, tally)]);
}
