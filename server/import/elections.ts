// elections/<body-slug>.blt: a closed election of that body, held elsewhere. Read and counted before anything is written,
// so that what cannot be counted is told with the rest.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { BallotFileError, readElection, type ElectionFile } from '../counting/elections/formats/index.js';
import { writePapers } from '../counting/elections/paperText.js';
import type { Bodies } from './bodies.js';
import type { Problems } from './problems.js';
import { quoted } from './words.js';

export interface ImportedElection {
  /** The slug of the body. */
  body: string;
  title: string;
  seats: number;
  candidates: string[];
  /** Numbers on the paper, from 1. */
  withdrawn: number[];
  papers: (readonly [marks: string, times: number])[];
}

const LARGEST = 64 * 1024 * 1024;
/** Every stage of the count tells of every candidate: with more its page is of no use to anybody. */
const MOST_CANDIDATES = 300;
const LONGEST_NAME = 200;

export function readElections(
  folder: string,
  bodies: Bodies,
  problems: Problems,
): { elections: ImportedElection[]; digest: string } {
  const place = path.join(folder, 'elections');
  if (!existsSync(place)) return { elections: [], digest: '' };
  const names = readdirSync(place)
    .filter((name) => name.endsWith('.blt'))
    .sort();
  const digest = createHash('sha256');
  const elections = names.flatMap((name) => {
    const file = `elections/${name}`;
    if (statSync(path.join(place, name)).size > LARGEST) {
      problems.add(file, null, `a file of at most ${LARGEST / 1024 / 1024} MB was expected`, true);
      return [];
    }
    const bytes = readFileSync(path.join(place, name));
    digest.update(createHash('sha256').update(name).update(bytes).digest());
    const slug = name.slice(0, -'.blt'.length);
    if (!bodies.has(slug)) problems.add(file, null, `the slug of a body as the name was expected, not ${quoted(slug)}`);
    const read = readFile(bytes, file, problems);
    return read ? [{ body: slug, ...read }] : [];
  });
  return { elections, digest: digest.digest('hex') };
}

function readFile(bytes: Buffer, file: string, problems: Problems): Omit<ImportedElection, 'body'> | null {
  let read: ElectionFile;
  try {
    read = readElection(bytes, 'blt');
  } catch (error) {
    if (!(error instanceof BallotFileError)) throw error;
    problems.add(file, error.line, `${error.expected} was expected`, true);
    return null;
  }
  const { title, seats, candidates, withdrawn, ballots } = read;
  const papers = writePapers('scottish-stv', ballots);
  if (papers === null) problems.add(file, null, 'whole papers were expected, none of a part of a vote');
  if (candidates.length > MOST_CANDIDATES)
    problems.add(file, null, `at most ${MOST_CANDIDATES} candidates were expected, not ${candidates.length}`);
  if ([title, ...candidates].some((name) => name.length > LONGEST_NAME))
    problems.add(file, null, `a title and names of at most ${LONGEST_NAME} characters were expected`);
  if (withdrawn.length === candidates.length)
    problems.add(file, null, 'a candidate who has not withdrawn was expected');
  if (papers === null) return null;
  return {
    title: title || 'An election held before the import',
    seats,
    candidates,
    withdrawn: withdrawn.map((candidate) => candidate + 1),
    papers: papers.map(({ marks, times }) => [marks, times]),
  };
}
