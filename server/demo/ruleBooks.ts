// The founding rule books of the demonstration. The Federation's is complete; a Local Group's says only what it
// does in its own way, and where it is silent the Federation's speaks.
import { foundingRules } from '../rules/defaults.js';
import type { DecisionRule, PartialRules, Rules } from '../rules/schema.js';

/** Mandated roll-up: each Local Group decides first and casts its votes as one block. */
const byGroups: DecisionRule = {
  voting: 'GROUPS',
  constituents: 'LOCAL_GROUPS',
  weight: {
    kind: 'BANDS',
    bands: [
      [9, 1],
      [19, 2],
      [39, 3],
      [69, 4],
      [null, 5],
    ],
  },
  cast: 'BLOC',
  quorum: { electors: '0/1', bodies: '1/2' },
  threshold: { fraction: '1/2', base: 'CAST', strict: true },
  bodies: null,
  secret: false,
};

const amongMembers: DecisionRule = {
  voting: 'MEMBERS',
  constituents: 'LOCAL_GROUPS',
  weight: null,
  cast: null,
  quorum: { electors: '1/4' },
  threshold: { fraction: '1/2', base: 'CAST', strict: true },
  bodies: null,
  secret: false,
};

const federation: Rules = {
  motions: { secondsNeeded: 2, secondWithinDays: 14, debateDays: 7, votingDays: 7 },
  decisions: {
    DEFAULT: byGroups,
    ADOPT_PLATFORM: { ...byGroups, threshold: { fraction: '2/3', base: 'CAST', strict: false } },
    ADOPT_RULE_BOOK: {
      ...byGroups,
      threshold: { fraction: '2/3', base: 'CAST', strict: false },
      bodies: { fraction: '1/2', base: 'CAST', strict: true },
    },
  },
  standing: { duesGraceDays: 60 },
  dues: { reminderDays: [14, 45], lapseDays: null, remitEvery: 'QUARTER', remitWithinDays: 30 },
  roll: { challengeDays: 2 },
  platform: { reacceptDays: 60 },
  elections: foundingRules.elections,
};

/** Portland is large: it decides its own affairs by confidential ballot, with a quorum, and asks three seconds. */
const portland: PartialRules = {
  motions: { secondsNeeded: 3, secondWithinDays: 14, debateDays: 5, votingDays: 5 },
  decisions: { DEFAULT: { ...amongMembers, quorum: { electors: '1/3' }, secret: true } },
  elections: {
    ...foundingRules.elections,
    nominationDays: 5,
    votingDays: 5,
    offices: [
      { office: 'CONVENOR', seats: 1, termMonths: 12, termLimit: 2, alternates: 0 },
      { office: 'SECRETARY', seats: 1, termMonths: 12, termLimit: 3, alternates: 0 },
      { office: 'TREASURER', seats: 1, termMonths: 12, termLimit: 3, alternates: 0 },
      { office: 'TELLER', seats: 2, termMonths: 24, termLimit: null, alternates: 1 },
      { office: 'DELEGATE', seats: 3, termMonths: 12, termLimit: 2, alternates: 2 },
    ],
  },
};

/** Tampico gives members on the ships more time to pay. */
const tampico: PartialRules = { standing: { duesGraceDays: 120 } };

export const foundingRuleBooks: Record<string, PartialRules> = { federation, portland, tampico };
