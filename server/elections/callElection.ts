// An officer calls the election to an office for which the rule book provides. How it is counted, for how many places
// and for how long is not theirs to choose: they give dates, within bounds.
import { sql } from 'kysely';
import { mustHaveAVote } from '../bodies/Body.js';
import { command } from '../command.js';
import type { Database } from '../database/database.js';
import { clockOf, daysAfter } from '../database/instants.js';
import type { BodyStateWord } from '../database/tables.js';
import { notFound, refuse } from '../errors.js';
import { layDownElection } from '../proposals/layDownElection.js';
import { effectiveRules } from '../rules/effectiveRules.js';
import { officesOf, type OfficeToElectRow } from './offices.reads.js';

export interface CallElectionInput {
  /** Becomes the id of the election. */
  id: string;
  bodyId: string;
  office: string;
  takesOfficeOn: string;
  nominationsUntil?: Date | null;
}

/** Nominations may be given more time than the rule book says, within reason, and never less. */
const LONGEST_DAYS = 90;
const LATEST_OFFICE_DAYS = 183;
const A_MINUTE = 60_000;
const rule = 'elections';

export const callElection = command('callElection', async (deed, input: CallElectionInput) => {
  const { id, bodyId, office, takesOfficeOn } = input;
  const { db } = deed;
  await lockBody(db, bodyId);
  deed.authorize({ bodyId });
  const [offices] = await officesOf(db, [bodyId]);
  const known = offices!.find((each) => each.office === office);
  if (!known)
    refuse('NOT_AN_OFFICE', `The rule book provides for no election to the office ${office} here.`, {
      rule,
      field: 'office',
      values: { office },
    });
  judgeCall(known);
  const now = await clockOf(db);
  const effective = await effectiveRules(db, bodyId);
  const nominationsUntil = untilOf(input.nominationsUntil ?? null, now, effective.rules.elections.nominationDays);
  mustBeginSoon(takesOfficeOn, now);
  const { method } = effective.rules.elections;
  const { seats, termMonths, alternates } = known;
  await layDownElection(db, effective, {
    id,
    calledBy: 'RULE_BOOK',
    proposalId: null,
    title: `${inWords(office)} of ${known.bodyName}`,
    office: { name: office, termMonths, takesOfficeOn },
    asks: { method, seats: await vacantSeats(db, bodyId, office, seats, takesOfficeOn), alternates, constraints: [] },
    options: [],
    nominationsUntil,
  });
  await deed.record(id, { office, takesOfficeOn });
  return { id, electionId: id };
});

/** Whether an election to this office can be called now, dates apart. */
export function judgeCall({ bodyName, bodyState, office, electionId }: OfficeToElectRow): void {
  mustHaveAVote({ name: bodyName, state: bodyState as BodyStateWord });
  if (electionId)
    refuse('ALREADY_CALLED', `An election to the office ${office} is under way in ${bodyName} already.`, {
      rule,
      values: { office, body: bodyName },
    });
}

/** Two officers who call at once do so one after the other. */
async function lockBody(db: Database, bodyId: string): Promise<void> {
  const body = await db.selectFrom('body').select('id').where('id', '=', bodyId).forNoKeyUpdate().executeTakeFirst();
  if (!body) throw notFound('body');
}

function untilOf(asked: Date | null, now: Date, nominationDays: number): Date {
  const least = daysAfter(now, nominationDays);
  const until = asked ?? least;
  if (until.getTime() >= least.getTime() - A_MINUTE && until <= daysAfter(now, LONGEST_DAYS)) return until;
  refuse('NOMINATION_TIME', `Nominations are open for at least ${nominationDays} and at most ${LONGEST_DAYS} days.`, {
    rule,
    field: 'nominationsUntil',
    values: { least: nominationDays, most: LONGEST_DAYS },
  });
}

function mustBeginSoon(takesOfficeOn: string, now: Date): void {
  const day = (days: number) => daysAfter(now, days).toISOString().slice(0, 10);
  if (takesOfficeOn >= day(0) && takesOfficeOn <= day(LATEST_OFFICE_DAYS)) return;
  refuse('OFFICE_DATE', `Those elected take office between today and ${day(LATEST_OFFICE_DAYS)}.`, {
    rule,
    field: 'takesOfficeOn',
    values: { latest: day(LATEST_OFFICE_DAYS) },
  });
}

/** The places that nobody holds on the day on which those elected would take office. */
async function vacantSeats(db: Database, bodyId: string, office: string, seats: number, day: string): Promise<number> {
  const { rows } = await sql<{ held: number }>`
    select count(*)::int as held from office_term
    where body_id = ${bodyId} and office = ${office} and coalesce(ended_on, until_date) > ${day}::date`.execute(db);
  const vacant = seats - rows[0]!.held;
  if (vacant > 0) return vacant;
  refuse('NO_SEAT_VACANT', `On ${day} every place of this office is still held.`, {
    rule,
    field: 'takesOfficeOn',
    values: { day },
  });
}

/** SECRETARY as "Secretary". */
export const inWords = (office: string): string => office[0]! + office.slice(1).toLowerCase().replaceAll('_', ' ');
