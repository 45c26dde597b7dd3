// The rules a federation begins with until it decides otherwise: Local Groups cast votes by bands of their members,
// a simple majority carries, and what binds everybody (platform, rule book) asks for two thirds.
import type { DecisionRule, Rules } from './schema.js';

const byBands: DecisionRule = {
  voting: 'GROUPS',
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
  constituents: 'LOCAL_GROUPS',
  secret: false,
};

const elected = (office: string, seats: number, alternates = 0) => ({
  office,
  seats,
  termMonths: 12,
  termLimit: 3,
  alternates,
});

const byTwoThirds: DecisionRule = { ...byBands, threshold: { fraction: '2/3', base: 'CAST', strict: false } };

export const foundingRules: Rules = {
  motions: { secondsNeeded: 1, secondWithinDays: 14, debateDays: 7, votingDays: 7 },
  decisions: { DEFAULT: byBands, ADOPT_PLATFORM: byTwoThirds, ADOPT_RULE_BOOK: byTwoThirds },
  standing: { duesGraceDays: 90 },
  dues: { reminderDays: [14, 60], lapseDays: null, remitEvery: 'QUARTER', remitWithinDays: 30 },
  roll: { challengeDays: 2 },
  platform: { reacceptDays: 60 },
  elections: {
    method: 'scottish-stv',
    secret: true,
    nominationDays: 7,
    votingDays: 7,
    reopenNominations: false,
    countBack: true,
    oneOfficeEach: true,
    offices: [
      elected('CONVENOR', 1),
      elected('SECRETARY', 1),
      elected('TREASURER', 1),
      elected('AUDITOR', 2),
      elected('TELLER', 2),
      elected('DELEGATE', 2, 2),
    ],
  },
};
