// What a rule book may say, and the place named for what it may not.
import { expect, test } from '@jest/globals';
import { foundingRules } from '../../../server/rules/defaults.js';
import { missingFrom, readRules } from '../../../server/rules/schema.js';

const rule = foundingRules.decisions.DEFAULT;
const { elections } = foundingRules;
const office = { office: 'COOK', seats: 1, termMonths: 6, termLimit: null, alternates: 0 };
const faultOf = (rules: unknown) => readRules(rules).fault;

test('the founding rules are valid and leave nothing out', () => {
  expect(readRules(JSON.parse(JSON.stringify(foundingRules)))).toEqual({ rules: foundingRules, fault: null });
  expect(missingFrom(foundingRules)).toBeNull();
});

test('a rule book from before elections were thought of leaves nothing out', () => {
  const { elections: _unsaid, ...before } = foundingRules;
  expect(missingFrom(before)).toBeNull();
});

test('a rule book may speak of some sections only', () => {
  expect(faultOf({ standing: { duesGraceDays: 30 } })).toBeNull();
  expect(missingFrom({ standing: { duesGraceDays: 30 } })?.path).toBe('motions');
  expect(missingFrom({ ...foundingRules, decisions: {} })?.path).toBe('decisions.DEFAULT');
});

test.each([
  ['an unknown section', { motion: {} }, 'motion'],
  ['an unknown key in a section', { standing: { duesGraceDays: 1, grace: 2 } }, 'standing.grace'],
  ['a section half said', { motions: { debateDays: 3 } }, 'motions.secondsNeeded'],
  ['a number that is not whole', { standing: { duesGraceDays: 1.5 } }, 'standing.duesGraceDays'],
  ['a negative number', { roll: { challengeDays: -1 } }, 'roll.challengeDays'],
  ['a poll that would be over at once', { motions: { ...foundingRules.motions, votingDays: 0 } }, 'motions.votingDays'],
  ['an unknown kind of decision', { decisions: { WAR: rule } }, 'decisions.WAR'],
  [
    'a threshold nobody can reach',
    { decisions: { DEFAULT: { ...rule, threshold: { fraction: '1/1', base: 'CAST', strict: true } } } },
    'decisions.DEFAULT.threshold',
  ],
  [
    'a fraction that is not exact',
    { decisions: { DEFAULT: { ...rule, threshold: { fraction: '0.5', base: 'CAST', strict: true } } } },
    'decisions.DEFAULT.threshold.fraction',
  ],
  ['no threshold', { decisions: { DEFAULT: { ...rule, threshold: null } } }, 'decisions.DEFAULT.threshold'],
  [
    'bodies that decide without a weight',
    { decisions: { DEFAULT: { ...rule, weight: null } } },
    'decisions.DEFAULT.weight',
  ],
  [
    'bodies that decide without a cast rule',
    { decisions: { DEFAULT: { ...rule, cast: null } } },
    'decisions.DEFAULT.cast',
  ],
  [
    'weights that no membership gives',
    { decisions: { DEFAULT: { ...rule, weight: { kind: 'GIVEN' } } } },
    'decisions.DEFAULT.weight',
  ],
  [
    'bands that do not end',
    { decisions: { DEFAULT: { ...rule, weight: { kind: 'BANDS', bands: [[9, 1]] } } } },
    'decisions.DEFAULT.weight.bands',
  ],
  ['secrecy left open', { decisions: { DEFAULT: { ...rule, secret: undefined } } }, 'decisions.DEFAULT.secret'],
  ['an election by a method nobody knows', { elections: { ...elections, method: 'coin' } }, 'elections.method'],
  ['persons elected by consent', { elections: { ...elections, method: 'consent' } }, 'elections.method'],
  ['an election half said', { elections: { method: 'irv' } }, 'elections.secret'],
  ['nominations that close at once', { elections: { ...elections, nominationDays: 0 } }, 'elections.nominationDays'],
  ['an office twice', { elections: { ...elections, offices: [office, office] } }, 'elections.offices'],
  [
    'several elected by a method that finds one',
    { elections: { ...elections, method: 'schulze', offices: [{ ...office, seats: 2 }] } },
    'elections.offices[0].seats',
  ],
  [
    'an office whose name is none',
    { elections: { ...elections, offices: [{ ...office, office: 'Cook' }] } },
    'elections.offices[0].office',
  ],
  ['a text instead of a rule book', 'rules', ''],
])('%s is refused, and the fault names the place', (_what, rules, path) => {
  const fault = faultOf(rules);
  expect(fault?.path).toBe(path);
  expect(fault?.expected.length).toBeGreaterThan(5);
});
