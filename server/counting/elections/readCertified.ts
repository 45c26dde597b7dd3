/** Reading a certified election back from its text: nothing is taken on trust, since it comes from whoever hands it on. */
import * as z from 'zod';
import { CERTIFIED_FORMAT, papersOf, type CertifiedElection } from './certified.js';
import { countMethods } from './election.js';
import { readPaper } from './marks.js';

const number = z.int().min(0).max(10_000);
const numbers = z.array(number);

const Grammar = z.strictObject({
  format: z.literal(CERTIFIED_FORMAT),
  title: z.string(),
  method: z.enum(countMethods),
  seats: number.min(1),
  reopen: number.nullable(),
  constraints: z.array(
    z.strictObject({ name: z.string(), members: numbers, atLeast: number, atMost: number.nullable() }),
  ),
  quorum: z.string().regex(/^(0|[1-9]\d{0,17})\/[1-9]\d{0,17}$/),
  alternatesKept: number,
  candidates: z.array(z.strictObject({ id: z.string(), label: z.string().nullable() })).min(1),
  withdrawn: numbers,
  entitled: z.int().min(0),
  cast: z.int().min(0),
  lot: z.strictObject({ seed: z.string().regex(/^[0-9a-f]{64}$/), order: numbers }).nullable(),
  outcome: z.enum(['ELECTED', 'UNOPPOSED', 'REOPENED', 'UNFILLED', 'INQUORATE']),
  elected: numbers,
  alternates: numbers,
  papers: z.array(z.string().regex(/^[1-9]\d{0,8} \S+$/)).nullable(),
});

export function readCertified(text: string): CertifiedElection {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new RangeError('an election file is JSON');
  }
  const read = Grammar.safeParse(value);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new RangeError(`an election file says something else at ${issue!.path.join('.') || 'its top'}`);
  }
  const { format: _format, ...election } = read.data;
  mustNameCandidates(election);
  return election;
}

/** Every number is that of a candidate, and every paper is one of this election. */
function mustNameCandidates({ method, candidates, papers, ...rest }: CertifiedElection): void {
  const { withdrawn, elected, alternates, reopen, constraints, lot } = rest;
  const named = [
    ...withdrawn,
    ...elected,
    ...alternates,
    ...(reopen === null ? [] : [reopen]),
    ...constraints.flatMap(({ members }) => members),
    ...(lot?.order ?? []),
  ];
  const stray = named.find((each) => each < 1 || each > candidates.length);
  if (stray !== undefined) throw new RangeError(`an election file names candidate ${stray}, who is not on its paper`);
  const unread = papersOf(papers ?? []).find(([marks]) => readPaper(method, candidates.length, marks) !== marks);
  if (unread) throw new RangeError(`“${unread[0]}” is no paper of this election`);
}
