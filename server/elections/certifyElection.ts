// The count: every paper of the closed poll, by the rule the election was called with and the lot drawn before the first
// ballot. Who is elected has the office in this same transaction.
import { command, type Deed } from '../command.js';
import {
  decideElection,
  packed,
  paperLines,
  type Cast,
  type CertifiedElection,
  type Question,
} from '../counting/elections/certified.js';
import { refuse } from '../errors.js';
import { sha256Hex } from '../history/hash.js';
import type { NewRecord } from '../history/record.js';
import { lapseChallenges } from '../polls/lapseChallenges.js';
import { limits } from '../../schema/limits.js';
import { conclude, type Conclusion } from './conclude.js';
import { contestedElection, isReadyToCount, type ContestedElection } from './contested.js';
import { ineligible } from './eligibility.js';
import type { CandidateRow } from './candidates.reads.js';
import type { ElectionRow } from './elections.reads.js';
import { judge } from './judge.js';
import { lockElection } from './load.js';
import { papersCast } from './papers.js';
import { lotOf, onThePaper, questionOf } from './question.js';

type Certifying = Deed<'certifyElection'>;

export const certifyElection = command(
  'certifyElection',
  async (deed, { electionId }: { idempotencyKey?: string; electionId: string }) => {
    const { db, context } = deed;
    const election = await lockElection(db, electionId);
    deed.authorize({ bodyId: election.bodyId });
    const answer = { id: election.id, electionId: election.id };
    if (context.clock && election.state !== 'CLOSED') return answer;
    judge.certifyElection(election);
    const contested = await contestedElection(db, election);
    if (!isReadyToCount(contested)) refuseContested(contested);
    await lapseChallenges(deed, election.id);
    await withdrawIneligible(deed, election);
    const paper = await onThePaper(db, election.id);
    await conclude(deed, election, paper, await counted(deed, election, paper));
    return answer;
  },
);

function refuseContested({ challenges, batches, papersHanded, papersAgreed, until }: ContestedElection): never {
  const why = [
    challenges.length > 0 ? `A challenge to the roll of ${challenges.join(', ')} is not decided.` : '',
    batches.length > 0 ? `Two tellers have not read alike the papers of batch ${batches.join(', ')}.` : '',
    papersAgreed < papersHanded ? `Of ${papersHanded} papers handed out ${papersAgreed} have been entered.` : '',
  ];
  const end = new Date(until!).toISOString();
  refuse('CONTESTED', `${why.filter(Boolean).join(' ')} The result waits for it until ${end}.`, {
    rule: 'elections',
    values: { challenges, batches: batches.map(String), papersHanded, papersAgreed, until: end },
  });
}

/** Who has left, or has taken another office since, is counted as withdrawn: their papers go to the next preference. */
async function withdrawIneligible(deed: Certifying, election: ElectionRow): Promise<void> {
  const { db } = deed;
  const standing = (await onThePaper(db, election.id)).filter(
    ({ state, personId }) => state === 'STANDING' && personId !== null,
  );
  const out = await ineligible(
    db,
    election,
    standing.map(({ personId }) => personId!),
  );
  const gone = standing.filter(({ personId }) => out.has(personId!));
  if (gone.length === 0) return;
  const ids = gone.map(({ id }) => id);
  await db.updateTable('candidate').set({ state: 'WITHDRAWN' }).where('id', 'in', ids).execute();
  await deed.recordAll(
    gone.map(({ id, personId }): NewRecord => ({
      type: 'deed',
      body: { name: 'withdrawCandidate', subject: id, actor: null, digest: sha256Hex(out.get(personId!)!.code) },
    })),
  );
}

async function counted({ db }: Certifying, election: ElectionRow, paper: readonly CandidateRow[]): Promise<Conclusion> {
  const question = questionOf(election, paper);
  const papers = await papersCast(db, election.id);
  return countPapers(question, papers, {
    withdrawn: paper.filter(({ state }) => state === 'WITHDRAWN').map(({ number }) => number!),
    entitled: election.rollCount,
    lot: await lotOf(db, election.id, question),
    secret: election.rule.secret,
  });
}

/** What the papers come to, and what of it is published. */
export function countPapers(
  question: Question,
  papers: readonly string[],
  { secret, ...facts }: Omit<Cast, 'cast' | 'papers'> & { secret: boolean },
): Conclusion {
  const lines = paperLines(papers);
  const few = secret && papers.length > 0 && papers.length < limits.smallestPublishedTally;
  const cast: Cast = { ...facts, cast: papers.length, papers: lines };
  const { count, ...decided } = decideElection(question, cast, packed(question, lines));
  const certified: CertifiedElection = { ...question, ...cast, ...(few ? { papers: null } : {}), ...decided };
  return { certified, count: few ? null : count };
}
