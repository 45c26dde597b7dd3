// A rule book as data: which sections there are, what each may say, and the sentence for what it may not. A key it
// does not know is refused, because a misspelt rule would otherwise be silently left out.
import { z } from 'zod';
import { keyed, oneOf, ruleShape, whole } from '../counting/grammar.js';
import { writePath } from '../counting/decisionFileError.js';
import type { Requirement, Rule, Weight } from '../counting/index.js';
import { ElectionRules } from './electionRules.js';

const days = (what: string, least: number, most: number) =>
  whole(`${what}: a whole number of days from ${least} to ${most}`, least).max(most, {
    error: `${what}: a whole number of days from ${least} to ${most}`,
  });

/** How one kind of motion is decided: the rule of a decision file, who the constituents are, and whether ballots are secret. */
export interface DecisionRule extends Rule {
  voting: 'MEMBERS' | 'GROUPS';
  weight?: Weight | null;
  threshold: Requirement;
  /** Whose polls make up a decision by GROUPS: the bodies directly below, or every Local Group below. */
  constituents: 'CHILDREN' | 'LOCAL_GROUPS';
  secret: boolean;
}

const { citation: _place, threshold, ...ruleKeys } = ruleShape;

const DecisionRuleGrammar: z.ZodType<DecisionRule> = keyed(
  {
    ...ruleKeys,
    voting: oneOf(['MEMBERS', 'GROUPS']),
    threshold: threshold.unwrap().unwrap(),
    constituents: oneOf(['CHILDREN', 'LOCAL_GROUPS']),
    secret: z.boolean({ error: 'true where ballots are secret, else false' }),
  },
  'a rule of decision: an object with voting, threshold, constituents and secret',
).superRefine((rule, context) => {
  const need = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
  if (rule.voting === 'GROUPS' && !rule.weight) need('weight', 'a weight, since bodies cast votes');
  if (rule.voting === 'GROUPS' && !rule.cast) need('cast', 'one of BLOC, SPLIT, since bodies cast votes');
  if (rule.weight?.kind === 'GIVEN')
    need('weight', 'a weight that follows from the members; GIVEN is for counts made elsewhere');
});

export const decisionKinds = [
  'DEFAULT',
  'MANDATE',
  'ORDINARY',
  'ADOPT_PLATFORM',
  'ADOPT_RULE_BOOK',
  'AFFILIATE_BODY',
  'OPEN_ELECTION',
  'SET_DUES',
  'SET_SPLIT',
  'AUTHORISE_SPENDING',
] as const;
export type DecisionKind = (typeof decisionKinds)[number];

const decisionShape = Object.fromEntries(decisionKinds.map((kind) => [kind, DecisionRuleGrammar.optional()])) as Record<
  DecisionKind,
  z.ZodOptional<typeof DecisionRuleGrammar>
>;

export const sectionShape = {
  /** From a motion's submission to its poll. */
  motions: keyed(
    {
      secondsNeeded: whole('how many members must second a motion: a whole number, 0 or more').max(10_000),
      secondWithinDays: days('how long a motion waits for its seconds', 1, 365),
      debateDays: days('how long a motion is debated before its poll', 0, 365),
      votingDays: days('how long a poll is open', 1, 90),
    },
    'an object with secondsNeeded, secondWithinDays, debateDays and votingDays',
  ),
  decisions: keyed(decisionShape, 'an object with a rule for each kind of decision'),
  standing: keyed({ duesGraceDays: days('the grace after dues fall due', 0, 3650) }, 'an object with duesGraceDays'),
  /** What follows when dues stay open; until when that takes no vote away is said in `standing`. */
  dues: keyed(
    {
      reminderDays: z
        .array(days('when a member is reminded, in days after dues fall due', 1, 3650), { error: 'a list of days' })
        .max(5, { error: 'at most 5 reminders' })
        .refine((list) => list.every((day, i) => i === 0 || day > list[i - 1]!), {
          error: 'days that follow one another',
        }),
      lapseDays: days(
        'when a membership lapses, in days after dues fall due; null where none does',
        1,
        3650,
      ).nullable(),
      /** How often what was collected for the bodies above is passed up to them, and how long after such a period. */
      remitEvery: oneOf(['MONTH', 'QUARTER', 'YEAR']).default('QUARTER'),
      remitWithinDays: days('how long after a period its shares are passed up', 0, 365).default(30),
    },
    'an object with reminderDays, lapseDays, remitEvery and remitWithinDays',
  ),
  roll: keyed({ challengeDays: days('how long a roll can be challenged', 0, 90) }, 'an object with challengeDays'),
  platform: keyed(
    { reacceptDays: days('how long members have to accept a new platform', 0, 730) },
    'an object with reacceptDays',
  ),
  elections: ElectionRules,
};

export type SectionKey = keyof typeof sectionShape;
export const sectionKeys = Object.keys(sectionShape) as SectionKey[];

const RulesGrammar = keyed(sectionShape, 'a rule book').partial();

/** What one rule book says; where it is silent, the one above speaks. */
export type PartialRules = z.infer<typeof RulesGrammar>;

/** Rules in which every section is there and some rule decides every kind of motion. */
export type Rules = Required<Omit<PartialRules, 'decisions'>> & {
  decisions: { DEFAULT: DecisionRule } & Partial<Record<DecisionKind, DecisionRule>>;
};

export interface Fault {
  /** Where in the rule book, such as "decisions.DEFAULT.threshold". */
  path: string;
  /** What was expected there. */
  expected: string;
}

/** Reads what a rule book says; the first thing that is wrong comes back as a fault naming its place. */
export function readRules(data: unknown): { rules: PartialRules; fault: null } | { rules: null; fault: Fault } {
  const read = RulesGrammar.safeParse(data);
  if (read.success) return { rules: read.data, fault: null };
  const issue = read.error.issues[0]!;
  const extra = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  return {
    rules: null,
    fault: { path: writePath([...issue.path, ...extra] as (string | number)[]), expected: issue.message },
  };
}

/** Sections that even the Federation's rule book may leave out: then the rules a federation begins with hold. */
export const mayBeSilent: readonly SectionKey[] = ['elections', 'dues'];

/** What is missing for these rules to decide everything by themselves, as the Federation's must; null when nothing is. */
export function missingFrom(rules: PartialRules): Fault | null {
  const section = sectionKeys.find((key) => rules[key] === undefined && !mayBeSilent.includes(key));
  if (section)
    return { path: section, expected: `the section ${section}: the Federation's rule book leaves nothing out` };
  if (!rules.decisions?.DEFAULT)
    return { path: 'decisions.DEFAULT', expected: 'the rule for every motion that has no rule of its own' };
  return null;
}
