// The ballots of a certified election as a file to take away. Equal papers stand together and in one order, so that
// nothing is left of the order in which they were cast; never by body, since a body of few would be read off.
import type { Context } from '../context.js';
import { packed } from '../counting/elections/certified.js';
import { CannotWrite, writeElection } from '../counting/elections/formats/index.js';
import { readCertified } from '../counting/elections/readCertified.js';
import { seesCandidate } from '../policy/sight.js';
import type { CandidateRow } from './candidates.reads.js';
import type { ElectionRow } from './elections.reads.js';
import { electionResults } from './results.reads.js';
import { onThePaper } from './question.js';

export type BallotFormatWord = 'BLT' | 'CSV' | 'PREFLIB' | 'CEF';

export interface BallotFileText {
  name: string;
  mediaType: string;
  text: string;
}

const formats = { BLT: 'blt', CSV: 'ballots', PREFLIB: 'preflib', CEF: 'cef' } as const;

/** Null where there are no papers, where they are not published, and where the format has no way to say them. */
export async function ballotFile(
  context: Context,
  election: ElectionRow,
  format: BallotFormatWord,
): Promise<BallotFileText | null> {
  const result = await context.loaders.of(electionResults).load(election.id);
  if (!result || result.withheld || result.papers === 0) return null;
  const certified = readCertified(result.file);
  const paper = await onThePaper(context.db, election.id);
  const { title, seats, withdrawn, papers } = certified;
  try {
    const { extension, text } = writeElection(
      {
        title,
        seats,
        candidates: toldApart(paper.map((candidate) => nameFor(context, candidate))),
        withdrawn: withdrawn.map((number) => number - 1),
        ballots: packed(certified, papers!),
      },
      formats[format],
    );
    const mediaType = format === 'CSV' ? 'text/csv' : 'text/plain';
    return { name: `${slugOf(title)}.${extension}`, mediaType, text };
  } catch (error) {
    if (error instanceof CannotWrite) return null;
    throw error;
  }
}

/** By name where the viewer may see it. */
function nameFor({ actor }: Context, candidate: CandidateRow): string {
  const { kind, number, privateName } = candidate;
  if (kind === 'REOPEN') return 'Re-open nominations';
  return seesCandidate(actor, candidate) && privateName !== null ? privateName : `Candidate ${number}`;
}

/** Those who are called alike are told apart by their numbers on the paper. */
const toldApart = (names: readonly string[]): string[] =>
  names.map((name, at) => (names.indexOf(name) === names.lastIndexOf(name) ? name : `${name} (${at + 1})`));

const slugOf = (title: string): string =>
  title
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '') || 'election';
