// Tables of ballots, PrefLib and Condorcet Election Format: what they mean, and what is refused with the line.
import { describe, expect, test } from '@jest/globals';
import { papersOf } from '../../../conformance/elections/papers.js';
import {
  type BallotFormat,
  BallotFileError,
  type Beside,
  readElection,
} from '../../../../server/counting/elections/formats/index.js';

function read(format: BallotFormat, text: string, beside?: Beside) {
  const { ballots, ids: _, ...said } = readElection(new TextEncoder().encode(text), format, beside);
  return { ...said, papers: papersOf(ballots) };
}

function refusal(format: BallotFormat, text: string | Uint8Array, beside?: Beside): string {
  try {
    readElection(typeof text === 'string' ? new TextEncoder().encode(text) : text, format, beside);
  } catch (error) {
    expect(error).toBeInstanceOf(BallotFileError);
    return (error as BallotFileError).message;
  }
  throw new Error('The file was read.');
}

const three = { title: '', seats: 1, candidates: ['Ann', 'Ben', 'Cy'], withdrawn: [] };

describe('a table of ballots', () => {
  test('ranks by name, with ties, empty ranks and blank papers', () => {
    const text = '\ufeffcount,ranking\r\n12,Ann>Ben=Cy\r\n 3 , Cy > > Ann \n\n5,\n1.5,Ben';
    expect(read('ballots', text)).toEqual({
      ...three,
      papers: [
        [12, '1 2=3'],
        [3, '3 - 1'],
        [5, ''],
        [1.5, '2'],
      ],
    });
  });

  test('names with commas, signs and quotation marks stand in quotation marks', () => {
    expect(read('ballots', '1,"Lee, Di>""A>B""=""Bo """"X"""" Fry"""\n')).toMatchObject({
      candidates: ['Lee, Di', 'A>B', 'Bo "X" Fry'],
      papers: [[1, '1 2=3']],
    });
  });

  test('known candidates keep their order, and those on no paper stand too', () => {
    const beside = { title: 'T', seats: 2, candidates: ['Cy', 'Ben', 'Ann', 'Di'], withdrawn: [3] };
    expect(read('ballots', '1,Ann>Ben', beside)).toEqual({ ...beside, papers: [[1, '3 2']] });
  });

  test.each([
    ['an empty file', '', 'line 1: expected a count and a ranking, such as 12,Ann>Ben=Cy, not an empty file'],
    ['no count', '1,A\nAnn>Ben,x\n', 'line 2: expected a count of papers, such as 12, not "Ann>Ben"'],
    ['a negative count', '-1,A\n', 'line 1: expected a count of papers, such as 12, not "-1"'],
    ['a count of 0', '1,A\n0,A\n', 'line 2: expected a weight above 0'],
    [
      'a bare comma in a name',
      '1,Lee, Di>A\n',
      'line 1: expected a count and a ranking, such as 12,Ann>Ben=Cy, with quotation marks around a ranking that holds a comma, not 3 cells',
    ],
    [
      'one cell',
      '1,A\n7\n',
      'line 2: expected a count and a ranking, such as 12,Ann>Ben=Cy, with quotation marks around a ranking that holds a comma, not 1 cells',
    ],
    [
      'quotation marks amiss',
      '1,"A>B\n2,C\n',
      'line 1: expected quotation marks only around a whole cell, doubled within it',
    ],
    ['quotation marks amiss in a ranking', '1,"""A>B"\n', 'line 1: expected names with > or = between them'],
    ['a candidate twice', '1,Ann>Ben>Ann\n', 'line 1: expected each candidate once on a paper, not "Ann" twice'],
    ['a tie with nobody', '1,Ann=>Ben\n', 'line 1: expected a name on either side of ='],
    ['only blank papers', '3,\n', 'line 1: expected at least one candidate on one of the papers'],
  ])('refuses %s', (_what, text, message) => expect(refusal('ballots', text)).toBe(message));

  test('refuses a name that is not among the known candidates', () => {
    expect(refusal('ballots', '1,Ann\n1,Anne\n', { candidates: ['Ann'] })).toBe(
      'line 2: expected one of the candidates, not "Anne"',
    );
  });
});

describe('PrefLib', () => {
  const head =
    '# TITLE: T\n# NUMBER ALTERNATIVES: 3\n# NUMBER VOTERS: 8\n# ALTERNATIVE NAME 1: Ann\n# ALTERNATIVE NAME 2: Ben\n# ALTERNATIVE NAME 3: Cy\n';

  test('orders with ties, and of some alternatives only', () => {
    expect(read('toi', `${head}5: 1,{2,3}\n2: {3, 1}\n1:\n`)).toEqual({
      ...three,
      title: 'T',
      papers: [
        [5, '1 2=3'],
        [2, '3=1'],
        [1, ''],
      ],
    });
  });

  test('seats and withdrawals are known beside it', () => {
    expect(read('soi', `${head}8: 2\n`, { seats: 2, withdrawn: [0], title: 'U' })).toMatchObject({
      title: 'T',
      seats: 2,
      withdrawn: [0],
    });
  });

  test.each<[string, BallotFormat, string, string]>([
    ['an empty file', 'toi', '', 'line 1: expected the line # NUMBER ALTERNATIVES at the head of the file'],
    [
      'a file cut short',
      'toi',
      `${head}5: 1\n`,
      'line 7: expected the papers of 8 voters, as the head of the file says, not of 5',
    ],
    [
      'ties in strict orders',
      'soi',
      `${head}8: 1,{2,3}\n`,
      'line 7: expected an order without ties, as .soi files hold',
    ],
    [
      'some alternatives in complete orders',
      'soc',
      `${head}8: 1,2\n`,
      'line 7: expected an order of all 3 alternatives, as .soc files hold',
    ],
    ['an unknown alternative', 'toi', `${head}8: 1,4\n`, 'line 7: expected a candidate from 1 to 3, not 4'],
    [
      'an alternative twice',
      'toi',
      `${head}8: 1,{2,1}\n`,
      'line 7: expected each candidate once on a paper, not "Ann" twice',
    ],
    ['a count of 0', 'toi', `${head}0: 1\n`, 'line 7: expected a weight above 0'],
    [
      'a name missing',
      'toi',
      '# NUMBER ALTERNATIVES: 2\n# ALTERNATIVE NAME 1: A\n1: 1\n',
      'line 3: expected the line # ALTERNATIVE NAME 2 at the head of the file',
    ],
    [
      'a name too many',
      'toi',
      '# NUMBER ALTERNATIVES: 1\n# ALTERNATIVE NAME 1: A\n# ALTERNATIVE NAME 2: B\n1: 1\n',
      'line 4: expected no more names than the 1 alternatives',
    ],
    [
      'too many alternatives',
      'toi',
      '# NUMBER ALTERNATIVES: 10001\n',
      'line 1: expected the number of alternatives, from 1 to 10000, not "10001"',
    ],
    [
      'data that are no orders',
      'toi',
      '# DATA TYPE: cat\n',
      'line 1: expected orders, soc, soi, toc or toi, not "cat"',
    ],
    ['no count', 'toi', `${head}1,2,3\n`, 'line 7: expected a count and an order, such as 5: 1,{2,3}, not "1,2,3"'],
    [
      'words for numbers',
      'toi',
      `${head}5: 1,Ann\n`,
      'line 7: expected numbers of alternatives with commas between them, tied ones in braces',
    ],
    [
      'braces left open',
      'toi',
      `${head}5: 1,{2,3\n`,
      'line 7: expected numbers of alternatives with commas between them, tied ones in braces',
    ],
  ])('refuses %s', (_what, format, text, message) => expect(refusal(format, text)).toBe(message));
});

describe('Condorcet Election Format', () => {
  test('parameters, comments, tags, weights and numbers of papers', () => {
    const text = [
      '# Council 2026',
      '#/Candidates: Ann ; Ben;Cy',
      '#/number of seats: 2',
      '#/Implicit Ranking: false',
      '#/Weight Allowed: true',
      '',
      '# the votes',
      'Ann > Ben = Cy * 12 # twelve alike',
      'a@b.org , signature:5f || Ben>Ann ^7 * 2',
      'Cy ^3',
      '/EMPTY_RANKING/ * 4',
      '/EMPTY/',
    ].join('\r\n');
    expect(read('cef', text)).toEqual({
      ...three,
      title: 'Council 2026',
      seats: 2,
      papers: [
        [12, '1 2=3'],
        [14, '2 1'],
        [3, '3'],
        [4, ''],
        [1, ''],
      ],
    });
  });

  test('weights count only where they are allowed, and candidates are met on the papers where none are listed', () => {
    expect(read('cef', 'Ann > Ben ^7 * 2\nCy')).toEqual({
      ...three,
      papers: [
        [2, '1 2'],
        [1, '3'],
      ],
    });
  });

  const head = '#/Candidates: Ann ; Ben\n';
  test.each([
    ['an empty file', '', 'line 1: expected candidates or papers, not an empty file'],
    ['an unknown candidate', `${head}Ann > Cy\n`, 'line 2: expected one of the candidates, not "Cy"'],
    [
      'a candidate twice',
      `${head}Ann > Ben > Ann\n`,
      'line 2: expected each candidate once on a paper, not "Ann" twice',
    ],
    ['a candidate listed twice', '#/Candidates: Ann ; Ann\n', 'line 1: expected each candidate once, not "Ann" twice'],
    ['an empty rank', `${head}Ann > > Ben\n`, 'line 2: expected the name of a candidate before and after each sign'],
    ['another sign', `${head}Ann < Ben\n`, 'line 2: expected a name without the signs ><=;,#/^*|, not "Ann < Ben"'],
    [
      'a blank paper as a rank',
      `${head}Ann > /EMPTY_RANKING/\n`,
      'line 2: expected a name without the signs ><=;,#/^*|, not "/EMPTY_RANKING/"',
    ],
    [
      'the weight after the number',
      `${head}Ann * 8 ^7\n`,
      'line 2: expected a ranking, then ^ and a weight, then * and a number of papers',
    ],
    ['half a paper', `${head}Ann * 0.5\n`, 'line 2: expected a number of papers, a whole number from 1, not "0.5"'],
    ['no paper', `${head}Ann * 0\n`, 'line 2: expected a number of papers, a whole number from 1, not "0"'],
    [
      'more seats than candidates',
      `#/Number of Seats: 3\n${head}Ann\n`,
      'line 1: expected a number of seats from 1 to 2, not 3',
    ],
    [
      'a parameter after a paper',
      `${head}Ann\n#/Number of Seats: 1\n`,
      'line 3: expected parameters before the first paper',
    ],
    [
      'a parameter further in',
      `${head}  #/Number of Seats: 1\n`,
      'line 2: expected a parameter at the very beginning of its line',
    ],
    ['a parameter without a value', '#/Candidates\n', 'line 1: expected a parameter, its name, a colon and its value'],
    ['neither true nor false', '#/Weight Allowed: maybe\n', 'line 1: expected true or false'],
  ])('refuses %s', (_what, text, message) => expect(refusal('cef', text)).toBe(message));
});

test.each<[BallotFormat, string]>([
  ['ballots', '1,Ra\u00fal\n'],
  ['toi', '# TITLE: Ra\u00fal\n'],
  ['cef', '# Ra\u00fal\n'],
])('%s of Latin-1 bytes is refused with the line and the byte', (format, text) => {
  const latin1 = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  expect(refusal(format, latin1)).toMatch(/^line 1: expected UTF-8 text, not the byte 0xFA \(byte \d+ of the line\)$/);
});

test.each<BallotFormat>(['ballots', 'toi', 'cef'])('a line of %s without end is refused', (format) => {
  expect(refusal(format, new Uint8Array(8 * 1024 * 1024).fill(65))).toBe(
    'line 1: expected at most 1048576 bytes of text',
  );
});

describe('a table of scores', () => {
  test('gives each candidate a number or nothing', () => {
    const { ballots, candidates } = readElection(
      new TextEncoder().encode('\ufeffcount, Ann ,"Lee, Di",Cy\r\n12,5,,0\n\n1.5,,2,\n3,,,\n'),
      'scores',
    );
    expect(candidates).toEqual(['Ann', 'Lee, Di', 'Cy']);
    expect(papersOf(ballots)).toEqual([
      [12, '1 3'],
      [1.5, '2'],
      [3, ''],
    ]);
    expect([...ballots.scores!]).toEqual([5, 0, 2]);
  });

  test.each([
    [
      'an empty file',
      '',
      'line 1: expected count and the names of the candidates, such as count,Ann,Ben, not an empty file',
    ],
    ['no names', 'count\n', 'line 1: expected count and the names of the candidates, such as count,Ann,Ben'],
    ['a nameless candidate', 'count,Ann,\n', 'line 1: expected the name of a candidate, not an empty cell'],
    ['a name twice', 'count,Ann,Ann\n', 'line 1: expected each candidate once, not "Ann" twice'],
    ['a cell too many', 'count,Ann\n1,2,3\n', 'line 2: expected a count and 1 scores, not 3 cells'],
    ['a score below 0', 'count,Ann\n1,-2\n', 'line 2: expected a score from 0 to 65535, not "-2"'],
    ['a score too high', 'count,Ann\n1,65536\n', 'line 2: expected a score from 0 to 65535, not "65536"'],
    ['no count', 'count,Ann\nx,1\n', 'line 2: expected a count of papers, such as 12, not "x"'],
    ['a count of 0', 'count,Ann\n0,1\n', 'line 2: expected a weight above 0'],
    [
      'open quotation marks',
      'count,"Ann\n',
      'line 1: expected quotation marks only around a whole cell, doubled within it',
    ],
  ])('%s is refused', (_what, text, message) => expect(refusal('scores', text)).toBe(message));
});
