// BLT that cannot be read is refused with one sentence and the line; what can be read is read the same in every spelling.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { papersOf } from '../../../conformance/elections/papers.js';
import { BallotFileError, Packing, writeElection } from '../../../../server/counting/elections/formats/index.js';
import { readBlt } from '../../../../server/counting/elections/formats/readBlt.js';
import { elections } from './elections.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const NAMES = '"A"\n"B"\n"T"\n';

function refusal(file: Uint8Array): { line: number; message: string } {
  try {
    readBlt(file);
  } catch (error) {
    expect(error).toBeInstanceOf(BallotFileError);
    return error as BallotFileError;
  }
  throw new Error('The file was read.');
}

describe('refused, with the line and what was expected there', () => {
  test.each([
    ['an empty file', '', 'line 1: expected the number of candidates and the number of seats, not an empty file'],
    [
      'only comments',
      '# a\n\n# b',
      'line 3: expected the number of candidates and the number of seats, not an empty file',
    ],
    ['no seats', '2\n', 'line 1: expected the number of seats, from 1 to 2, not the end of the line'],
    ['more seats than candidates', '2 3\n', 'line 1: expected the number of seats, from 1 to 2, not "3"'],
    ['no seat', '2 0\n', 'line 1: expected the number of seats, from 1 to 2, not "0"'],
    ['fewer seats than none', '2 -1\n', 'line 1: expected the number of seats, from 1 to 2, not "-1"'],
    ['no candidate', '0 1\n', 'line 1: expected the number of candidates, from 1 to 10000, not "0"'],
    ['too many candidates', '10001 1\n', 'line 1: expected the number of candidates, from 1 to 10000, not "10001"'],
    ['words for numbers', 'two 1\n', 'line 1: expected the number of candidates, from 1 to 10000, not "two"'],
    ['more on the first line', '2 1 7\n', 'line 1: expected the end of the line, not "7"'],
    [
      'a paper without its 0',
      `2 1\n1 1 2\n0\n${NAMES}`,
      'line 2: expected the 0 that ends a paper, not the end of the line',
    ],
    [
      'no end of the papers',
      '2 1\n1 1 0\n',
      'line 3: expected 0 alone on a line, after the last paper, not the end of the file',
    ],
    [
      'names before the end of the papers',
      `2 1\n1 1 0\n${NAMES}`,
      'line 3: expected a paper, which begins with its weight, or 0 alone on a line to end the papers, not "\\"A\\""',
    ],
    ['an unknown candidate', `2 1\n1 1 0\n1 3 0\n0\n${NAMES}`, 'line 3: expected a candidate from 1 to 2, not "3"'],
    ['an unknown candidate, tied', `2 1\n1 1=3 0\n0\n${NAMES}`, 'line 2: expected a candidate from 1 to 2, not "1=3"'],
    [
      'a huge candidate',
      `2 1\n1 99999999999999999999 0\n`,
      'line 2: expected a candidate from 1 to 2, not "99999999999999999999"',
    ],
    ['a tie with nobody', `2 1\n1 1= 2 0\n0\n${NAMES}`, 'line 2: expected a candidate from 1 to 2, not "1="'],
    [
      'a candidate twice',
      `2 1\n1 1 2 1 0\n0\n${NAMES}`,
      'line 2: expected each candidate once on a paper, not candidate 1 twice',
    ],
    [
      'a candidate twice, tied',
      `2 1\n1 1=1 0\n0\n${NAMES}`,
      'line 2: expected each candidate once on a paper, not candidate 1 twice',
    ],
    [
      'more ranks than candidates',
      `2 1\n1 - - - 1 0\n0\n${NAMES}`,
      'line 2: expected no more ranks on a paper than the 2 candidates',
    ],
    ['a weight of 0', `2 1\n0 1 2 0\n0\n${NAMES}`, 'line 2: expected a weight above 0'],
    ['a fraction of 0', `2 1\n0.0 1 2 0\n0\n${NAMES}`, 'line 2: expected a weight above 0'],
    ['a negative weight', `2 1\n1 1 0\n-3 1 2 0\n0\n${NAMES}`, 'line 3: expected a weight above 0'],
    ['a negative weight on the first paper', `2 1\n-1 2 0\n0\n${NAMES}`, 'line 2: expected a weight above 0'],
    [
      'a weight in words',
      `2 1\none 1 2 0\n0\n${NAMES}`,
      'line 2: expected a paper, which begins with its weight, or 0 alone on a line to end the papers, not "one"',
    ],
    ['a weight too fine', `2 1\n0.0000000001 1 0\n0\n${NAMES}`, 'line 2: expected a weight of at most 9 decimals'],
    ['a weight too large', `2 1\n9007199254740993 1 0\n0\n${NAMES}`, 'line 2: expected a weight of at most 15 digits'],
    [
      'weights too large together',
      `2 1\n9007199254740991 1 0\n9007199254740991 2 0\n0\n${NAMES}`,
      'line 3: expected papers of a smaller weight: all of them cannot be added exactly',
    ],
    [
      'weights too large together, among plain papers',
      `2 1\n9007199254740000 1 0\n${'999 1 2 0\n'.repeat(50)}0\n${NAMES}`,
      'line 3: expected papers of a smaller weight: all of them cannot be added exactly',
    ],
    [
      'an unknown candidate withdrawn',
      `2 1\n-3\n0\n${NAMES}`,
      'line 2: expected a withdrawn candidate from -1 to -2, not "-3"',
    ],
    ['two papers on a line', `2 1\n1 1 0 1 2 0\n0\n${NAMES}`, 'line 2: expected the end of the line, not "1"'],
    [
      'an identifier twice',
      `2 1\n(x) 1 1 0\n(x) 1 2 0\n0\n${NAMES}`,
      'line 3: expected each identifier once, not "x" twice',
    ],
    ['an identifier left open', `2 1\n(x 1 1 0\n0\n${NAMES}`, 'line 2: expected the closing bracket of an identifier'],
    ['too few names', '3 1\n1 1 0\n0\n"A"\n"B"\n', 'line 6: expected the name of candidate 3, not the end of the file'],
    [
      'no title, so that a name may be missing',
      '2 1\n0\n"A"\n"B"\n',
      'line 5: expected 2 names and then a title, not only 2 lines of text',
    ],
    ['an empty name', '2 1\n0\n"A"\n""\n"T"\n', 'line 4: expected the name of a candidate, not empty text'],
    [
      'quotation marks left open',
      '2 1\n0\n"A\n"B"\n"T"\n',
      'line 3: expected text in quotation marks, closed on the same line',
    ],
    [
      'a control character in a name',
      '2 1\n0\n"A\u0007"\n"B"\n"T"\n',
      'line 3: expected text without control characters',
    ],
    [
      'writing turned around in a name',
      '2 1\n0\n"A\u202e"\n"B"\n"T"\n',
      'line 3: expected text without control characters',
    ],
  ])('%s', (_what, text, message) => {
    expect(refusal(bytes(text)).message).toBe(message);
    expect(refusal(bytes(text.replaceAll('\n', '\r\n'))).message).toBe(message);
  });
});

describe('bytes that are no UTF-8 are refused with the line and the byte', () => {
  const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

  test.each([
    [
      'in a name',
      '2 1\n1 1 0\n0\n"Ra\u00fal"\n"B"\n"T"\n',
      'line 4: expected UTF-8 text, not the byte 0xFA (byte 4 of the line)',
    ],
    [
      'in the title',
      '2 1\n0\n"A"\n"B"\n"Montr\u00e9al"',
      'line 5: expected UTF-8 text, not the byte 0xE9 (byte 7 of the line)',
    ],
    [
      'in a comment',
      '2 1\n1 1 0 # caf\u00e9\n0\n',
      'line 2: expected UTF-8 text, not the byte 0xE9 (byte 12 of the line)',
    ],
    [
      'in a paper',
      '2 1\n1 1 0\n1 \u00b2 0\n0\n',
      'line 3: expected UTF-8 text, not the byte 0xB2 (byte 3 of the line)',
    ],
    [
      'at the beginning, as UTF-16 has it',
      '\u00ff\u00fe2\u0000',
      'line 1: expected UTF-8 text, not the byte 0xFF (byte 1 of the line)',
    ],
    [
      'half a letter at the end',
      '2 1\n0\nA\nB\nT\u00c3',
      'line 5: expected UTF-8 text, not the byte 0xC3 (byte 2 of the line)',
    ],
    [
      'a letter spelled too long',
      '2 1\n0\nA\u00c1\u0081\nB\nT',
      'line 3: expected UTF-8 text, not the byte 0xC1 (byte 2 of the line)',
    ],
    [
      'half a surrogate pair',
      '2 1\n0\nA\u00ed\u00a0\u0080\nB\nT',
      'line 3: expected UTF-8 text, not the byte 0xED (byte 2 of the line)',
    ],
  ])('%s', (_what, text, message) => expect(refusal(latin1(text)).message).toBe(message));
});

describe('a line of any length is read or refused without making it a string', () => {
  const LONG = 8 * 1024 * 1024;

  function filled(before: string, unit: string, after: string): Uint8Array {
    const file = new Uint8Array(before.length + LONG + after.length);
    file.set(bytes(before));
    file.fill(unit.charCodeAt(0), before.length, before.length + LONG);
    for (let at = before.length, place = 0; unit.length > 1 && place < LONG; place += 1)
      file[at + place] = unit.charCodeAt(place % unit.length);
    file.set(bytes(after), before.length + LONG);
    return file;
  }

  test.each([
    ['digits for a weight', '2 1\n', '1', ' 1 0\n', /^line 2: expected a paper.* not "1{24}…"$/],
    ['digits for a candidate', '2 1\n1 ', '1', ' 0\n', /^line 2: expected a candidate from 1 to 2, not "1{24}…"$/],
    ['ranks', '2 1\n1 ', '- ', '0\n', /^line 2: expected no more ranks/],
    ['an identifier', '2 1\n(', 'x', ') 1 1 0\n', /^line 2: expected at most 2000 bytes of text$/],
    ['a name', '2 1\n0\n"', 'x', '"\n"B"\n"T"\n', /^line 3: expected at most 2000 bytes of text$/],
    ['no line end at all', '', 'x', '', /^line 1: expected the number of candidates, from 1 to 10000, not "x{24}…"$/],
  ])('%s', (_what, before, unit, after, message) => {
    expect(refusal(filled(before, unit, after)).message).toMatch(message);
  });

  test('blanks and comments are passed over', () => {
    expect(papersOf(readBlt(filled('2 1\n1 1', ' ', `0\n0\n${NAMES}`)).ballots)).toEqual([[1, '1']]);
    expect(papersOf(readBlt(filled('2 1\n1 1 0 #', 'x', `\n0\n${NAMES}`)).ballots)).toEqual([[1, '1']]);
  });
});

test('line ends may be mixed, and the lines are still counted as people count them', () => {
  const { ballots } = readBlt(bytes('2 1\r\n1 1 0\r2 2 0\n\r\n3 2 1 0\r\n0\r"A"\n"B"\r\n"T"'));
  expect(papersOf(ballots)).toEqual([
    [1, '1'],
    [2, '2'],
    [3, '2 1'],
  ]);
  expect(refusal(bytes('2 1\r\n1 1 0\r2 2 0\n\r\n3 9 1 0\r\n0\r"A"\n"B"\r\n"T"')).line).toBe(5);
});

test('ten thousand candidates are read', () => {
  const all = Array.from({ length: 10_000 }, (_, i) => i + 1);
  const file = `10000 10000\n1 ${all.join(' ')} 0\n2 ${all.toReversed().join('=')} 0\n0\n${all.map((n) => `"C${n}"\n`).join('')}"T"\n`;
  const { candidates, ballots } = readBlt(bytes(file));
  expect(candidates.at(-1)).toBe('C10000');
  expect(papersOf(ballots)[0]).toEqual([1, all.join(' ')]);
  expect(papersOf(ballots)[1]).toEqual([2, all.toReversed().join('=')]);
});

test('weights with decimals are exact, and whole ones beside them', () => {
  const { ballots } = readBlt(bytes(`2 1\n3 1 0\n1.5 2 0\n0.125 1 0\n2.0 2 0\n0\n${NAMES}`));
  expect({ decimals: ballots.weightDecimals, weights: [...ballots.weights] }).toEqual({
    decimals: 3,
    weights: [3000, 1500, 125, 2000],
  });
});

test('identifiers may be given to some papers and not to others', () => {
  expect(readBlt(bytes(`2 1\n1 1 0\n(b) 1 2 0\n1 1 0\n0\n${NAMES}`)).ids).toEqual([null, 'b', null]);
});

test('names may stand on one line, as the first files of the format had them', () => {
  expect(readBlt(bytes('2 1\n0\n"A" "B" "T"')).candidates).toEqual(['A', 'B']);
});

test('plain papers and papers spelled otherwise are read as the same election', () => {
  fc.assert(
    fc.property(elections(), fc.constantFrom(' # so', ',', ' ', '\t,,'), (election, mark) => {
      const [papers, names] = splitAtEnd(writeElection(election, 'blt').text);
      const spelled = `${papers.replaceAll('\n', `${mark}\n`)}${names}`;
      expect(readBlt(bytes(spelled))).toEqual(readBlt(bytes(papers + names)));
    }),
  );
});

test.each([7, 12, 150])('thousands of papers of %i candidates are read as they were written', (all) => {
  const packing = new Packing(all);
  for (let row = 0; row < 4000; row += 1) {
    for (let rank = 0; rank < (row * 7) % (all + 1); rank += 1) {
      packing.mark((row * row + rank) % all, row % 500 === 499 && rank > 0);
    }
    packing.end(row % 3 === 0 ? 1 : row);
  }
  const candidates = Array.from({ length: all }, (_, i) => `Candidate ${i + 1}`);
  const election = { title: 'T', seats: 3, candidates, withdrawn: [], ballots: packing.ballots(), ids: null };
  const { text } = writeElection(election, 'blt');
  expect(readBlt(bytes(text))).toEqual(election);
  expect(readBlt(bytes(text.replaceAll('\n', '\r\n')))).toEqual(election);
  const at = text.indexOf(' 0\n', text.length / 3);
  const faulty = `${text.slice(0, at)} ${all + 1}${text.slice(at)}`;
  expect(refusal(bytes(faulty)).line).toBe(text.slice(0, at).split('\n').length);
});

/** Before and after the line that is only 0. */
function splitAtEnd(text: string): [string, string] {
  const end = text.indexOf('\n0\n');
  return [text.slice(0, end + 1), text.slice(end + 1)];
}

test('whatever a file holds, it is read or refused, and nothing else happens', () => {
  const odd = fc.string({ maxLength: 60, unit: fc.constantFrom(...'0123 \n\r\t-=().,#"aé'.split('')) });
  fc.assert(
    fc.property(odd, fc.nat(60), (noise, place) => {
      const sound = `2 1\n-2\n3 1 2 0\n(b) 1.5 2=1 0\n0\n${NAMES}`;
      const at = place % sound.length;
      try {
        readBlt(bytes(sound.slice(0, at) + noise + sound.slice(at)));
      } catch (error) {
        expect(error).toBeInstanceOf(BallotFileError);
        expect((error as BallotFileError).line).toBeGreaterThan(0);
      }
    }),
    { numRuns: 2000 },
  );
});
