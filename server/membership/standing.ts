// Good standing: whether a member may vote today and, where not, each reason with what would cure it and the rule
// it rests on. It is computed in the database (member_standing), where rolls are frozen from it; here it gets words.
import { sql } from 'kysely';
import type { Database } from '../database/database.js';
import type { BodyStateWord, MembershipStateWord } from '../database/tables.js';
import { oneEach } from '../loaders.js';

export type ReasonCode =
  | 'NOT_ACTIVE'
  | 'PLATFORM_NOT_ACCEPTED'
  | 'DUES_OWED'
  | 'SUSPENDED'
  | 'SUPPORTER'
  | 'ON_LEAVE'
  | 'BODY_IN_FORMATION'
  | 'BODY_NOT_AFFILIATED';

export interface StandingReason {
  code: ReasonCode;
  message: string;
  cure: string;
  /** Where the rule is written. */
  rule: string;
  /** The last day on which it was good, where there is one. */
  until: string | null;
}

export interface Standing {
  inGoodStanding: boolean;
  reasons: StandingReason[];
}

interface Facts {
  id: string;
  bodyId: string;
  bodyName: string;
  bodyState: BodyStateWord;
  state: MembershipStateWord;
  kind: 'MEMBER' | 'SUPPORTER';
  /** Null for a membership that has not begun or has ended: it stands nowhere. */
  good: boolean | null;
  accepted: boolean | null;
  dues: boolean | null;
  duesUntil: string | null;
}

/** The standing of each membership today. */
export const standingsOf = async (db: Database, membershipIds: readonly string[]): Promise<(Standing | null)[]> => {
  const facts = await factsOf(db, membershipIds);
  const rules = await rulesOf(
    db,
    facts.filter(({ good }) => good !== true).map(({ bodyId }) => bodyId),
  );
  const found = oneEach(membershipIds, facts, ({ id }) => id);
  return found.map(
    (fact) =>
      fact && {
        inGoodStanding: fact.good === true,
        reasons: reasonsOf(fact, (section) => rules.get(`${fact.bodyId}/${section}`) ?? `§${section}`),
      },
  );
};

export async function standingOf(db: Database, membershipId: string): Promise<Standing | null> {
  const [standing] = await standingsOf(db, [membershipId]);
  return standing!;
}

async function factsOf(db: Database, ids: readonly string[]): Promise<Facts[]> {
  const { rows } = await sql<Facts>`
    with asked as (
      select m.id, m.state, m.kind, m.body_id, b.name, b.state as body_state from membership m join body b on b.id = m.body_id
      where m.id = any (${ids}::uuid[])
    ), standing as (
      select s.* from (select distinct body_id from asked) home cross join lateral member_standing(home.body_id, current_date) s
    )
    select a.id, a.body_id as "bodyId", a.name as "bodyName", a.body_state as "bodyState", a.state, a.kind,
      s.good, s.accepted, s.dues, s.dues_until::text as "duesUntil"
    from asked a left join standing s on s.membership_id = a.id`.execute(db);
  return rows;
}

/** Where each section that standing rests on is written for a body: its own rule book or one above. */
async function rulesOf(db: Database, bodyIds: string[]): Promise<Map<string, string>> {
  if (bodyIds.length === 0) return new Map();
  const { rows } = await sql<{ key: string; rule: string }>`
    select distinct on (a.body_id, section) a.body_id || '/' || section as key,
      b.name || ', rule book ' || book.version || ', §' || section as rule
    from body_above a join body b on b.id = a.above_id cross join (values ('standing'), ('platform')) s (section)
    join lateral (
      select version, rules from rule_book where body_id = a.above_id and in_force_from <= now() order by version desc limit 1
    ) book on jsonb_exists(book.rules, section)
    where a.body_id = any (${bodyIds}::uuid[])
    order by a.body_id, section, a.distance`.execute(db);
  return new Map(rows.map(({ key, rule }) => [key, rule]));
}

type RuleOf = (section: 'standing' | 'platform') => string;

/** Every reason, not the first alone: curing one should not uncover the next. */
function reasonsOf(facts: Facts, ruleOf: RuleOf): StandingReason[] {
  if (facts.good === true) return [];
  const rule = ruleOf('standing');
  const reasons: StandingReason[] = [];
  const add = (code: ReasonCode, message: string, cure: string, more: Partial<StandingReason> = {}) =>
    void reasons.push({ code, message, cure, rule, until: null, ...more });
  const { bodyName, bodyState, state, kind } = facts;
  if (state === 'ON_LEAVE')
    add('ON_LEAVE', 'The membership is on leave.', `Tell the Secretary of ${bodyName} that the leave is over.`);
  else if (state === 'SUSPENDED')
    add(
      'SUSPENDED',
      'The membership is suspended.',
      'The suspension ends as decided; it can be appealed to the body above.',
    );
  else if (state !== 'ACTIVE')
    add(
      'NOT_ACTIVE',
      notActive(facts),
      state === 'APPLICANT'
        ? `${bodyName} answers the application; ask its Secretary.`
        : 'Apply to a Local Group again.',
    );
  if (kind === 'SUPPORTER') add('SUPPORTER', 'Supporters have a voice and no vote.', `Ask ${bodyName} for membership.`);
  if (bodyState === 'IN_FORMATION')
    add(
      'BODY_IN_FORMATION',
      `${bodyName} is in formation: it has a voice and no vote.`,
      'It votes once the body above has affiliated it.',
    );
  else if (bodyState !== 'AFFILIATED')
    add(
      'BODY_NOT_AFFILIATED',
      `${bodyName} is not an affiliated body now.`,
      'It votes again once the body above has affiliated it again.',
    );
  if (facts.accepted === false) {
    add(
      'PLATFORM_NOT_ACCEPTED',
      'The platform in force is not accepted.',
      'Read it and accept it on the platform page.',
      { rule: ruleOf('platform') },
    );
  }
  if (facts.dues === false) {
    add(
      'DUES_OWED',
      'Dues are owed beyond the grace.',
      `Pay what is owed to the Treasurer of ${bodyName}, or ask for a waiver; it stays private.`,
      { until: facts.duesUntil },
    );
  }
  return reasons;
}

function notActive({ state, bodyName }: Facts): string {
  if (state === 'APPLICANT') return `${bodyName} has not admitted you yet.`;
  return state === 'LAPSED' ? 'The membership has lapsed.' : 'The membership has ended.';
}

/** How many members below each body are in good standing today. */
export const goodStandingCounts = async (db: Database, bodyIds: readonly string[]) => {
  const { rows } = await sql<{ id: string; count: number }>`
    select b.id, (select count(*)::int from member_standing(b.id, current_date) where good) as count
    from unnest(${bodyIds}::uuid[]) b (id)`.execute(db);
  return oneEach(bodyIds, rows, ({ id }) => id).map((row) => row?.count ?? 0);
};
