import { describe, expect, test } from '@jest/globals';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { canonicalBytes, canonicalText, parseCanonical } from '../../../server/history/canonical.js';

/** Values the history may hold: no floats, and only whole characters. */
const { value: held } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger(),
    fc.string({ unit: 'binary' }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.string({ unit: 'binary' }), tie('value'), { maxKeys: 4 }),
  ),
}));

describe('RFC 8785', () => {
  test('3.2.3: keys are sorted by UTF-16 code unit, its own example', () => {
    const unsorted = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    expect([...canonicalText(unsorted).matchAll(/:"([^"]+)"/g)].map((match) => match[1])).toEqual([
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ]);
  });

  test('3.2.2.2: the string of its example is escaped as it says', () => {
    expect(canonicalText('\u20ac$\u000f\u000aA\'\u0042\u0022\u005c\\"/')).toBe('"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"');
  });

  test('agrees with an independent implementation on every value the history may hold', () => {
    fc.assert(fc.property(held, (value) => canonicalText(value) === canonicalize(value)));
  });

  test('what was written reads back as the same bytes', () => {
    fc.assert(
      fc.property(held, (value) => canonicalText(parseCanonical(canonicalBytes(value))) === canonicalText(value)),
    );
  });
});

describe('what has no place in a record is refused', () => {
  test.each<[string, unknown]>([
    ['a fraction', 0.5],
    ['an integer of 2^53', 2 ** 53],
    ['not-a-number', Number.NaN],
    ['infinity', Number.POSITIVE_INFINITY],
    ['undefined', undefined],
    ['a missing member', { a: undefined }],
    ['a hole in a list', new Array<unknown>(1)],
    ['a big integer', 1n],
    ['a function', () => 1],
    ['a date', new Date(0)],
    ['half a character', '\ud800'],
    ['half a character as a key', { '\udc00': 1 }],
  ])('%s', (_what, value) => {
    expect(() => canonicalText(value)).toThrow();
  });

  test('nesting without end', () => {
    const deep = JSON.parse('['.repeat(5000) + ']'.repeat(5000)) as unknown;
    expect(() => canonicalText(deep)).toThrow('nested deeper');
  });
});

describe('bytes in any but the one spelling are refused', () => {
  test.each([
    ['white space', '{"a": 1}'],
    ['keys out of order', '{"b":1,"a":2}'],
    ['a key twice', '{"a":1,"a":1}'],
    ['a needless escape', '"\\u0041"'],
    ['an escaped slash', '"\\/"'],
    ['a number with an exponent', '1e2'],
    ['a number with a fraction of nothing', '1.0'],
    ['minus zero', '-0'],
    ['an integer that would be rounded', '9007199254740993'],
    ['a byte order mark', '\ufeff{}'],
    ['a trailing newline', '{}\n'],
    ['no JSON', 'hello'],
  ])('%s', (_what, text) => {
    expect(() => parseCanonical(text)).toThrow();
    expect(() => parseCanonical(Buffer.from(text))).toThrow();
  });

  test('bytes that are not UTF-8', () => {
    expect(() => parseCanonical(Buffer.from([0x22, 0xff, 0x22]))).toThrow('UTF-8');
  });
});
