// The rule of one poll in sentences, and what a confidential one does and does not keep to itself.
import { fraction, leastReaching } from '../counting/fraction.js';
import { electionSentences, type ElectionRule } from '../rules/electionSentences.js';
import { ruleSentences } from '../rules/ruleSentences.js';
import type { Sentence } from '../rules/words.js';
import { limits } from '../../schema/limits.js';
import type { PollRow } from './polls.reads.js';

export function pollSentences({ rule, method, secret, voting, parentId }: PollRow): Sentence[] {
  if (method !== 'MOTION') return electionSentences(rule as unknown as ElectionRule);
  const sentences = ruleSentences(rule);
  if (!secret) return sentences;
  const least = limits.smallestPublishedTally;
  const small: Sentence = {
    key: 'rule.secret.small',
    values: { least },
    text: `No tally of fewer than ${least} ballots is published for a body: it is put together with others.`,
  };
  const bodiesCast = voting === 'GROUPS' || parentId !== null || rule.bodies != null;
  const side: Sentence = {
    key: 'rule.secret.side',
    values: {},
    text: 'Which side each body took is public, also where few voted.',
  };
  return bodiesCast ? [...sentences, small, side] : [...sentences, small];
}

/** How many must take part, by the share the rule asks of the roll. */
export function quorumNeeded({ rule, rollCount }: Pick<PollRow, 'rule' | 'rollCount'>): number | null {
  const share = fraction(rule.quorum?.electors ?? '0/1');
  return share.top === 0n ? null : leastReaching(share, rollCount, false);
}
