// Small judgements of the pages: where one may be sent, which language is chosen, what in a mail is a link.
import { describe, expect, test } from '@jest/globals';
import { chooseLanguage, localeFor } from '../../client/src/i18n/messages';
import { linkify } from '../../client/src/session/linkify';
import { safePath } from '../../client/src/session/safePath';
import { declarationsOf } from '../../client/src/platform/Declarations';
import { ruleGroups } from '../../client/src/rules/ruleGroups';
import { sectionKey } from '../../client/src/ui/Why';
import { readable } from '../../client/src/ui/useCode';

describe('after signing in', () => {
  test.each([
    ['/poll/1?x=2', '/poll/1?x=2'],
    [null, '/'],
    ['https://elsewhere.example', '/'],
    ['//elsewhere.example', '/'],
    ['/\\elsewhere.example', '/'],
    ['javascript:alert(1)', '/'],
  ])('%s leads to %s', (wish, path) => {
    expect(safePath(wish)).toBe(path);
  });
});

describe('the language', () => {
  test('is the first wish that is spoken here', () => {
    expect(chooseLanguage([null, 'de-DE', 'es-MX', 'fr'])).toBe('es');
  });
  test('is English where no wish can be met', () => {
    expect(chooseLanguage(['de', undefined])).toBe('en');
  });
  test('writes dates in the reader’s own region where it fits', () => {
    expect(localeFor('en', ['fr-CA', 'en-GB'])).toBe('en-GB');
    expect(localeFor('es', ['en-US'])).toBe('es');
  });
});

describe('a mail’s text', () => {
  const text = 'Open https://mandate.example/sign-in/link#a1-b2. Or read https://other.example/x (later).';

  test('keeps every character', () => {
    expect(
      linkify(text, 'https://mandate.example')
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
  });
  test('leads within this site without its origin, with the token and without the full stop', () => {
    expect(linkify(text, 'https://mandate.example').filter(({ href }) => href)).toEqual([
      { text: 'https://mandate.example/sign-in/link#a1-b2', href: '/sign-in/link#a1-b2', local: true },
      { text: 'https://other.example/x', href: 'https://other.example/x', local: false },
    ]);
  });
});

test('only declarations are ticked, in the order of the platform', () => {
  const clause = (key: string, kind: string) => ({ key, kind, heading: key, text: key });
  expect(
    declarationsOf([clause('a', 'PRINCIPLE'), clause('b', 'DECLARATION'), clause('c', 'DECLARATION')]).map(
      ({ key }) => key,
    ),
  ).toEqual(['b', 'c']);
});

test.each([
  ['motions', 'motions'],
  ['§motions', 'motions'],
  ['decisions.ORDINARY', 'decisions'],
])('the rule %s stands in the section %s', (section, key) => {
  expect(sectionKey(section)).toBe(key);
});

test.each([
  ['STRIKE_COMMITTEE', 'Strike committee'],
  ['roll.freeze', 'Roll freeze'],
  ['admitMember', 'Admit member'],
])('a code without a message, %s, is shown as %s', (code, words) => {
  expect(readable(code)).toBe(words);
});

test('the rules on decisions are set by the kind of motion they speak of', () => {
  const of = (...keys: string[]) => keys.map((key) => ({ key }));
  expect(ruleGroups(of('decisions.kind', 'rule.members', 'rule.open', 'decisions.kindFrom', 'rule.secret'))).toEqual([
    { head: { key: 'decisions.kind' }, sentences: of('rule.members', 'rule.open') },
    { head: { key: 'decisions.kindFrom' }, sentences: of('rule.secret') },
  ]);
  expect(ruleGroups(of('motions.seconds', 'motions.debate'))).toEqual([
    { head: null, sentences: of('motions.seconds', 'motions.debate') },
  ]);
});
