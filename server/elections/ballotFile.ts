// The ballots of a certified election as a file to take away.
import type { Context } from '../context.js';
import type { ElectionRow } from './elections.reads.js';

export type BallotFormatWord = 'BLT' | 'CSV' | 'PREFLIB' | 'CEF';

export interface BallotFileText {
  name: string;
  mediaType: string;
  text: string;
}

export async function ballotFile(
  _context: Context,
  _election: ElectionRow,
  _format: BallotFormatWord,
): Promise<BallotFileText | null> {
  return null;
}
