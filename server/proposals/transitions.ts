// The life of a motion as one table: from each state, the states it may go to. The database holds the same table.
import type { ProposalStateWord } from '../database/tables.js';

export const transitions: Readonly<Record<ProposalStateWord, readonly ProposalStateWord[]>> = {
  DRAFT: ['SUBMITTED', 'WITHDRAWN'],
  SUBMITTED: ['DEBATE', 'WITHDRAWN', 'LAPSED', 'NOT_ADMITTED'],
  DEBATE: ['VOTING', 'WITHDRAWN', 'REFERRED_BACK'],
  VOTING: ['CARRIED', 'DEFEATED', 'INQUORATE'],
  CARRIED: [],
  DEFEATED: [],
  INQUORATE: [],
  WITHDRAWN: [],
  LAPSED: [],
  NOT_ADMITTED: [],
  REFERRED_BACK: [],
};

/** Every lawful step, as the database lists them. */
export const steps: [from: ProposalStateWord, to: ProposalStateWord][] = Object.entries(transitions).flatMap(
  ([from, tos]) => tos.map((to): [ProposalStateWord, ProposalStateWord] => [from as ProposalStateWord, to]),
);

/** What a motion is in each state, to say in a sentence why something can not be done now. */
export const stateWords: Readonly<Record<ProposalStateWord, string>> = {
  DRAFT: 'is a draft',
  SUBMITTED: 'is waiting for its seconds',
  DEBATE: 'is in debate',
  VOTING: 'is being voted on',
  CARRIED: 'is carried',
  DEFEATED: 'is defeated',
  INQUORATE: 'failed for want of a quorum',
  WITHDRAWN: 'is withdrawn',
  LAPSED: 'lapsed without enough seconds',
  NOT_ADMITTED: 'was not admitted',
  REFERRED_BACK: 'was referred back',
};
