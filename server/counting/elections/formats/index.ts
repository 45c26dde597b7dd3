/**
 * The files in which ballots travel: each read from bytes into an election or refused with a BallotFileError, and written.
 * A format is told by the extension of the file's name.
 */
import type { Election } from '../election.js';
import type { Beside, ElectionFile } from './electionFile.js';
import { readBallotsCsv } from './readBallotsCsv.js';
import { readBlt } from './readBlt.js';
import { readCef } from './readCef.js';
import { type PrefLibKind, prefLibKinds, readPrefLib } from './readPrefLib.js';
import { readScoresCsv } from './readScoresCsv.js';
import { writeBallotsCsv } from './writeBallotsCsv.js';
import { writeBlt } from './writeBlt.js';
import { writeCef } from './writeCef.js';
import { writePrefLib } from './writePrefLib.js';

export { BallotFileError } from './ballotFileError.js';
export type { Beside, ElectionFile } from './electionFile.js';
export { gathered } from './gathered.js';
export { Packing } from './packing.js';
export { CannotWrite } from './writing.js';

/**
 * `ballots` is the table of counts and rankings, `scores` that of counts and scores, `cef` Condorcet Election Format, and `soc`
 * to `toi` are PrefLib's.
 */
export type BallotFormat = 'blt' | 'ballots' | 'scores' | 'cef' | PrefLibKind;

const extensions: Readonly<Record<string, BallotFormat>> = {
  blt: 'blt',
  csv: 'ballots',
  cvotes: 'cef',
  ...Object.fromEntries(prefLibKinds.map((kind) => [kind, kind])),
};

/** Null where no format has that extension. */
export function formatOf(fileName: string): BallotFormat | null {
  return extensions[/\.([^./\\]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? ''] ?? null;
}

/** Where neither the file nor what is known beside it says so, there is one seat, no title, and nobody has withdrawn. */
export function readElection(bytes: Uint8Array, format: BallotFormat, beside: Beside = {}): ElectionFile {
  switch (format) {
    case 'blt':
      return readBlt(bytes);
    case 'ballots':
      return readBallotsCsv(bytes, beside);
    case 'scores':
      return readScoresCsv(bytes, beside);
    case 'cef':
      return readCef(bytes, beside);
    default:
      return readPrefLib(bytes, format, beside);
  }
}

/** The text and the extension that its file is to have. Throws CannotWrite where the format has no way to say it. */
export function writeElection(
  election: Election & Partial<Pick<ElectionFile, 'ids'>>,
  format: 'blt' | 'ballots' | 'cef' | 'preflib',
): { extension: string; text: string } {
  switch (format) {
    case 'blt':
      return { extension: 'blt', text: writeBlt(election) };
    case 'ballots':
      return { extension: 'csv', text: writeBallotsCsv(election) };
    case 'cef':
      return { extension: 'cvotes', text: writeCef(election) };
    case 'preflib': {
      const { kind, text } = writePrefLib(election);
      return { extension: kind, text };
    }
  }
}
