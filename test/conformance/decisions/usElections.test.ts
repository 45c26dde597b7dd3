/** Three presidential elections of the United States: each State casts its electors as one bloc for its plurality. */
import { describe, expect, test } from '@jest/globals';
import { checkDecisionFile, decide } from '../../../server/counting/index.js';
import { readCsv } from './readCsv.js';

const states = Map.groupBy(readCsv('us-president-states.csv'), (row) => row['year']!);

describe('electors cast as blocs', () => {
  test.each([
    ['1992', 'democrat', 370, 168],
    ['2000', 'republican', 267, 271],
    ['2016', 'republican', 233, 305],
  ])('%s: %s wins, %d to %d', (year, winner, democrat, republican) => {
    const decision = decide(
      checkDecisionFile({
        options: ['democrat', 'republican', 'other'],
        rule: {
          voting: 'GROUPS',
          weight: { kind: 'GIVEN' },
          cast: 'BLOC',
          threshold: { fraction: '1/2', base: 'ENTITLED', strict: true },
        },
        bodies: states.get(year)!.map((row) => ({
          name: row['state']!,
          weight: Number(row['electors']),
          tally: {
            democrat: Number(row['democrat']),
            republican: Number(row['republican']),
            other: Number(row['other']),
          },
        })),
      }),
    );
    expect(decision.lenses.weight.totals).toEqual({ democrat, republican, other: 0, ABSTAIN: 0 });
    expect(decision).toMatchObject({ outcome: winner, binding: 'weight', needed: 269 });
  });
});
