// Elections held elsewhere, taken over with all their ballots and counted anew by the Scottish rules. They give nobody an
// office: who holds one is said in members.csv. Their ballots are kept as the lines of the election file, not one by one.
import { randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { decideElection, gatheredLines, packed, type Cast, type Question } from '../counting/elections/certified.js';
import type { Database } from '../database/database.js';
import { clockOf } from '../database/instants.js';
import { conclude } from '../elections/conclude.js';
import { lotOf, onThePaper, questionOf } from '../elections/question.js';
import { electionsById } from '../elections/elections.reads.js';
import { lotCommitment, questionHash } from '../history/commitments.js';
import type { JsonObject } from '../history/canonical.js';
import { sha256Hex } from '../history/hash.js';
import { atSecond } from '../history/instant.js';
import { writeRecords } from '../history/record.js';
import type { ElectionRule } from '../rules/electionSentences.js';
import type { ImportedElection } from './elections.js';
import type { BodyIds } from './write.js';

/** Answers the election of each body, by its slug. */
export async function writeElections(
  tx: Database,
  elections: readonly ImportedElection[],
  ids: BodyIds,
): Promise<Record<string, string>> {
  const written: Record<string, string> = {};
  const book = await tx
    .selectFrom('rule_book')
    .select('id')
    .orderBy('in_force_from')
    .limit(1)
    .executeTakeFirstOrThrow();
  for (const election of elections)
    written[election.body] = await writeElection(tx, election, ids.get(election.body)!, book.id);
  return written;
}

async function writeElection(
  tx: Database,
  election: ImportedElection,
  bodyId: string,
  ruleBookId: string,
): Promise<string> {
  const id = randomUUID();
  await layDown(tx, election, { id, bodyId, ruleBookId });
  const [row] = await electionsById(tx, [id]);
  const paper = await onThePaper(tx, id);
  const question = questionOf(row!, paper);
  const seed = randomBytes(32);
  await tx.insertInto('election_lot').values({ election_id: id, seed }).execute();
  const lines = gatheredLines(election.papers);
  const papers = election.papers.reduce((sum, [, times]) => sum + times, 0);
  const cast: Cast = {
    withdrawn: election.withdrawn,
    entitled: papers,
    cast: papers,
    lot: await lotOf(tx, id, question),
    papers: lines,
  };
  await recordVote(tx, id, { question, seed, lines, papers, withdrawn: withdrawnIds(paper, election) });
  const { count, ...decided } = decideElection(question, cast, packed(question, lines));
  const recordAll = (records: Parameters<typeof writeRecords>[1]) => writeRecords(tx, records);
  await conclude({ db: tx, recordAll }, row!, paper, { certified: { ...question, ...cast, ...decided }, count });
  return id;
}

const withdrawnIds = (paper: readonly { id: string }[], { withdrawn }: ImportedElection) =>
  withdrawn.map((number) => paper[number - 1]!.id);

async function layDown(
  tx: Database,
  { title, seats, candidates, withdrawn }: ImportedElection,
  { id, bodyId, ruleBookId }: { id: string; bodyId: string; ruleBookId: string },
): Promise<void> {
  const rule: ElectionRule = {
    method: 'scottish-stv',
    seats,
    persons: true,
    secret: false,
    reopen: false,
    countBack: false,
    alternates: 0,
    quorum: { electors: '0/1' },
    constraints: [],
  };
  await tx
    .insertInto('election')
    .values({
      id,
      body_id: bodyId,
      called_by: 'IMPORT',
      proposal_id: null,
      kind: 'PERSONS',
      office: null,
      title,
      rule: JSON.stringify(rule),
      rule_book_id: ruleBookId,
      voting_days: 1,
      term_months: null,
      takes_office_on: null,
      state: 'NOMINATIONS',
      nominations_until: sql<Date>`now()`,
    })
    .execute();
  await tx
    .insertInto('candidate')
    .values(
      candidates.map((label, at) => ({
        id: randomUUID(),
        election_id: id,
        kind: 'PERSON' as const,
        person_id: null,
        body_id: null,
        label,
        nominated_by_id: null,
        state: withdrawn.includes(at + 1) ? ('WITHDRAWN' as const) : ('STANDING' as const),
        position: at + 1,
      })),
    )
    .execute();
}

interface Vote {
  question: Question;
  seed: Buffer;
  lines: readonly string[];
  papers: number;
  withdrawn: readonly string[];
}

/** The history tells of it as of papers that tellers have counted, all of them in one batch. */
async function recordVote(
  tx: Database,
  poll: string,
  { question, seed, lines, papers, withdrawn }: Vote,
): Promise<void> {
  const now = atSecond(await clockOf(tx));
  await writeRecords(tx, [
    {
      type: 'ballot.open',
      body: {
        poll,
        parent: null,
        voting: 'MEMBERS',
        secret: false,
        opensAt: now,
        closesAt: now,
        ruleHash: questionHash(question as unknown as JsonObject),
        lot: lotCommitment(seed),
      },
    },
    { type: 'papers.count', body: { poll, batch: 1, papers, digest: sha256Hex(lines.join('\n')) } },
    ...withdrawn.map((subject) => ({
      type: 'deed' as const,
      body: { name: 'withdrawCandidate', subject, actor: null, digest: sha256Hex('import') },
    })),
    { type: 'ballot.close', body: { poll, ballots: 0 } },
  ]);
}
