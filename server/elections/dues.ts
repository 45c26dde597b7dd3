// What elections ask of a person now: to answer a nomination, to vote, to enter papers that another teller has read, and
// of officers to see to an office that is not filled.
import { sql } from 'kysely';
import type { Context } from '../context.js';
import { asDate } from '../database/instants.js';
import { globalId } from '../ids.js';
import type { DueItem } from '../membership/dueItem.js';
import { may } from '../policy/table.js';

interface Row {
  id: string;
  title: string;
  office: string | null;
  bodyId: string;
  deadline: Date | null;
}

/** The most a person is shown at once; what is behind comes when these are done. */
const most = 50;

export async function electionDues(context: Context): Promise<DueItem[]> {
  if (!context.actor) return [];
  const lists = await Promise.all([toAnswer(context), toVote(context), toRead(context), toFill(context)]);
  return lists.flat();
}

async function toAnswer({ db, actor }: Context): Promise<DueItem[]> {
  const { rows } = await sql<Row>`
    select e.id, e.title, e.office, e.body_id as "bodyId", e.nominations_until as deadline
    from candidate c join election e on e.id = c.election_id
    where c.person_id = ${actor!.personId} and c.state = 'PROPOSED' and e.state = 'NOMINATIONS' and e.nominations_until > clock_timestamp()
    order by e.nominations_until limit ${most}`.execute(db);
  return rows.map((row) => due('NOMINATION', row));
}

async function toVote({ db, actor }: Context): Promise<DueItem[]> {
  const { rows } = await sql<Row>`
    select e.id, e.title, e.office, e.body_id as "bodyId", p.closes_at as deadline
    from roll_entry r join poll p on p.id = r.poll_id join election e on e.id = p.id
    where r.person_id = ${actor!.personId} and p.state = 'OPEN' and p.closes_at > clock_timestamp()
      and not exists (select 1 from ballot b where b.poll_id = p.id and b.elector = elector_in(p.id, r.person_id) and not b.replaced)
      and not exists (select 1 from paper_handed h where h.poll_id = p.id and h.person_id = r.person_id)
    order by p.closes_at limit ${most}`.execute(db);
  return rows.map((row) => due('ELECT', row, '/ballot'));
}

/** Where a batch waits for a second reading, or readings differ. */
async function toRead({ db, actor }: Context): Promise<DueItem[]> {
  const bodies = actor!.offices.map((held) => held.bodyId).filter((bodyId) => may(actor, 'recordPapers', { bodyId }));
  const { rows } = await sql<Row>`
    select e.id, e.title, e.office, e.body_id as "bodyId", null as deadline
    from election e where e.body_id = any (${bodies}::uuid[]) and e.state = 'VOTING' and exists (
      select 1 from paper_batch b where b.poll_id = e.id and not b.replaced
      group by b.number
      having (count(*) = 1 and bool_and(b.teller_id <> ${actor!.personId}))
        or count(distinct array(select line from unnest(b.lines) line order by line)) > 1)
    order by e.called_at limit ${most}`.execute(db);
  return rows.map((row) => due('PAPERS', row, '/papers'));
}

/** The last election to an office found nobody who stood, or a seat won in it is empty again: its officers see to it. */
async function toFill({ db, actor }: Context): Promise<DueItem[]> {
  const bodies = actor!.offices.map((held) => held.bodyId).filter((bodyId) => may(actor, 'callElection', { bodyId }));
  const { rows } = await sql<Row & { lapsed: boolean; slug: string }>`
    select e.id, e.title, e.office, e.body_id as "bodyId", null as deadline, e.state = 'LAPSED' as lapsed, b.slug
    from election e join body b on b.id = e.body_id
    where e.body_id = any (${bodies}::uuid[]) and b.state = 'AFFILIATED' and e.office is not null
      and not exists (select 1 from election later where later.body_id = e.body_id and later.office = e.office and later.called_at > e.called_at)
      and (e.state = 'LAPSED' or exists (
        select 1 from office_term t where t.election_id = e.id and t.ended_on < t.until_date and t.until_date > current_date
          and not exists (select 1 from vacancy_filled v where v.vacated_term_id = t.id)))
    order by e.called_at limit ${most}`.execute(db);
  return rows.map((row) =>
    row.lapsed ? { ...due('CALL_ELECTION', row), path: `/b/${row.slug}/elections` } : due('VACANCY', row),
  );
}

const due = (kind: DueItem['kind'], { id, title, office, bodyId, deadline }: Row, page = ''): DueItem => ({
  kind,
  title,
  bodyId,
  deadline: deadline && asDate(deadline),
  path: `/election/${globalId('Election', id)}${page}`,
  values: office === null ? {} : { office },
});
