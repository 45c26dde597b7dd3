import { describe, expect, test } from '@jest/globals';
import { english, terms } from '../../../server/counting/english.js';
import { type Rule, type Sentence, lensSentence, narrate, ruleSentences } from '../../../server/counting/index.js';
import { GROUPS, MAJORITY, MEMBERS, body, decideMotion } from './files.js';

const inWords = (rule: Rule, options = ['FOR', 'AGAINST', 'ABSTAIN']) => ruleSentences(rule, options).map(narrate);

describe('a rule in sentences', () => {
  test('members voting together', () => {
    expect(inWords({ ...MEMBERS, quorum: { electors: '1/4' } })).toEqual([
      'Members decide: the ballots of all bodies are counted together',
      'At least 1/4 of the roll must take part',
      'More than 1/2 of those cast must be FOR',
    ]);
  });

  test('bodies voting by bands with a cap, and a second condition', () => {
    const rule: Rule = {
      ...GROUPS,
      weight: { kind: 'BANDS', bands: [[9, 1], [1000, 2], [null, 3]], cap: '1/4' }, // prettier-ignore
      quorum: { bodies: '1/2' },
      threshold: { fraction: '2/3', base: 'PRESENT', strict: false },
      bodies: { ...MAJORITY, base: 'ENTITLED' },
    };
    expect(inWords(rule)).toEqual([
      'Bodies decide: each puts its whole weight on the side its own poll took',
      'Each body has votes by its members in good standing: up to 9: 1, up to 1,000: 2, more: 3',
      'No body has more than 1/4 of all votes',
      'At least 1/2 of the bodies must take part with a quorate poll',
      'At least 2/3 of those present must be FOR',
      'By the side each body is on, more than 1/2 of all entitled of the bodies must agree as well',
    ]);
  });

  test('apportioned seats, split', () => {
    const weight = { kind: 'APPORTIONED' as const, seats: 60, method: 'webster' as const, minimum: 2 };
    expect(inWords({ ...GROUPS, weight, cast: 'SPLIT' }).slice(0, 2)).toEqual([
      'Bodies decide: each divides its weight as its own poll was divided',
      '60 votes are apportioned by members in good standing, method webster, at least 2 for each body',
    ]);
  });

  test('a choice', () => {
    expect(inWords({ voting: 'MEMBERS' }, ['A', 'B'])).toContain('The option with most is chosen');
    expect(inWords(MEMBERS, ['A', 'B'])).toContain(
      'The option with most is chosen, if it has more than 1/2 of those cast',
    );
  });
});

describe('a decision in sentences', () => {
  const rule: Rule = {
    ...GROUPS,
    quorum: { electors: '1/4', bodies: '1/2' },
    citation: { ruleBook: 2, section: 'decisions' },
  };
  const own: Rule = { voting: 'MEMBERS', threshold: { fraction: '2/3', base: 'CAST', strict: false } };
  const decision = decideMotion(rule, [
    body('North', 20, [6, 4], { rule: own }),
    body('South', 20, [4, 0]),
    { name: 'East', bodies: [body('E1', 8, [2, 0]), body('E2', 80, [5, 0]), body('E3', 8, [0, 0])] },
    body('West', 1200, [1000, 10, 3]),
    { name: 'Isles', rule: { ...GROUPS, quorum: {} }, bodies: [body('I1', 8, [0, 0])] },
  ]);

  test('tells of each body what it cast and why', () => {
    expect(decision.arithmetic).toEqual(
      expect.arrayContaining([
        'North: 6 FOR, 4 AGAINST, 0 ABSTAIN; DEFEATED by its own rule; casts 1 AGAINST',
        'South: 4 took part; at least 5 needed; an inquorate poll casts nothing',
        'East: 7 took part; at least 24 needed; an inquorate poll casts nothing',
        'West: 1,000 FOR, 10 AGAINST, 3 ABSTAIN; casts 1 FOR',
        'Isles: no ballots; it casts nothing',
      ]),
    );
    const bodiesShort = { ...rule, quorum: { bodies: '1/2' } };
    const east = {
      name: 'East',
      bodies: [body('E1', 8, [2, 0]), body('E2', 8, [0, 0]), body('E3', 8, [0, 0])],
    };
    expect(decideMotion(bodiesShort, [east]).arithmetic).toContain(
      'East: 1 of its bodies took part; at least 2 needed; it casts nothing',
    );
  });

  test('tells of the quorum, the lenses, what binds, and the outcome', () => {
    expect(decision.arithmetic.slice(-7)).toEqual([
      '1 of 2 bodies cast FOR; more than 1 needed; rule book 2, §decisions',
      '1 FOR and 1 AGAINST; a tie does not carry',
      'By bodies: 1 FOR, 1 AGAINST, 0 ABSTAIN; this binds',
      'By weight: 1 FOR, 1 AGAINST, 0 ABSTAIN',
      'By members: 1,017 FOR, 14 AGAINST, 3 ABSTAIN',
      'Bodies bind, because the rule lets each body cast one vote',
      'Outcome: INQUORATE',
    ]);
    expect(decision.arithmetic).toContain('1,034 of 1,344 electors took part; at least 336 needed; quorate');
    expect(decision.arithmetic).toContain('2 of 5 bodies took part; at least 3 needed; inquorate');
  });

  test('fewer FOR than AGAINST is said where a small threshold was met', () => {
    const small = { ...MEMBERS, threshold: { fraction: '1/4', base: 'ENTITLED' as const, strict: false } };
    expect(decideMotion(small, [body('A', 10, [3, 4])]).arithmetic).toEqual(
      expect.arrayContaining([
        '3 of 10 members entitled FOR; at least 5/2 needed, that is 3',
        '3 FOR and 4 AGAINST; nothing carries with fewer FOR than AGAINST',
      ]),
    );
  });

  test('sentences as data say the same, in the same order', () => {
    expect(decision.sentences.map(narrate)).toEqual(decision.arithmetic);
    expect(JSON.parse(JSON.stringify(decision.sentences))).toEqual(decision.sentences);
    expect(lensSentence('weight', decision.lenses.weight)).toEqual(
      decision.sentences.find(({ key }) => key === 'lens.weight'),
    );
  });
});

test('every sentence is given each value it names', () => {
  const values = new Proxy({}, { get: () => 'x', has: () => false }) as Sentence['values'];
  for (const key of Object.keys(english) as Sentence['key'][]) {
    const named = [...english[key].matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    if (named.some((name) => name === 'unit' || name === 'base')) continue;
    expect(narrate({ key, values })).not.toMatch(/[{}]|undefined/);
  }
  expect(Object.values(terms).every((term) => term.length > 0)).toBe(true);
});
