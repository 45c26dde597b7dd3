// How one kind of motion is decided, in sentences a tired treasurer understands: who decides, what must have taken
// part, what carries, and whether ballots are secret.
import type { Requirement } from '../counting/index.js';
import type { DecisionRule } from './schema.js';
import { baseWords, constituentWords, isNothing, shareWords, type Sentence } from './words.js';
import { weightWords } from './weightWords.js';

export function ruleSentences(rule: DecisionRule): Sentence[] {
  return [...whoDecides(rule), ...quorum(rule), carries(rule), ...doubleMajority(rule), secrecy(rule)];
}

function whoDecides({ voting, weight, cast, constituents }: DecisionRule): Sentence[] {
  if (voting === 'MEMBERS' || !weight) {
    return [
      {
        key: 'rule.members',
        values: {},
        text: 'Decided by the members: everyone in good standing has one ballot, and all are counted together.',
      },
    ];
  }
  const { cap, ...facts } = weight;
  const { each } = constituentWords[constituents];
  return [
    { key: `rule.groups.${weight.kind}`, values: { ...facts, constituents }, text: weightWords(weight, constituents) },
    ...(cap
      ? [
          {
            key: 'rule.cap',
            values: { cap, constituents },
            text: `None of them has more than ${shareWords(cap)} of all votes.`,
          },
        ]
      : []),
    cast === 'SPLIT'
      ? {
          key: 'rule.cast.SPLIT',
          values: { constituents },
          text: `The votes of ${each} are divided as its own members’ ballots were divided.`,
        }
      : {
          key: 'rule.cast.BLOC',
          values: { constituents },
          text: `All votes of ${each} go to the side that won in its own poll; equal sides abstain.`,
        },
  ];
}

function quorum({ quorum, voting, constituents }: DecisionRule): Sentence[] {
  const sentences: Sentence[] = [];
  const { electors, bodies } = quorum ?? {};
  if (!isNothing(electors)) {
    sentences.push({
      key: 'rule.quorum.electors',
      values: { share: electors },
      text: `It counts only if at least ${shareWords(electors!)} of ${electors === '1/1' ? '' : 'the '}members on the roll cast a ballot.`,
    });
  }
  if (!isNothing(bodies) && voting === 'GROUPS') {
    sentences.push({
      key: 'rule.quorum.bodies',
      values: { share: bodies, constituents },
      text: `It counts only if at least ${shareWords(bodies!)} of ${constituentWords[constituents].many} took part.`,
    });
  }
  return sentences;
}

function carries({ threshold, voting }: DecisionRule): Sentence {
  const of = voting === 'MEMBERS' ? 'members' : 'weight';
  const tie = threshold.strict && threshold.fraction === '1/2' ? ' A tie does not carry.' : '';
  return requirement('rule.carries', threshold, { voting }, `Carried by ${measure(threshold, of)}.${tie}`);
}

function doubleMajority({ bodies, constituents }: DecisionRule): Sentence[] {
  if (!bodies) return [];
  const { many } = constituentWords[constituents];
  return [
    requirement(
      'rule.bodies',
      bodies,
      { constituents },
      `Besides, ${measure(bodies, 'bodies')} among ${many} must be in favour.`,
    ),
  ];
}

const measure = ({ fraction, base, strict }: Requirement, of: Parameters<typeof baseWords>[0]): string =>
  fraction === '1/1'
    ? baseWords(of, base)
    : `${strict ? 'more than' : 'at least'} ${shareWords(fraction)} of ${baseWords(of, base)}`;

const requirement = (
  key: string,
  { fraction, base, strict }: Requirement,
  values: Sentence['values'],
  text: string,
): Sentence => ({
  key: `${key}.${strict ? 'more' : 'least'}`,
  values: { ...values, fraction, base },
  text,
});

function secrecy({ secret }: DecisionRule): Sentence {
  return secret
    ? { key: 'rule.secret', values: {}, text: 'Members vote by secret ballot.' }
    : { key: 'rule.open', values: {}, text: 'Members’ ballots are not secret.' };
}
