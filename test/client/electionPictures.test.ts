/** The pictures of an election's count: figures to the last decimal, streams that lose nothing, ways that really lead there. */
import { describe, expect, test } from '@jest/globals';
import { laySeats } from '../../client/src/graphics/elections/arc';
import { byFate, fatesOf, letterOf, shortName } from '../../client/src/graphics/elections/candidates';
import { layFlow, movesBetween } from '../../client/src/graphics/elections/flow';
import { growthOf, reachOf } from '../../client/src/graphics/elections/growth';
import { wins } from '../../client/src/graphics/elections/wins';
import { decimalsNeeded, votesText, wholeVotes } from '../../client/src/graphics/elections/votes';
import { count as countPapers } from '../../server/counting/elections';
import { readBlt } from '../../server/counting/elections/formats/readBlt';
import { bytesOf } from '../conformance/elections/load';

/** Thirteen candidates in thirteen stages: the longest count that was published. */
const ward = readBlt(bytesOf('stv/edinburgh_2022_ward11.blt'));
const stv = countPapers(ward, { method: 'scottish-stv', seats: 4 });
const place = (name: string) => ward.candidates.findIndex((each) => each.includes(name));

describe('figures', () => {
  test('are written digit by digit, so that nothing is rounded', () => {
    expect(votesText(177200000, 5)).toBe('1772.00000');
    expect(votesText(3, 5)).toBe('0.00003');
    expect(votesText(-12400000, 5)).toBe('-124.00000');
    expect(votesText(9007199254740991, 9)).toBe('9007199.254740991');
    expect(votesText(61, 0)).toBe('61');
  });

  test('have as many decimals as the count needs, and none where every vote stayed whole', () => {
    expect(decimalsNeeded(stv)).toBe(5);
    const stage = { ...stv.stages[0]!, votes: [100000, 2500000], exhausted: 0, truncated: 0, quota: null };
    expect(decimalsNeeded({ ...stv, stages: [stage] })).toBe(0);
    expect(decimalsNeeded({ ...stv, stages: [{ ...stage, exhausted: 50000 }] })).toBe(1);
    expect(decimalsNeeded({ ...stv, stages: [], scores: [12345000] })).toBe(2);
  });

  test('on a plate are cut to whole votes, never raised', () => {
    expect([wholeVotes(177299999, 5), wholeVotes(-50000, 5)]).toEqual([1772, -0]);
  });
});

describe('candidates', () => {
  test('have letters that go on after Z, and names without their brackets', () => {
    expect([0, 25, 26, 27, 51, 52].map(letterOf)).toEqual(['A', 'Z', 'AA', 'AB', 'AZ', 'BA']);
    expect(['Jo MOWAT (SNP)', 'Ana', '(nobody)'].map(shortName)).toEqual(['Jo MOWAT', 'Ana', '(nobody)']);
  });

  test('stand in the order of their fate: the elected as they were elected, the excluded backwards', () => {
    const order = byFate(stv, ward.candidates);
    expect(order.slice(0, 4).map(({ index }) => index)).toEqual(stv.elected.map(({ candidate }) => candidate));
    const out = order.slice(4).map(({ fate }) => (fate.kind === 'EXCLUDED' ? fate.stage : 0));
    expect(out).toEqual([...out].sort((a, b) => b - a));
    expect(order).toHaveLength(13);
    expect(fatesOf(stv)[place('MOWAT')]).toEqual({ kind: 'ELECTED', stage: 1 });
  });
});

describe('the bars of growth', () => {
  test('are as long as the most a candidate ever held, piece by piece without a gap', () => {
    ward.candidates.forEach((_, candidate) => {
      const { pieces, most, held } = growthOf(stv, candidate);
      expect(most).toBe(Math.max(...stv.stages.map(({ votes }) => votes[candidate]!)));
      expect(held).toBe(stv.stages.at(-1)!.votes[candidate]);
      expect(pieces.map(({ from }) => from)).toEqual([0, ...pieces.slice(0, -1).map(({ to }) => to)]);
      expect(most).toBeLessThanOrEqual(reachOf(stv));
    });
  });
});

describe('the streams', () => {
  const flow = layFlow(stv, 600, 10);

  test('lead every vote of a stage into the next: what stays, what moves, what is nobody’s', () => {
    const holders = [...ward.candidates.keys(), null];
    stv.stages.slice(1).forEach((after, index) => {
      const before = stv.stages[index]!;
      const moves = movesBetween(before, after, holders);
      for (const holder of holders) {
        const held = (stage: typeof after) =>
          holder === null ? stage.exhausted + stage.truncated : stage.votes[holder]!;
        const sum = (list: { votes: number }[]) => list.reduce((all, { votes }) => all + votes, 0);
        expect(sum(moves.filter(({ source }) => source === holder))).toBe(held(before));
        expect(sum(moves.filter(({ target }) => target === holder))).toBe(held(after));
      }
    });
  });

  test('fill the nodes they leave and reach, and stay within the picture', () => {
    expect(flow.columns).toBe(13);
    for (const node of flow.nodes) {
      expect(node.from).toBeGreaterThanOrEqual(-1e-6);
      expect(node.to).toBeLessThanOrEqual(600 + 1e-6);
      const out = flow.links.filter((link) => link.source === node.holder && link.stage === node.column + 2);
      if (node.column < 12) {
        expect(Math.min(...out.map(({ start }) => start[0]))).toBeCloseTo(node.from, 6);
        expect(Math.max(...out.map(({ start }) => start[1]))).toBeCloseTo(node.to, 6);
      }
    }
  });

  test('keep nodes of one column apart and in one order', () => {
    for (let column = 0; column < flow.columns; column += 1) {
      const nodes = flow.nodes.filter((node) => node.column === column);
      nodes.slice(1).forEach((node, index) => expect(node.from).toBeGreaterThan(nodes[index]!.to));
    }
  });
});

test('of two who are compared one wins, or neither', () => {
  const pairwise = [
    [0, 3, 2],
    [1, 0, 2],
    [2, 5, 0],
  ];
  expect([wins(pairwise, 0, 1), wins(pairwise, 1, 0), wins(pairwise, 0, 2), wins(pairwise, 2, 0)]).toEqual([
    true,
    false,
    false,
    false,
  ]);
});

describe('the seats', () => {
  test.each([1, 2, 3, 5, 9, 31, 88, 400])('%i of them have a place each, apart and within the hall', (seats) => {
    const { places, radius, width, height } = laySeats(seats, 328);
    expect(places).toHaveLength(seats);
    expect(width).toBeLessThanOrEqual(328);
    for (const [index, one] of places.entries()) {
      expect(one.x - radius).toBeGreaterThanOrEqual(-1e-6);
      expect(one.x + radius).toBeLessThanOrEqual(width + 1e-6);
      expect(one.y + radius).toBeLessThanOrEqual(height + 1e-6);
      for (const other of places.slice(index + 1))
        expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThanOrEqual(2 * radius - 1e-6);
    }
  });

  test('are given out from the left to the right', () => {
    const { places, width } = laySeats(31, 328);
    expect(places[0]!.x).toBeLessThan(width / 4);
    expect(places.at(-1)!.x).toBeGreaterThan((3 * width) / 4);
  });
});
