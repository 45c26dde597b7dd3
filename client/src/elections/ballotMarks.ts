/** A cast ballot's one line of text, read back into what the screen marks: `3>1=2`, `1,4`, `1:5,2:0`, `3`, `BLANK`. */
import { BLANK } from '../../../server/counting/elections/marks';
import type { Ranking } from './ranking';

export const methodKinds = {
  'scottish-stv': 'ranked',
  'meek-stv': 'ranked',
  irv: 'ranked',
  schulze: 'ranked',
  positional: 'ranked',
  approval: 'approval',
  score: 'score',
  plurality: 'plurality',
  consent: 'consent',
} as const;
export type BallotKind = (typeof methodKinds)[keyof typeof methodKinds];

export const kindOf = (method: string): BallotKind => methodKinds[method as keyof typeof methodKinds] ?? 'ranked';

export const readRanking = (marks: string): Ranking =>
  isBlank(marks) ? [] : marks.split('>').map((rank) => rank.split('=').map(Number));

export const readNumbers = (marks: string): number[] => (isBlank(marks) ? [] : marks.split(',').map(Number));

/** Scores and answers by the candidate's number. */
export const readEach = (marks: string): Map<number, string> =>
  new Map(
    isBlank(marks)
      ? []
      : marks.split(',').map((part) => {
          const [number, mark] = part.split(':');
          return [Number(number), mark!];
        }),
  );

export const isBlank = (marks: string) => marks === '' || marks === BLANK;
