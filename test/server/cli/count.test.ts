// `mandate count` and `mandate apportion`: the published results from the published files, and every fault in one sentence.
import { afterAll, describe, expect, test } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  type PublishedCondorcet,
  type PublishedPositional,
  type PublishedStv,
  published,
} from '../../conformance/elections/load.js';
import { emptyFolder, run, tidyFolders } from './program.js';

const data = path.resolve(import.meta.dirname, '../../conformance/elections/data');
afterAll(tidyFolders);

function file(name: string, content: string | Buffer): string {
  const place = path.join(emptyFolder(), name);
  writeFileSync(place, content);
  return place;
}

async function counted(words: string[]) {
  const { code, out, err } = await run(['count', ...words, '--json']);
  expect([code, err]).toEqual([0, '']);
  return JSON.parse(out);
}

describe('mandate count', () => {
  test('scottish-stv: quota, elected in order and every stage as published', async () => {
    const { contests } = published<PublishedStv>('stv');
    for (const { file: name, quota, seats, elected, electedAt, stages } of contests.slice(0, 3)) {
      const document = await counted([path.join(data, name)]);
      expect(document).toMatchObject({ method: 'scottish-stv', seats, quota, elected, electedAt, ties: [] });
      expect(document.stages).toEqual(stages.map((stage) => expect.objectContaining(stage)));
      expect(document.exhausted).toBe(document.stages.at(-1).exhausted);
    }
  });

  test('schulze: every unbeaten candidate, the comparisons and the paths', async () => {
    const contest = published<PublishedCondorcet>('condorcet').contests.find(({ id }) => id === 'schulze-4')!;
    expect(await counted([path.join(data, contest.file), '--method', 'schulze'])).toMatchObject({
      elected: contest.winners,
      pairwise: contest.pairwise,
      paths: contest.paths,
    });
  });

  test('positional: the points by name', async () => {
    const { points, contests } = published<PublishedPositional>('positional');
    const contest = contests.find(({ winner }) => winner)!;
    const words = [path.join(data, contest.file), '--method', 'positional', '--points', points.join()];
    const document = await counted(words);
    expect(document).toMatchObject({ elected: [contest.winner], scores: contest.scores });
    expect(document.ties[0]).toEqual({
      stage: 1,
      for: 'election',
      between: ['FR', 'SE'],
      decidedBy: 'rule',
      pick: 'SE',
    });
  });

  test('from other formats, told by name or by --format', async () => {
    const ballots = '2,Ann>Ben=Cy\n1,Cy\n';
    const approved = { elected: ['Ann', 'Ben'], candidates: ['Ann', 'Ben', 'Cy'], scores: { Ann: 2, Ben: 2, Cy: 3 } };
    const words = ['--method', 'approval', '--seats', '1'];
    const wanted = { ...approved, elected: ['Cy'] };
    expect(await counted([file('b.csv', ballots), ...words])).toMatchObject(wanted);
    expect(await counted([file('b.txt', ballots), ...words, '--format', 'ballots'])).toMatchObject(wanted);
    expect(await counted([file('b.txt', 'Ann > Ben = Cy * 2\nCy\n'), ...words, '--format', 'cef'])).toMatchObject(
      wanted,
    );
    expect(await counted([path.join(data, 'condorcet/debian-2020.toi'), '--method', 'schulze'])).toMatchObject({
      elected: ['Jonathan Carter'],
    });
  });

  test('score and consent from a table of scores', async () => {
    const words = [file('s.csv', 'count,Ann,"Lee, Di"\n3,5,0\n2,1,4\n'), '--format', 'scores', '--method'];
    expect(await counted([...words, 'score'])).toMatchObject({ elected: ['Ann'], scores: { Ann: 17, 'Lee, Di': 8 } });
    expect((await counted([...words, 'score', '--highest', '4'])).blank).toBe(3);
    const answers = [file('s.csv', 'count,Ann,Ben\n3,2,2\n2,1,0\n'), '--format', 'scores', '--method', 'consent'];
    const { elected, consent } = await counted(answers);
    expect([elected, consent.Ann]).toEqual([['Ann'], { agree: 3, standAside: 2, block: 0 }]);
  });

  test('with others withdrawn, other places, and re-opening nominations', async () => {
    const place = file('b.csv', '3,Ann>Ben\n2,Ben\n1,"Lee, Di>Ben"\n');
    const words = [place, '--method', 'plurality'];
    expect((await counted([...words, '--seats', '2'])).elected).toEqual(['Ann', 'Ben']);
    expect((await counted([...words, '--withdrawn', 'Ann', '--withdrawn', 'Lee, Di'])).scores).toMatchObject({
      Ben: 6,
    });
    expect((await counted([...words, '--withdrawn', 'Lee, Di;Ann'])).scores).toMatchObject({ Ben: 6 });
    expect(await counted([...words, '--reopen', 'Ann'])).toMatchObject({ elected: [], reopened: true });
  });

  test('says who is elected, shows every stage and tells the story', async () => {
    const { code, out, err } = await run(['count', path.join(data, 'stv/tie-exclusion-history.blt')]);
    expect([code, err]).toEqual([0, '']);
    for (const line of [
      '  1. C, in stage 1',
      'B                    3  3  3.5  5.5',
      'Stage 4',
      '  Elected, in this order: C, A and B',
    ])
      expect(out.split('\n')).toContain(line);
  });
});

describe('a tie that only a lot can decide', () => {
  const place = path.join(data, 'stv/tie-exclusion-lot.blt');

  test('is refused without one, saying how to give it: exit 1', async () => {
    const { code, out, err } = await run(['count', place]);
    expect([code, out]).toEqual([1, '']);
    expect(err).toBe(
      `mandate: ${place}: nothing but a lot can decide between D, E in stage 3: write the names in a file in the order ` +
        'drawn, one a line, and give it with --ties FILE.\n',
    );
  });

  test.each([
    ['D\nE\n', 'D'],
    ['\ufeffE\r\n\r\nD', 'E'],
  ])('is decided by %j', async (lot, elected) => {
    const document = await counted([place, '--ties', file('lot.txt', lot)]);
    expect(document.elected).toEqual(['A', 'B', elected]);
    const pick = elected === 'D' ? 'E' : 'D';
    expect(document.ties).toEqual([{ stage: 3, for: 'exclusion', between: ['D', 'E'], decidedBy: 'lot', pick }]);
  });

  test.each([
    ['D\nF\n', 2, 'line 2: the name of a candidate was expected, not "F"'],
    ['D\nD\n', 2, 'line 2: each name once was expected, not "D" again'],
    ['D\n', 1, 'lot.txt must have them all'],
  ])('a lot of %j does not', async (lot, code, sentence) => {
    const ended = await run(['count', place, '--ties', file('lot.txt', lot)]);
    expect(ended).toMatchObject({ code, out: '' });
    expect(ended.err).toContain(sentence);
  });
});

describe('bad input is one sentence with the line: exit 2', () => {
  const names = '"A"\n"B"\n"C"\n"T"\n';
  test.each<[string, string, string | Buffer, string]>([
    ['a paper without its 0', 'a.blt', `3 1\n1 1 2\n0\n${names}`, 'line 2'],
    ['papers without an end', 'a.blt', `3 1\n1 1 2 0\n${names}`, 'line 3'],
    ['an unknown candidate', 'a.blt', `3 1\n1 1 0\n1 4 0\n0\n${names}`, 'line 3'],
    ['a negative weight', 'a.blt', `3 1\n1 1 0\n-2 1 0\n0\n${names}`, 'line 3'],
    ['more seats than candidates', 'a.blt', `3 4\n1 1 0\n0\n${names}`, 'line 1'],
    ['an empty file', 'a.blt', '', 'line 1'],
    ['Latin-1', 'a.blt', Buffer.from(`3 1\n1 1 0\n0\n"A"\n"Jos\xe9"\n"C"\n"T"\n`, 'latin1'), 'line 5'],
    ['more candidates than anybody counts', 'a.blt', '10001 1\n0\n', 'line 1'],
    ['a table without names', 'a.csv', 'x;y\n', 'line 1'],
  ])('%s', async (_what, name, content, line) => {
    const place = file(name, content);
    const { code, out, err } = await run(['count', place]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(new RegExp(`^mandate: .*${name}, ${line}: expected .*\n$`));
  });

  test('but mixed line ends and 10,000 candidates are counted', async () => {
    expect((await counted([file('a.blt', '2 1\r\n2 1 0\n1 2 0\r0\r\n"A"\n"B"\r\n"T"')])).elected).toEqual(['A']);
    const many = Array.from({ length: 10_000 }, (_, at) => `"Candidate ${at + 1}"`).join('\n');
    const place = file('many.blt', `10000 2\n5 77 0\n4 9999 0\n0\n${many}\n"Many"\n`);
    for (const method of ['plurality', 'positional', 'approval'])
      expect((await counted([place, '--method', method])).elected).toEqual(['Candidate 77', 'Candidate 9999']);
    const { code, err } = await run(['count', place, '--method', 'schulze']);
    expect([code, err]).toEqual([2, `mandate: ${place}: The Schulze method is counted for at most 1000 candidates.\n`]);
  });

  test.each([
    [['--method', 'lottery'], 'scottish-stv, meek-stv, irv, schulze'],
    [['--seats', '0.5'], 'a whole number was expected'],
    [['--seats', '4'], '--seats: at most 3 were expected, one for each candidate'],
    [['--seats', '0'], 'There must be at least one place to fill.'],
    [['--points', '3,x'], 'a whole number was expected'],
    [['--withdrawn', 'Zoe'], '--withdrawn: the name of a candidate was expected, not "Zoe"'],
    [['--reopen', 'Zoe'], '--reopen: the name of a candidate was expected, not "Zoe"'],
    [['--withdrawn', 'A,B,C'], 'Nobody stands.'],
    [['--method', 'score'], 'needs papers that give scores'],
    [['--ties', '/nowhere'], 'there is no such file'],
  ])('%j', async (words, sentence) => {
    const { code, out, err } = await run(['count', file('a.blt', `3 1\n1 1 0\n0\n${names}`), ...words]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(sentence);
    expect(err.trim().split('\n')).toHaveLength(1);
  });
});

describe('mandate apportion', () => {
  const table = 'name,population\nNorth,80\nSouth,12\n"East, Far",8\n';

  test.each([
    [[], { North: 8, South: 1, 'East, Far': 1 }],
    [['--minimum', '2'], { North: 6, South: 2, 'East, Far': 2 }],
    [['--cap', '5'], { North: 5, South: 3, 'East, Far': 2 }],
    [['--cap', '2/5'], { North: 4, South: 4, 'East, Far': 2 }],
  ])('%j', async (words, allocation) => {
    const { code, out } = await run([
      'apportion',
      file('p.csv', table),
      '--method',
      'webster',
      '--seats',
      '10',
      ...words,
      '--json',
    ]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({ method: 'webster', seats: 10, allocation, ties: [] });
  });

  test('prints a table', async () => {
    const { code, out } = await run(['apportion', file('p.csv', table), '--method', 'hamilton', '--seats', '10']);
    expect([code, out.split('\n')[2]]).toEqual([0, 'North              80      8']);
  });

  test('equal claims ask for a lot: exit 1', async () => {
    const place = file('p.csv', 'name,population\nNorth,5\nSouth,5\n');
    const words = ['apportion', place, '--method', 'dhondt', '--seats', '3'];
    const { code, out, err } = await run(words);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('the claims of North, South to 1 of the seats are equal');
    const drawn = await run([...words, '--ties', file('lot.txt', 'South\nNorth\n'), '--json']);
    expect(JSON.parse(drawn.out)).toMatchObject({
      allocation: { North: 1, South: 2 },
      ties: [{ among: ['North', 'South'], seats: 1, settled: ['South'] }],
    });
  });

  test.each<[string, string, string[], string]>([
    ['no such column', 'name,people\nA,1\n', [], 'line 1: a header with the columns name,population was expected'],
    ['half a person', 'name,population\nA,1\nB,1.5\n', [], 'line 3: population: a whole number was expected'],
    ['no name', 'name,population\n,1\n', [], 'line 2: name: a name was expected'],
    ['a name twice', 'name,population\nA,1\nA,2\n', [], 'a name stands twice'],
    ['too few seats', 'name,population\nA,1\nB,2\n', ['--minimum', '9'], '10 seats are too few'],
    [
      'too low a cap',
      'name,population\nA,1\nB,2\n',
      ['--cap', '4'],
      '10 seats are too many for 2 bodies with at most 4',
    ],
    ['a cap that is none', 'name,population\nA,1\n', ['--cap', 'half'], 'or a share such as 1/4'],
  ])('%s: exit 2', async (_what, content, words, sentence) => {
    const { code, out, err } = await run([
      'apportion',
      file('p.csv', content),
      '--method',
      'webster',
      '--seats',
      '10',
      ...words,
    ]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(sentence);
  });

  test('the method and the seats are needed', async () => {
    expect((await run(['apportion', file('p.csv', table), '--seats', '3'])).code).toBe(2);
    expect((await run(['apportion', file('p.csv', table), '--method', 'dean'])).code).toBe(2);
  });
});
