// The rules in words a tired treasurer understands, each with the data it is made from.
import { expect, test } from '@jest/globals';
import { foundingRules } from '../../../server/rules/defaults.js';
import { electionSectionSentences, electionSentences } from '../../../server/rules/electionSentences.js';
import { ruleSentences } from '../../../server/rules/ruleSentences.js';
import type { DecisionRule } from '../../../server/rules/schema.js';

const rule = foundingRules.decisions.DEFAULT;
const texts = (changes: Partial<DecisionRule>) => ruleSentences({ ...rule, ...changes }).map(({ text }) => text);

test('a decision by bands of Local Groups reads as a treasurer would say it', () => {
  expect(texts({})).toEqual([
    'Decided by the Local Groups: each Local Group casts votes by the size of its membership: up to 9 members 1 vote, 10 to 19 members 2 votes, 20 to 39 members 3 votes, 40 to 69 members 4 votes, 70 and more 5 votes.',
    'All votes of each Local Group go to the side that won in its own poll; equal sides abstain.',
    'It counts only if at least half of the Local Groups took part.',
    'Carried by more than half of the votes cast FOR or AGAINST. A tie does not carry.',
    'Members’ ballots are not secret.',
  ]);
});

test('a secret referendum with a quorum and a double majority says so', () => {
  expect(
    texts({
      voting: 'MEMBERS',
      weight: null,
      cast: null,
      secret: true,
      constituents: 'CHILDREN',
      quorum: { electors: '1/3', bodies: '1/2' },
      threshold: { fraction: '2/3', base: 'ENTITLED', strict: false },
      bodies: { fraction: '1/2', base: 'CAST', strict: true },
    }),
  ).toEqual([
    'Decided by the members: everyone in good standing has one ballot, and all are counted together.',
    'It counts only if at least one third of the members on the roll cast a ballot.',
    'Carried by at least two thirds of all members entitled to vote.',
    'Besides, more than half of those that took a side among the bodies directly below must be in favour.',
    'Members vote by secret ballot.',
  ]);
});

test.each([
  [{ kind: 'EQUAL' }, 'has one vote.'],
  [{ kind: 'PER_CAPITA' }, 'has one vote for every member in good standing.'],
  [
    { kind: 'SQUARE_ROOT' },
    'has the whole number of votes nearest to the square root of its members in good standing.',
  ],
  [
    { kind: 'APPORTIONED', seats: 28, method: 'webster', minimum: 1 },
    '28 votes are shared out among them by members in good standing (method webster), at least 1 to each.',
  ],
  [
    {
      kind: 'BANDS',
      bands: [
        [1, 1],
        [2, 2],
        [null, 3],
      ],
    },
    'up to 1 member 1 vote, 2 members 2 votes, 3 and more 3 votes.',
  ],
] as const)('weight %o is told in a sentence', (weight, end) => {
  const [first] = ruleSentences({ ...rule, weight: weight as unknown as DecisionRule['weight'] });
  expect(first!.text.endsWith(end)).toBe(true);
  expect(first).toMatchObject({
    key: `rule.groups.${weight.kind}`,
    values: { kind: weight.kind, constituents: 'LOCAL_GROUPS' },
  });
});

test('a cap and a divided vote are told', () => {
  const told = texts({ weight: { kind: 'EQUAL', cap: '1/4' }, cast: 'SPLIT' });
  expect(told).toContain('None of them has more than one quarter of all votes.');
  expect(told).toContain('The votes of each Local Group are divided as its own members’ ballots were divided.');
});

test('the rules of elections read as a member would say them, each with its data', () => {
  const elections = {
    ...foundingRules.elections,
    offices: [
      { office: 'DELEGATE', seats: 3, termMonths: 12, termLimit: 2, alternates: 2 },
      { office: 'COOK', seats: 1, termMonths: 1, termLimit: null, alternates: 0 },
    ],
  };
  expect(electionSectionSentences(elections).map(({ text }) => text)).toEqual([
    'Electors rank the candidates; counted by the single transferable vote, Scottish rules.',
    'Members vote by secret ballot.',
    'Nominations are open for 7 days, the vote for 7 days.',
    'Where no more stand than there are places, they are elected without a vote.',
    'What nothing else decides is decided by a lot drawn before the first ballot, and published after the count.',
    'A seat that falls vacant goes to the next alternate, or where none are kept is filled by counting the papers again.',
    'Nobody holds two offices at once.',
    'DELEGATE: 3 places for 12 months, at most 2 terms in a row; 2 alternates kept in order.',
    'COOK: 1 place for 1 month, with no limit of terms.',
  ]);
});

test('so does one election as it was called', () => {
  const rule = {
    method: 'score' as const,
    seats: 2,
    persons: true,
    secret: false,
    reopen: true,
    countBack: false,
    alternates: 1,
    quorum: { electors: '1/3' },
    constraints: [
      { name: 'new members', atLeast: 1, atMost: null },
      { name: 'of one shift', atLeast: 0, atMost: 1 },
    ],
  };
  expect(electionSentences(rule).map(({ text }) => text)).toEqual([
    'Electors give each from 0 to 5; the highest sums win.',
    '2 places to fill.',
    'Of those elected, at least 1 are to be: new members.',
    'Of those elected, at most 1 are to be: of one shift.',
    'It counts only if at least one third of the members on the roll cast a ballot.',
    'Members’ ballots are not secret.',
    'Every paper offers to re-open nominations; places it takes stay empty.',
    'What nothing else decides is decided by a lot drawn before the first ballot, and published after the count.',
    '1 alternate kept in order.',
    'A seat that falls vacant goes to the next alternate, or where none are kept is filled by a new election.',
  ]);
});
