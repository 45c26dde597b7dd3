// What motions ask of a person now: to second them, and of presiding officers to open a poll whose debate is over.
import { sql } from 'kysely';
import { bodiesById } from '../bodies/bodies.reads.js';
import type { Context } from '../context.js';
import { may } from '../policy/table.js';
import { abilitiesOf } from './abilities.js';
import { clockOf } from '../database/instants.js';
import { selectProposals, type ProposalRow } from './proposals.reads.js';

export interface ProposalDue {
  kind: 'SECOND' | 'OPEN_POLL';
  title: string;
  bodyId: string;
  deadline: Date | null;
  /** The client's route. */
  path: string;
  values: Record<string, string | number>;
}

/** The most a person is shown at once; what is behind comes when these are done. */
const most = 50;

export async function proposalDues(context: Context): Promise<ProposalDue[]> {
  const { actor, db, loaders } = context;
  if (!actor) return [];
  const mine = actor.membership?.aboveIds ?? [];
  const presided = actor.offices.map((held) => held.bodyId).filter((bodyId) => may(actor, 'openPoll', { bodyId }));
  const motions = await selectProposals(
    db,
    sql`(
      (select x.* from proposal x
       where x.state = 'SUBMITTED' and x.body_id = any (${mine}::uuid[]) and x.second_by > clock_timestamp()
         and not exists (select 1 from second s where s.proposal_id = x.id and s.person_id = ${actor.personId})
       order by x.second_by limit ${most})
      union all
      (select x.* from proposal x
       where x.state = 'DEBATE' and x.body_id = any (${presided}::uuid[]) and x.debate_until <= clock_timestamp()
       order by x.debate_until limit ${most})
    ) p`,
    sql``,
    sql`order by p.second_by, p.debate_until`,
  );
  const now = await clockOf(db);
  const home = actor.membership ? await loaders.of(bodiesById).load(actor.membership.bodyId) : null;
  return motions.flatMap((motion) => {
    const { can } = abilitiesOf(motion, actor, { seconded: false, home }, now);
    if (can.includes('secondProposal'))
      return [due('SECOND', motion, motion.secondBy, { have: motion.secondCount, needed: motion.secondsNeeded })];
    return can.includes('openPoll') ? [due('OPEN_POLL', motion, null, {})] : [];
  });
}

const due = (
  kind: ProposalDue['kind'],
  { title, bodyId, bodySlug, number }: ProposalRow,
  deadline: Date | null,
  values: ProposalDue['values'],
): ProposalDue => ({
  kind,
  title,
  bodyId,
  deadline,
  path: `/m/${bodySlug}/${number}`,
  values: { number: number!, ...values },
});
