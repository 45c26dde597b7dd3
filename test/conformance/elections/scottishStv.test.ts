/**
 * Council elections in Scotland, 2007 to 2022: the ballots of each ward, counted, give the published quota, the councillors
 * in the order of election with the stage, and every figure of every stage to all five decimals.
 */
import { describe, expect, test } from '@jest/globals';
import { readBlt } from '../../../server/counting/elections/formats/readBlt.js';
import { type Count, LotNeeded, type Stage, count } from '../../../server/counting/elections/index.js';
import { type PublishedStage, type PublishedStv, bytesOf, published } from './load.js';

const { contests, ties } = published<PublishedStv>('stv');

const figures = (units: readonly number[], { decimals }: Count) => units.map((unit) => unit / 10 ** decimals);

function asPublished(stage: Stage, counted: Count, names: readonly string[]): PublishedStage {
  const moved = { FIRST: 'first preferences', SURPLUS: 'surplus', EXCLUSION: 'exclusion', SETTLED: '' }[stage.act.kind];
  const who =
    stage.act.kind === 'SURPLUS'
      ? stage.act.candidate
      : stage.act.kind === 'EXCLUSION'
        ? stage.act.candidates[0]
        : null;
  return {
    do: moved,
    ...(who == null ? {} : { who: names[who]! }),
    votes: figures(stage.votes, counted),
    notTransferable: figures([stage.exhausted + stage.truncated], counted)[0]!,
  };
}

describe('every ward', () => {
  test('there are sixty', () => expect(contests).toHaveLength(60));

  test.each(contests)('$file', ({ file, seats, valid, quota, elected, electedAt, stages }) => {
    const election = readBlt(bytesOf(file));
    const counted = count(election, { method: 'scottish-stv', seats });
    expect({
      seats: election.seats,
      valid: figures([counted.valid], counted)[0],
      quota: figures([counted.quota!], counted)[0],
      elected: counted.elected.map(({ candidate }) => election.candidates[candidate]),
      electedAt: counted.elected.map(({ stage }) => stage),
      stages: counted.stages.map((stage) => asPublished(stage, counted, election.candidates)),
    }).toEqual({ seats, valid, quota, elected, electedAt, stages });
  });
});

describe('ties', () => {
  test.each(ties)('$file', ({ file, seats, tie, elected, electedIf, stages }) => {
    const election = readBlt(bytesOf(file));
    const names = (candidates: readonly number[]) => candidates.map((candidate) => election.candidates[candidate]!);
    const numbers = election.candidates.map((_, number) => number);
    const between = tie.between.map((name) => election.candidates.indexOf(name));
    const run = (lot: number[] | null) => count(election, { method: 'scottish-stv', seats, lot });
    if (tie.decidedBy === 'history') {
      const counted = run(null);
      expect(names(counted.elected.map(({ candidate }) => candidate))).toEqual(elected);
      expect(counted.stages.map(({ votes }) => figures(votes, counted))).toEqual(stages!.map(({ votes }) => votes));
      expect(counted.ties).toContainEqual({
        stage: tie.afterStage + 1,
        between,
        for: 'EXCLUSION',
        decidedBy: 'HISTORY',
        pick: election.candidates.indexOf(tie.pick!),
      });
      return;
    }
    expect(() => run(null)).toThrow(LotNeeded);
    for (const [pick, winners] of Object.entries(electedIf!)) {
      const picked = election.candidates.indexOf(pick);
      const others = numbers.filter((number) => number !== picked);
      const lot = tie.for === 'surplus' ? [picked, ...others] : [...others, picked];
      const counted = run(lot);
      expect(names(counted.elected.map(({ candidate }) => candidate)).sort()).toEqual(winners);
      const what = tie.for === 'surplus' ? 'SURPLUS' : 'EXCLUSION';
      expect(counted.ties).toContainEqual({
        stage: tie.afterStage + 1,
        between,
        for: what,
        decidedBy: 'LOT',
        pick: picked,
      });
    }
  });
});
