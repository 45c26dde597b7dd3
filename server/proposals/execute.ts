// A decision executes itself: a carried motion of a typed kind does what it says, in the transaction that certifies it.
// Nothing else can; the database asks for the carried motion too.
import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { assert } from '../assert.js';
import type { Database } from '../database/database.js';
import type { ProposalKindWord } from '../database/tables.js';
import { layDownDues, layDownSplit } from '../dues/layDown.js';
import type { ProposedDues } from '../dues/proposedDues.js';
import type { ProposedSplit } from '../dues/proposedSplit.js';
import { layDownAuthority, type ProposedSpending } from '../dues/spending/proposedSpending.js';
import { adoptPlatform } from '../platform/adoptPlatform.js';
import { readProposedPlatform } from '../platform/clauses.js';
import { effectiveRules } from '../rules/effectiveRules.js';
import { daysAfter, clockOf } from '../database/instants.js';
import type { ElectionPayload } from './electionPayload.js';
import { layDownElection } from './layDownElection.js';
import type { Proposal } from './Proposal.js';

/** The deed in which the motion was carried. */
export interface Executing {
  em: EntityManager;
  db: Database;
  record(subject: string, text?: string | object): Promise<unknown>;
}

type Execution = (deed: Executing, proposal: Proposal) => Promise<void>;

const executions: Record<ProposalKindWord, Execution | null> = {
  ORDINARY: null,

  async ADOPT_PLATFORM({ db, record }, { id: proposalId, payload, body: { id: bodyId } }) {
    const { clauses, reacceptDays } = readProposedPlatform(payload);
    const { rules } = await effectiveRules(db, bodyId);
    await lock(db, bodyId);
    const version = await adoptPlatform(db, {
      bodyId,
      clauses,
      reacceptDays: reacceptDays ?? rules.platform.reacceptDays,
      proposalId,
    });
    await record(version.id, { clauses });
  },

  async ADOPT_RULE_BOOK({ db, record }, { id: proposalId, payload, body: { id: bodyId } }) {
    await lock(db, bodyId);
    const id = randomUUID();
    const version = sql<number>`(select coalesce(max(version), 0) + 1 from rule_book where body_id = ${bodyId})`;
    await db
      .insertInto('rule_book')
      .values({ id, body_id: bodyId, version, rules: JSON.stringify(payload['rules']), proposal_id: proposalId })
      .execute();
    await record(id, payload);
  },

  async AFFILIATE_BODY({ db, record }, { id: proposalId, payload, body: { id: parentId } }) {
    const bodyId = payload['bodyId'] as string;
    const about = await lock(db, bodyId);
    // Another motion may have done it while this one was being voted on; or the body has left, or stands elsewhere.
    if (about.state !== 'IN_FORMATION' || about.parent_id !== parentId) return;
    await db
      .insertInto('body_state')
      .values({ body_id: bodyId, state: 'AFFILIATED', proposal_id: proposalId })
      .execute();
    await db.updateTable('body').set({ state: 'AFFILIATED' }).where('id', '=', bodyId).execute();
    await record(bodyId, payload);
  },

  async OPEN_ELECTION({ db, record }, { id: proposalId, title, payload, body: { id: bodyId } }) {
    const id = randomUUID();
    const asked = payload as unknown as ElectionPayload;
    const effective = await effectiveRules(db, bodyId);
    const now = await clockOf(db);
    const { method, seats } = asked;
    const election = { id, calledBy: 'MOTION' as const, proposalId, title };
    if (asked.kind === 'PERSONS') {
      const { office: name, termMonths, takesOfficeOn, alternates, constraints } = asked;
      await layDownElection(db, effective, {
        ...election,
        office: { name, termMonths, takesOfficeOn },
        asks: { method, seats, alternates, constraints },
        options: [],
        nominationsUntil: daysAfter(now, effective.rules.elections.nominationDays),
      });
    } else {
      // What there is to choose from stood in the motion: nothing is to be waited for.
      const asks = { method, seats, alternates: 0, constraints: [] };
      const { options } = asked;
      await layDownElection(db, effective, { ...election, office: null, asks, options, nominationsUntil: now });
    }
    await record(id, payload);
  },

  async SET_DUES({ db, record }, { id: proposalId, payload, body: { id: bodyId } }) {
    await lock(db, bodyId);
    await record(await layDownDues(db, payload as unknown as ProposedDues, { bodyId, proposalId }), payload);
  },

  async SET_SPLIT({ db, record }, { id: proposalId, payload, body: { id: bodyId } }) {
    await lock(db, bodyId);
    await record(await layDownSplit(db, payload as unknown as ProposedSplit, { bodyId, proposalId }), payload);
  },

  async AUTHORISE_SPENDING({ db, record }, { id: proposalId, payload, body: { id: bodyId } }) {
    await record(await layDownAuthority(db, payload as unknown as ProposedSpending, { bodyId, proposalId }), payload);
  },
};

export async function executeDecision(deed: Executing, proposal: Proposal): Promise<void> {
  assert(proposal.state === 'CARRIED', `motion ${proposal.id} is executed before it is carried`);
  await deed.em.flush();
  await executions[proposal.kind]?.(deed, proposal);
}

/** One after another where two decisions change the same body; those who only refer to it do not wait. */
function lock(db: Database, bodyId: string) {
  return db
    .selectFrom('body')
    .select(['state', 'parent_id'])
    .where('id', '=', bodyId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
}
