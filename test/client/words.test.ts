// How the client words what the server sent as data, and when it leaves the server's own sentence alone.
import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createIntl } from 'react-intl';
import { placeholders } from '../../client/src/i18n/placeholders';
import { english as arithmetic } from '../../server/counting/english.js';
import { english as told } from '../../server/counting/elections/english.js';
import { wordById, wordCode, wordSentence } from '../../client/src/i18n/word';

const messagesOf = (language: string) =>
  JSON.parse(readFileSync(join(process.cwd(), `client/src/i18n/${language}.json`), 'utf8')) as Record<string, string>;
const spanish = createIntl({ locale: 'es', messages: messagesOf('es') });
const english = createIntl({ locale: 'en', messages: messagesOf('en') });

describe('the values a message asks for', () => {
  test.each([
    ['no values', []],
    ['{count} of {all}', ['all', 'count']],
    ['{count, plural, one {# vote} other {{votes} votes}}', ['count', 'votes']],
    ['{base, select, CAST {cast} other {{voting, select, MEMBERS {members} other {all}}}} end', ['base', 'voting']],
  ])('%s', (message, names) => {
    expect([...placeholders(message)].sort()).toEqual(names);
  });
});

test('a sentence is worded in the reader’s language from its key and values', () => {
  const sentence = {
    key: 'motions.seconds',
    values: { count: 3, days: 14 },
    text: 'A motion needs 3 seconds within 14 days, or it lapses.',
  };
  expect(wordSentence(spanish, sentence)).toBe('Una moción necesita 3 apoyos en 14 días; si no, caduca.');
});

test('shares, counts by option and bands are worded too', () => {
  const quorum = { key: 'rule.quorum.electors', values: { share: '1/2' }, text: '' };
  expect(wordSentence(spanish, quorum)).toBe('Vale solo si vota al menos la mitad de los miembros del censo.');
  const lens = {
    key: 'lens.weight.binds',
    values: {
      totals: [
        { option: 'FOR', count: 12 },
        { option: 'AGAINST', count: 16 },
      ],
    },
    text: '',
  };
  expect(wordSentence(english, lens)).toBe('By weight: 12 For, 16 Against; this binds');
  const bands = {
    key: 'rule.groups.BANDS',
    values: {
      constituents: 'LOCAL_GROUPS',
      bands: [
        [9, 1],
        [19, 2],
        [null, 3],
      ],
    },
    text: '',
  };
  expect(wordSentence(english, bands)).toBe(
    'Decided by the Local Groups: each Local Group casts votes by the size of its membership: up to 9 members 1 vote, 10 to 19 members 2 votes, 20 and more 3 votes.',
  );
});

test('a sentence that rests on a known place in a rule book ends with it', () => {
  const sum = {
    key: 'threshold.more',
    values: { count: 12, of: 28, unit: 'weight.CAST', option: 'FOR', needed: '14', ruleBook: 3, section: 'motions' },
    text: '12 of 28 …',
  };
  expect(wordSentence(english, sum)).toBe('12 of 28 votes cast For; more than 14 needed; rule book 3, §motions');
});

test('large numbers are grouped as the reader’s language groups them', () => {
  expect(
    wordById(english, 'sentence.quorum.electors.met', { tookPart: 17410742, of: 33577342, needed: 1 }, ''),
  ).toContain('17,410,742 of 33,577,342');
});

test('without the message, or without one of its values, the server’s own sentence stands', () => {
  expect(wordById(spanish, 'refusal.NEVER_HEARD_OF', {}, 'The server says so.')).toBe('The server says so.');
  expect(wordById(spanish, 'sentence.motions.seconds', { count: 3 }, 'A motion needs seconds.')).toBe(
    'A motion needs seconds.',
  );
  expect(wordById(spanish, 'sentence.motions.seconds', { count: 3, days: null }, 'A motion needs seconds.')).toBe(
    'A motion needs seconds.',
  );
});

describe('every sentence about a decision', () => {
  test.each(Object.entries(arithmetic))(
    '%s has its words, asking for no value the server does not send',
    (key, text) => {
      const message = english.messages[`sentence.${key}`];
      expect(typeof message).toBe('string');
      expect([...placeholders(text)]).toEqual(expect.arrayContaining([...placeholders(message as string)]));
    },
  );
});

describe('every sentence that tells a count', () => {
  test.each(Object.entries(told))('%s has its words, asking for no value that is not sent', (key, text) => {
    const message = english.messages[`count.said.${key}`];
    expect(typeof message).toBe('string');
    expect([...placeholders(text), 'count']).toEqual(expect.arrayContaining([...placeholders(message as string)]));
  });
});

describe('a refusal', () => {
  const values = { reason: 'NOT_IN_GOOD_STANDING', body: 'Tacoma', home: 'Tacoma' };
  const text = 'You were not in good standing in Tacoma when the roll was frozen on 2026-11-15.';

  test('is the server’s own sentence in English, its days written out', () => {
    expect(wordCode(english, 'refusal.NOT_ON_ROLL', values, text)).toBe(
      text.replace('2026-11-15', 'November 15, 2026'),
    );
  });

  test('is worded by its code and its reason in another language', () => {
    expect(wordCode(spanish, 'refusal.NOT_ON_ROLL', values, text)).toMatch(/^No estaba al corriente/);
  });

  test('has words for every code that a deed can be refused with', () => {
    const server = join(process.cwd(), 'server');
    const rooms = [
      'accounts',
      'bodies',
      'elections',
      'membership',
      'platform',
      'policy',
      'polls',
      'proposals',
      'rules',
    ];
    const files = rooms.flatMap((room) =>
      readdirSync(join(server, room), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts'))
        .map((file) => readFileSync(join(server, room, file), 'utf8')),
    );
    const said = [...files.join('\n').matchAll(/(?:refuse|new Refusal)\(\s*'([A-Z_]+)'/g)].map(([, code]) => code!);
    expect(said.length).toBeGreaterThan(40);
    expect([...new Set(said)].filter((code) => !(`refusal.${code}` in english.messages))).toEqual([]);
  });
});
