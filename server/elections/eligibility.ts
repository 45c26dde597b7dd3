// Who may stand: an active member of the body in good standing, not beyond the term limit, and without another office
// where the rule book gives each person one. A refusal says which, and what would cure it.
import { sql } from 'kysely';
import type { Database } from '../database/database.js';
import { Refusal } from '../errors.js';
import { standingsOf } from '../membership/standing.js';
import { effectiveRules } from '../rules/effectiveRules.js';

/** What of an election eligibility rests on. */
export interface Contest {
  bodyId: string;
  bodyName: string;
  office: string | null;
  termMonths: number | null;
  takesOfficeOn: string | null;
}

interface Facts {
  personId: string;
  membershipId: string | null;
  state: string | null;
  kind: string | null;
  below: boolean;
  /** Terms of this office in this body, the latest first: from, and until it ended or is to end. */
  terms: [from: string, until: string][];
  /** Another office held on the day on which this one begins. */
  other: string | null;
}

const rule = 'elections';

/** Null where the person may stand. What is private, dues above all, is told only to themselves: ask for their own sake. */
export async function whyNotEligible(db: Database, contest: Contest, personId: string): Promise<Refusal | null> {
  const found = await ineligible(db, contest, [personId]);
  if (found.has(personId)) return found.get(personId)!;
  return (await notInGoodStanding(db, contest, [personId])).get(personId) ?? null;
}

/** Why each of these cannot hold the office, by what the body may know of them; who can is not among the keys. */
export async function ineligible(
  db: Database,
  contest: Contest,
  personIds: readonly string[],
): Promise<Map<string, Refusal>> {
  const { rules } = await effectiveRules(db, contest.bodyId);
  const { offices, oneOfficeEach } = rules.elections;
  const limit = offices.find(({ office }) => office === contest.office)?.termLimit ?? null;
  const refusals = new Map<string, Refusal>();
  for (const facts of await factsOf(db, contest, personIds)) {
    const refusal =
      notAMember(facts, contest) ?? beyondTheLimit(facts, contest, limit) ?? accumulating(facts, oneOfficeEach);
    if (refusal) refusals.set(facts.personId, refusal);
  }
  return refusals;
}

export async function notInGoodStanding(
  db: Database,
  contest: Contest,
  personIds: readonly string[],
): Promise<Map<string, Refusal>> {
  const facts = (await factsOf(db, contest, personIds)).filter(({ membershipId }) => membershipId !== null);
  const standings = await standingsOf(
    db,
    facts.map(({ membershipId }) => membershipId!),
  );
  const refusals = new Map<string, Refusal>();
  for (const [at, { personId }] of facts.entries()) {
    const [reason] = standings[at]?.reasons ?? [];
    if (!reason) continue;
    const message = `Who stands is in good standing. ${reason.message} ${reason.cure}`;
    refusals.set(
      personId,
      new Refusal('NOT_IN_GOOD_STANDING', message, { rule: reason.rule, values: { reason: reason.code } }),
    );
  }
  return refusals;
}

function notAMember({ membershipId, state, kind, below }: Facts, { bodyName }: Contest): Refusal | null {
  if (membershipId !== null && below && state === 'ACTIVE' && kind === 'MEMBER') return null;
  return new Refusal('NOT_A_MEMBER_THERE', `Who stands is an active member of ${bodyName}, or of a body below it.`, {
    rule,
    values: { body: bodyName },
  });
}

function beyondTheLimit(
  { terms }: Facts,
  { takesOfficeOn, termMonths }: Contest,
  limit: number | null,
): Refusal | null {
  if (limit === null || takesOfficeOn === null) return null;
  if (termsInARow(terms, takesOfficeOn, termMonths!) < limit) return null;
  return new Refusal(
    'TERM_LIMIT',
    `The rule book allows ${limit} ${limit === 1 ? 'term' : 'terms'} in a row in this office, and they are served. After the pause of a whole term they can be elected again.`,
    { rule, values: { limit } },
  );
}

function accumulating({ other }: Facts, oneOfficeEach: boolean): Refusal | null {
  if (!oneOfficeEach || other === null) return null;
  return new Refusal(
    'OTHER_OFFICE',
    `By the rule book nobody holds two offices at once, and on that day the office ${other} is still theirs.`,
    { rule, values: { office: other } },
  );
}

/** Terms without the pause of a whole term between them, counted back from the day on which the next would begin. */
export function termsInARow(
  terms: readonly (readonly [from: string, until: string])[],
  begins: string,
  termMonths: number,
): number {
  let next = begins;
  let row = 0;
  for (const [from, until] of terms) {
    if (monthsLater(until, termMonths) <= next) break;
    row += 1;
    next = from;
  }
  return row;
}

/** The day so many months later; the 31st of a shorter month is its last day. */
export function monthsLater(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

async function factsOf(db: Database, contest: Contest, personIds: readonly string[]): Promise<Facts[]> {
  const { bodyId, office, takesOfficeOn } = contest;
  const { rows } = await sql<Facts>`
    select q.id as "personId", m.id as "membershipId", m.state, m.kind,
      exists (select 1 from body_above a where a.body_id = m.body_id and a.above_id = ${bodyId}) as below,
      coalesce((select json_agg(json_build_array(t.from_date::text, coalesce(t.ended_on, t.until_date)::text) order by t.from_date desc)
        from office_term t where t.person_id = q.id and t.body_id = ${bodyId} and t.office = ${office}), '[]') as terms,
      (select t.office || ' of ' || b.name from office_term t join body b on b.id = t.body_id
        where t.person_id = q.id and (t.body_id, t.office) <> (${bodyId}::uuid, ${office ?? ''}::text)
          and coalesce(t.ended_on, t.until_date) > greatest(${takesOfficeOn}::date, current_date) order by t.from_date limit 1) as other
    from unnest(${[...personIds]}::uuid[]) q (id)
    left join membership m on m.person_id = q.id and m.state in ('APPLICANT', 'ACTIVE', 'ON_LEAVE', 'SUSPENDED')`.execute(
    db,
  );
  return rows;
}
