// What a rule book says of elections: how they are counted and how long they take, and for each office how many hold
// it, for how long and how often in a row.
import { z } from 'zod';
import type { CountMethod } from '../counting/elections/election.js';
import { keyed, oneOf, whole } from '../counting/grammar.js';

/** By which persons are elected. */
export const personMethods = [
  'scottish-stv',
  'meek-stv',
  'irv',
  'schulze',
  'approval',
  'score',
  'plurality',
] as const satisfies readonly CountMethod[];
export type PersonMethod = (typeof personMethods)[number];

/** By which one or some of several options are chosen: the same, and consent to each by itself. */
export const optionMethods = [...personMethods, 'consent'] as const satisfies readonly CountMethod[];
export type ElectionMethod = (typeof optionMethods)[number];

/** They find one winner, whatever the number of places. */
export const electsOne = (method: string): boolean => method === 'irv' || method === 'schulze';

export const MOST_CANDIDATES = 50;
export const officeName = /^[A-Z][A-Z_]{1,30}$/;

const days = (what: string) => {
  const expected = `${what}: a whole number of days from 1 to 90`;
  return whole(expected, 1).max(90, { error: expected });
};
const between = (what: string, least: number, most: number) => {
  const expected = `${what}: a whole number from ${least} to ${most}`;
  return whole(expected, least).max(most, { error: expected });
};
const flag = (expected: string) => z.boolean({ error: expected });

const Office = keyed(
  {
    office: z.string().regex(officeName, { error: 'the name of an office in capitals, such as TREASURER' }),
    seats: between('how many hold the office', 1, 49),
    termMonths: between('how many months a term lasts', 1, 120),
    /** Terms in a row; null where there is no limit. */
    termLimit: between('how many terms in a row one person may serve', 1, 20).nullable(),
    /** How many of those not elected are kept, in order, for a seat that falls vacant. */
    alternates: between('how many alternates are kept', 0, 49),
  },
  'an office: an object with office, seats, termMonths, termLimit and alternates',
);
export type OfficeRule = z.infer<typeof Office>;

export const ElectionRules = keyed(
  {
    method: oneOf(personMethods),
    secret: flag('true where ballots are secret, else false'),
    nominationDays: days('how long nominations are open'),
    votingDays: days('how long an election is open'),
    reopenNominations: flag('true where every paper offers to re-open nominations, else false'),
    countBack: flag('true where a vacant seat is filled by counting the papers again, else false'),
    oneOfficeEach: flag('true where nobody holds two offices at once, else false'),
    offices: z
      .array(Office, { error: 'a list of offices' })
      .max(30, { error: 'at most 30 offices' })
      .refine((offices) => new Set(offices.map(({ office }) => office)).size === offices.length, {
        error: 'each office once',
      }),
  },
  'an object with method, secret, nominationDays, votingDays, reopenNominations, countBack, oneOfficeEach and offices',
).superRefine(({ method, offices }, context) => {
  const many = offices.findIndex(({ seats }) => electsOne(method) && seats > 1);
  if (many >= 0)
    context.addIssue({ code: 'custom', path: ['offices', many, 'seats'], message: `1, since ${method} elects one` });
});
export type ElectionRulesShape = z.infer<typeof ElectionRules>;
