// The offices of a body that are filled by election: the rule for each, who holds it how long, what is under way.
import { sql } from 'kysely';
import type { Database } from '../database/database.js';
import { effectiveRulesOf } from '../rules/effectiveRules.js';
import type { OfficeRule } from '../rules/electionRules.js';

export interface OfficeToElectRow extends OfficeRule {
  bodyId: string;
  bodyState: string;
  bodyName: string;
  held: number;
  nextEnd: string | null;
  /** The election to it that is under way. */
  electionId: string | null;
}

interface Held {
  bodyId: string;
  office: string;
  held: number;
  nextEnd: string | null;
}

/** A delegate is sent to the body above, so the Federation has none. */
export async function officesOf(db: Database, bodyIds: readonly string[]): Promise<OfficeToElectRow[][]> {
  const rules = await effectiveRulesOf(db, bodyIds);
  const ids = sql`${[...bodyIds]}::uuid[]`;
  const bodies = await sql<{ id: string; state: string; name: string; top: boolean }>`
    select id, state, name, parent_id is null as top from body where id = any (${ids})`.execute(db);
  const held = await sql<Held>`
    select body_id as "bodyId", office, count(*)::int as held, min(until_date)::text as "nextEnd" from office_term
    where body_id = any (${ids}) and current_date >= from_date and current_date < until_date and (ended_on is null or ended_on > current_date)
    group by body_id, office`.execute(db);
  const under = await sql<{ bodyId: string; office: string; id: string }>`
    select body_id as "bodyId", office, id from election
    where body_id = any (${ids}) and office is not null and state in ('NOMINATIONS', 'VOTING') order by called_at`.execute(
    db,
  );
  return rules.map(({ bodyId, rules: { elections } }) => {
    const body = bodies.rows.find(({ id }) => id === bodyId)!;
    return elections.offices
      .filter(({ office }) => office !== 'DELEGATE' || !body.top)
      .map((rule) => {
        const of = (row: { bodyId: string; office: string }) => row.bodyId === bodyId && row.office === rule.office;
        const now = held.rows.find(of);
        return {
          ...rule,
          bodyId,
          bodyState: body.state,
          bodyName: body.name,
          held: now?.held ?? 0,
          nextEnd: now?.nextEnd ?? null,
          electionId: under.rows.find(of)?.id ?? null,
        };
      });
  });
}
