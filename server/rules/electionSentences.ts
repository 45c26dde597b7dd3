// The rules of elections in sentences: of a rule book's section, and of one election as it was called.
import { HIGHEST_SCORE } from '../counting/elections/marks.js';
import type { ElectionMethod, ElectionRulesShape, OfficeRule } from './electionRules.js';
import { count, isNothing, shareWords, type Sentence } from './words.js';

/** What of one election its rule consists of. */
export interface ElectionRule {
  method: ElectionMethod;
  seats: number;
  /** Of persons, or of options. */
  persons: boolean;
  secret: boolean;
  reopen: boolean;
  countBack: boolean;
  alternates: number;
  quorum: { electors: string };
  constraints: readonly { name: string; atLeast: number; atMost: number | null }[];
}

export const methodWords: Record<ElectionMethod, string> = {
  'scottish-stv': 'Electors rank the candidates; counted by the single transferable vote, Scottish rules.',
  'meek-stv': 'Electors rank the candidates; counted by the single transferable vote, Meek’s rules.',
  irv: 'Electors rank the candidates; the lowest goes out and their papers go on, until one has more than half.',
  schulze:
    'Electors rank the candidates; whoever is preferred to every other, directly or by the stronger path (Schulze), wins.',
  approval: 'Electors mark everyone they approve of; most marks win.',
  score: `Electors give each from 0 to ${HIGHEST_SCORE}; the highest sums win.`,
  plurality: 'Electors mark one; most marks win.',
  consent: 'Electors agree to each, stand aside or block it.',
};

const days = (n: number) => count(n, 'day');
const method = (name: ElectionMethod): Sentence => ({
  key: `elections.method.${name}`,
  values: name === 'score' ? { highest: HIGHEST_SCORE } : {},
  text: methodWords[name],
});
const secrecy = (secret: boolean): Sentence =>
  secret
    ? { key: 'rule.secret', values: {}, text: 'Members vote by secret ballot.' }
    : { key: 'rule.open', values: {}, text: 'Members’ ballots are not secret.' };
const reopened: Sentence = {
  key: 'elections.reopen',
  values: {},
  text: 'Every paper offers to re-open nominations; places it takes stay empty.',
};
const unopposed: Sentence = {
  key: 'elections.unopposed',
  values: {},
  text: 'Where no more stand than there are places, they are elected without a vote.',
};
const vacancy = (countBack: boolean): Sentence =>
  countBack
    ? {
        key: 'elections.countBack',
        values: {},
        text: 'A seat that falls vacant goes to the next alternate, or where none are kept is filled by counting the papers again.',
      }
    : {
        key: 'elections.byElection',
        values: {},
        text: 'A seat that falls vacant goes to the next alternate, or where none are kept is filled by a new election.',
      };
const lot: Sentence = {
  key: 'elections.lot',
  values: {},
  text: 'What nothing else decides is decided by a lot drawn before the first ballot, and published after the count.',
};

export function electionSectionSentences(rules: ElectionRulesShape): Sentence[] {
  const { nominationDays, votingDays, reopenNominations, countBack, oneOfficeEach, offices } = rules;
  return [
    method(rules.method),
    secrecy(rules.secret),
    {
      key: 'elections.days',
      values: { nominationDays, votingDays },
      text: `Nominations are open for ${days(nominationDays)}, the vote for ${days(votingDays)}.`,
    },
    reopenNominations ? reopened : unopposed,
    lot,
    vacancy(countBack),
    ...(oneOfficeEach
      ? [{ key: 'elections.oneOfficeEach', values: {}, text: 'Nobody holds two offices at once.' }]
      : []),
    ...offices.map(officeSentence),
  ];
}

function officeSentence({ office, seats, termMonths, termLimit, alternates }: OfficeRule): Sentence {
  const limit = termLimit === null ? 'with no limit of terms' : `at most ${count(termLimit, 'term')} in a row`;
  const kept = alternates === 0 ? '' : `; ${count(alternates, 'alternate')} kept in order`;
  return {
    key: termLimit === null ? 'elections.office.noLimit' : 'elections.office',
    values: { office, seats, termMonths, termLimit: termLimit ?? 0, alternates },
    text: `${office}: ${count(seats, 'place')} for ${count(termMonths, 'month')}, ${limit}${kept}.`,
  };
}

/** The rule one election was called with. */
export function electionSentences(rule: ElectionRule): Sentence[] {
  const { persons, seats, reopen, countBack, alternates, quorum, constraints } = rule;
  return [
    method(rule.method),
    { key: 'elections.seats', values: { seats }, text: `${count(seats, 'place')} to fill.` },
    ...constraints.map(constraintSentence),
    ...(isNothing(quorum.electors)
      ? []
      : [
          {
            key: 'rule.quorum.electors',
            values: { share: quorum.electors },
            text: `It counts only if at least ${shareWords(quorum.electors)} of ${quorum.electors === '1/1' ? '' : 'the '}members on the roll cast a ballot.`,
          },
        ]),
    secrecy(rule.secret),
    ...(reopen ? [reopened] : persons ? [unopposed] : []),
    lot,
    ...(persons && alternates > 0
      ? [
          {
            key: 'elections.alternates',
            values: { alternates },
            text: `${count(alternates, 'alternate')} kept in order.`,
          },
        ]
      : []),
    ...(persons ? [vacancy(countBack)] : []),
  ];
}

function constraintSentence({ name, atLeast, atMost }: ElectionRule['constraints'][number]): Sentence {
  const words = [atLeast > 0 ? `at least ${atLeast}` : '', atMost === null ? '' : `at most ${atMost}`].filter(Boolean);
  return {
    key: 'elections.constraint',
    values: { name, atLeast, atMost: atMost ?? 0, bounds: atMost === null ? 'LEAST' : atLeast === 0 ? 'MOST' : 'BOTH' },
    text: `Of those elected, ${words.join(' and ')} are to be: ${name}.`,
  };
}
