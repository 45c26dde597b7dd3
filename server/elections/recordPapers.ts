// A teller enters a batch of papers as they read them, one a line, or as a BLT file. It counts once another teller has
// read the same; as long as they differ both readings stand side by side. There are never more papers than were handed out.
import { randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { command, type Deed } from '../command.js';
import { BallotFileError, readElection } from '../counting/elections/formats/index.js';
import { readPaper } from '../counting/elections/marks.js';
import { writePapers } from '../counting/elections/paperText.js';
import { refuse } from '../errors.js';
import { sha256Hex } from '../history/hash.js';
import { agreed } from './agreement.js';
import { batchesOf, papersEntered, type BatchRow } from './batches.reads.js';
import type { ElectionRow } from './elections.reads.js';
import { judge } from './judge.js';
import { lockElection } from './load.js';
import { onThePaper } from './question.js';

export interface RecordPapersInput {
  idempotencyKey: string;
  electionId: string;
  batch: number;
  lines?: readonly string[] | null;
  blt?: string | null;
}

type Recording = Deed<'recordPapers'>;

const MOST_LINES = 500;
const MOST_BATCHES = 999;
const rule = 'elections';

export const recordPapers = command('recordPapers', async (deed, input: RecordPapersInput) => {
  const { db, actor } = deed;
  const election = await lockElection(db, input.electionId);
  deed.authorize({ bodyId: election.bodyId });
  judge.recordPapers(election);
  const number = readNumber(input.batch);
  const candidates = (await onThePaper(db, election.id)).length;
  const lines =
    input.blt != null
      ? readBltLines(election, candidates, input.blt)
      : readLines(election, candidates, input.lines ?? []);
  const before = await batch(deed, election, number);
  await db
    .updateTable('paper_batch')
    .set({ replaced: true })
    .where('poll_id', '=', election.id)
    .where('number', '=', number)
    .where('teller_id', '=', actor.personId)
    .where('replaced', '=', false)
    .execute();
  await db
    .insertInto('paper_batch')
    .values({
      id: randomUUID(),
      poll_id: election.id,
      number,
      teller_id: actor.personId,
      lines: [...lines],
      salt: randomBytes(16),
      at: sql<Date>`clock_timestamp()`,
    })
    .execute();
  await mustHaveBeenHanded(deed, election);
  await deed.record(election.id);
  await settle(deed, election, number, before);
  return { id: election.id, electionId: election.id };
});

function readNumber(batch: number): number {
  if (Number.isSafeInteger(batch) && batch >= 1 && batch <= MOST_BATCHES) return batch;
  refuse('BATCH_NUMBER', `Batches are numbered from 1 to ${MOST_BATCHES}.`, { rule, field: 'batch' });
}

function readLines({ rule: { method } }: ElectionRow, candidates: number, lines: readonly string[]): string[] {
  mustBeSome(lines.length);
  return lines.map((line, at) => {
    const marks = readPaper(method, candidates, line);
    if (marks !== null) return marks;
    refuse(
      'UNREADABLE_PAPER',
      `Line ${at + 1} is no paper of this election, whose candidates are numbered 1 to ${candidates}.`,
      {
        rule,
        field: 'lines',
        values: { line: at + 1, candidates },
      },
    );
  });
}

function readBltLines({ rule: { method } }: ElectionRow, candidates: number, text: string): string[] {
  const refuseFile = (message: string, values = {}): never =>
    refuse('UNREADABLE_FILE', message, { rule, field: 'blt', values });
  try {
    const file = readElection(Buffer.from(text), 'blt');
    if (file.candidates.length !== candidates)
      refuseFile(`The file has ${file.candidates.length} candidates, the election ${candidates}.`);
    const papers = writePapers(method, file.ballots);
    if (papers === null) return refuseFile('The file holds papers that are none of this election.');
    mustBeSome(papers.reduce((sum, { times }) => sum + times, 0));
    return papers.flatMap(({ marks, times }) => Array<string>(times).fill(marks));
  } catch (error) {
    if (error instanceof BallotFileError)
      refuseFile(`The file cannot be read: ${error.message}.`, { line: error.line, expected: error.expected });
    throw error;
  }
}

function mustBeSome(papers: number): void {
  if (papers >= 1 && papers <= MOST_LINES) return;
  refuse('BATCH_SIZE', `A batch has 1 to ${MOST_LINES} papers.`, {
    rule,
    field: 'lines',
    values: { most: MOST_LINES },
  });
}

async function mustHaveBeenHanded({ db }: Recording, { id, papersHanded }: ElectionRow): Promise<void> {
  const entered = await papersEntered(db, id);
  if (entered <= papersHanded) return;
  refuse('MORE_THAN_HANDED', `With these there are ${entered} papers, and ${papersHanded} were handed out.`, {
    rule,
    field: 'lines',
    values: { entered, handed: papersHanded },
  });
}

async function batch({ db }: Recording, { id }: ElectionRow, number: number): Promise<BatchRow | null> {
  const [batches] = await batchesOf(db, [id]);
  return batches!.find((each) => each.number === number) ?? null;
}

/** In the history stands how many papers two tellers agree on, never what they say; and when they fall out again. */
async function settle(deed: Recording, election: ElectionRow, number: number, before: BatchRow | null): Promise<void> {
  const now = await batch(deed, election, number);
  if (now?.agreed) {
    const { lines, salt } = await firstReading(deed, election, number);
    const digest = sha256Hex(salt, lines.toSorted().join('\n'));
    await deed.recordAs('papers.count', { poll: election.id, batch: number, papers: lines.length, digest });
  } else if (before && agreed(before.readings)) {
    await deed.recordAs('correction', {
      poll: election.id,
      action: 'VOID_PAPERS',
      subject: String(number),
      counts: null,
      commitment: null,
      digest: sha256Hex('The tellers differ.'),
    });
  }
}

async function firstReading({ db }: Recording, { id }: ElectionRow, number: number) {
  return db
    .selectFrom('paper_batch')
    .select(['lines', 'salt'])
    .where('poll_id', '=', id)
    .where('number', '=', number)
    .where('replaced', '=', false)
    .orderBy('at')
    .limit(1)
    .executeTakeFirstOrThrow();
}
