// What polls ask of a person now: their ballot, a second teller's count, a decision on a challenge to the roll.
import { sql } from 'kysely';
import type { Context } from '../context.js';
import { asDate } from '../database/instants.js';
import { globalId } from '../ids.js';
import type { DueItem } from '../membership/dueItem.js';
import { may } from '../policy/table.js';
import { differences, type Count } from './agreement.js';

interface Row {
  pollId: string;
  title: string;
  number: number | null;
  bodyId: string;
  deadline: Date | null;
  state: string;
}

/** The most a person is shown at once; what is behind comes when these are done. */
const most = 50;

export async function pollDues(context: Context): Promise<DueItem[]> {
  if (!context.actor) return [];
  const lists = await Promise.all([toVote(context), toCount(context), toDecide(context)]);
  return lists.flat();
}

/** Where the person is on the roll of an open poll of a motion and has not voted; elections speak for themselves. */
async function toVote({ db, actor }: Context): Promise<DueItem[]> {
  const { rows } = await sql<Row>`
    select p.id as "pollId", coalesce(m.title, '') as title, m.number, p.body_id as "bodyId", p.closes_at as deadline, p.state
    from roll_entry e join poll p on p.id = e.poll_id left join proposal m on m.id = p.proposal_id
    where e.person_id = ${actor!.personId} and p.method = 'MOTION' and p.state = 'OPEN' and p.closes_at > clock_timestamp() and not p.by_tellers
      and not exists (select 1 from ballot b where b.poll_id = p.id and b.elector = elector_in(p.id, e.person_id) and not b.replaced)
    order by p.closes_at limit ${most}`.execute(db);
  return rows.map((row) => due('VOTE', row, ''));
}

/** Where tellers have begun to count and this one has not, or their counts differ. */
async function toCount({ db, actor }: Context): Promise<DueItem[]> {
  const bodies = actor!.offices
    .map((held) => held.bodyId)
    .filter((bodyId) => may(actor, 'recordTellerCount', { bodyId }));
  const { rows } = await sql<Row & { counts: Count[] }>`
    select p.id as "pollId", coalesce(m.title, '') as title, m.number, p.body_id as "bodyId", p.closes_at as deadline, p.state,
      (select json_agg(json_build_object('tally', t.tally, 'entitled', t.entitled)) from teller_count t where t.poll_id = p.id and not t.replaced) as counts
    from poll p left join proposal m on m.id = p.proposal_id
    where p.body_id = any (${bodies}::uuid[]) and p.state <> 'CERTIFIED' and not p.by_tellers
      and exists (select 1 from teller_count t where t.poll_id = p.id and not t.replaced)
      and not exists (select 1 from ballot b where b.poll_id = p.id and not b.replaced)
      and ((select count(*) from teller_count t where t.poll_id = p.id and not t.replaced) > 1
        or not exists (select 1 from teller_count t where t.poll_id = p.id and t.teller_id = ${actor!.personId} and not t.replaced))
    order by p.closes_at limit ${most}`.execute(db);
  return rows.map((row) => due('TELLER_COUNT', row, '/tellers', { differs: differences(row.counts).join(', ') }));
}

async function toDecide({ db, actor }: Context): Promise<DueItem[]> {
  const bodies = actor!.offices
    .map((held) => held.bodyId)
    .filter((bodyId) => may(actor, 'decideChallenge', { bodyId, byPersonId: '' }));
  const { rows } = await sql<Row>`
    select p.id as "pollId", coalesce(m.title, e.title, '') as title, m.number, c.body_id as "bodyId", p.closes_at as deadline, p.state
    from roll_challenge c join poll p on p.id = c.poll_id left join proposal m on m.id = p.proposal_id left join election e on e.id = p.id
    where c.body_id = any (${bodies}::uuid[]) and c.state = 'OPEN' and p.state <> 'CERTIFIED' and c.by_person_id <> ${actor!.personId}
    order by c.at limit ${most}`.execute(db);
  return rows.map((row) => due('CHALLENGE', row, '/facts'));
}

/** The closing time is the deadline; what is still due after it has none, and comes at once. */
const due = (
  kind: DueItem['kind'],
  { pollId, title, number, bodyId, deadline, state }: Row,
  page: string,
  values: DueItem['values'] = {},
): DueItem => ({
  kind,
  title,
  bodyId,
  deadline: state === 'OPEN' && deadline ? asDate(deadline) : null,
  path: `/poll/${globalId('Poll', pollId)}${page}`,
  values: number === null ? values : { number, ...values },
});
