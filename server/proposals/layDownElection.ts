// An election comes into being: by a carried motion, or by an officer for an office of the rule book. It is laid down
// with everything that decides it, so that no later rule changes it, and waits for its nominations.
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '../database/database.js';
import { enqueue } from '../jobs/enqueue.js';
import type { EffectiveRules } from '../rules/effectiveRules.js';
import type { ElectionRule } from '../rules/electionSentences.js';
import { ruleFor } from '../rules/ruleFor.js';

export interface NewElection {
  id: string;
  calledBy: 'MOTION' | 'RULE_BOOK';
  proposalId: string | null;
  title: string;
  /** Null where options are put to the vote. */
  office: { name: string; termMonths: number; takesOfficeOn: string } | null;
  /** What rule book and motion say of the count; secrecy, quorum and re-opening are the rule book's. */
  asks: Pick<ElectionRule, 'method' | 'seats' | 'alternates' | 'constraints'>;
  /** Titles, where options are put to the vote: then there are no nominations. */
  options: readonly string[];
  nominationsUntil: Date;
}

export async function layDownElection(
  db: Database,
  { bodyId, rules, source }: EffectiveRules,
  election: NewElection,
): Promise<void> {
  const { id, calledBy, proposalId, title, office, asks, options, nominationsUntil } = election;
  const { secret, reopenNominations, countBack, votingDays } = rules.elections;
  const rule: ElectionRule = {
    ...asks,
    persons: office !== null,
    secret,
    reopen: reopenNominations && office !== null,
    countBack,
    quorum: { electors: ruleFor(rules, 'OPEN_ELECTION').rule.quorum?.electors ?? '0/1' },
  };
  await db
    .insertInto('election')
    .values({
      id,
      body_id: bodyId,
      called_by: calledBy,
      proposal_id: proposalId,
      kind: office ? 'PERSONS' : 'OPTIONS',
      office: office?.name ?? null,
      title,
      rule: JSON.stringify(rule),
      rule_book_id: source.elections.ruleBookId,
      voting_days: votingDays,
      term_months: office?.termMonths ?? null,
      takes_office_on: office?.takesOfficeOn ?? null,
      state: 'NOMINATIONS',
      called_at: sql<Date>`clock_timestamp()`,
      nominations_until: nominationsUntil,
    })
    .execute();
  if (options.length > 0)
    await db
      .insertInto('candidate')
      .values(
        options.map((label) => ({
          id: randomUUID(),
          election_id: id,
          kind: 'OPTION' as const,
          person_id: null,
          body_id: null,
          nominated_by_id: null,
          label,
          state: 'STANDING' as const,
          position: null,
          at: sql<Date>`clock_timestamp()`,
        })),
      )
      .execute();
  await enqueue(db, 'openElection', { electionId: id }, { runAt: nominationsUntil, key: `openElection/${id}` });
}
