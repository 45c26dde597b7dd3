// Dues in tests: a federation that has decided some, members who owe them, and what the API says of it all.
import { sql } from 'kysely';
import { raiseDues } from '../../server/dues/raiseDues.js';
import { addMember, found, foundingRules, grantOffice, type Founded } from './founding.js';
import { newKey, type World } from './world.js';
import type { PartialRules } from '../../server/rules/schema.js';

export type Facts = Record<string, any>;

export const halfFifthThreeTenths = [
  { level: 'REGION', share: '1/5' },
  { level: 'FEDERATION', share: '3/10' },
];

/**
 * The small federation of founding.ts: nobody has paid anything anywhere, abe keeps the books of Alder, ben of Birch, cid of
 * Cedar, art of the Federation; 28.00 USD a year, whole whenever one joins, half of it to the group, a fifth to the Region
 * and three tenths to the Federation.
 */
export async function foundWithDues(world: World, rules: PartialRules = foundingRules): Promise<Founded> {
  const founded = await found(world, rules);
  await owesFromNow(world);
  for (const [name, body] of [
    ['abe', 'alder'],
    ['ben', 'birch'],
    ['cid', 'cedar'],
    ['art', 'federation'],
  ] as const)
    await grantOffice(world, founded.people[name]!, founded.bodies[body], 'TREASURER');
  const { schedule, ...refusal } = await setDues(world, founded, { partPeriod: 'WHOLE', shares: halfFifthThreeTenths });
  if (!schedule) throw new Error(JSON.stringify(refusal));
  return founded;
}

/** What founding.ts says was paid elsewhere was not. */
export async function owesFromNow(world: World, membershipId: string | null = null): Promise<void> {
  await sql`update membership set dues_paid_until = null, dues_brought_until = null where ${membershipId}::uuid is null or id = ${membershipId}`.execute(
    world.db,
  );
}

const refused = '... on Refusal { code message rule field values }';

/** One deed, told as what it made or the refusal. Faults of the request are thrown. */
export async function deed(world: World, name: string, input: object, as: string | null, made: string): Promise<Facts> {
  const type = name[0]!.toUpperCase() + name.slice(1);
  const { data, errors } = await world.ask(
    `mutation ($input: ${type}Input!) { ${name}(input: $input) { ${made} ${refused} } }`,
    { input },
    as,
  );
  if (errors) throw Object.assign(new Error(errors[0]!.message), { code: errors[0]!.extensions.code });
  return data[name];
}

export const setDues = (world: World, founded: Founded, more: object = {}, as = founded.people['art']!) =>
  deed(
    world,
    'setDuesSchedule',
    { idempotencyKey: newKey(), bodyId: `Body_${founded.bodies.federation}`, ...more },
    as,
    '... on DuesScheduleSet { schedule { version period validFrom partPeriod amount { amount currency } bands { band name amount { amount } } body { slug } } }',
  );

export const paymentFacts = `id number method receivedOn reversed payerName reference paperNumber amount { amount currency } refunded { amount } viewerCan
  body { slug } settles { part periodFrom amount { amount } } parts { kind name amount { amount } withBody { slug } }`;
export const statementFacts = `membershipId standing { state until next nextOn } owed { amount currency } band
  charges { id part periodFrom periodUntil dueOn band amount { amount currency } paid { amount } dropped { amount } open { amount } }
  payments { ${paymentFacts} } credit { body { slug } amount { amount currency } } waivers { id fromDate untilDate endedOn } waiverRequest { id words } viewerCan body { slug }`;
const paid = `... on PaymentChanged { payment { ${paymentFacts} } statement { ${statementFacts} } }`;
const changed = `... on DuesChanged { statement { ${statementFacts} } }`;

export async function today(world: World): Promise<string> {
  const { rows } = await sql<{ day: string }>`select current_date::text as day`.execute(world.db);
  return rows[0]!.day;
}
export const daysFromToday = async (world: World, days: number): Promise<string> =>
  (await sql<{ day: string }>`select (current_date + ${days}::int)::text as day`.execute(world.db)).rows[0]!.day;

export const pay = async (world: World, membershipId: string, as: string, more: object = {}) =>
  deed(
    world,
    'recordPayment',
    {
      id: newKey(),
      membershipId: `Membership_${membershipId}`,
      method: 'CASH',
      amount: { amount: '28.00', currency: 'USD' },
      receivedOn: await today(world),
      ...more,
    },
    as,
    paid,
  );

export const refund = async (world: World, paymentId: string, as: string, more: object = {}) =>
  deed(
    world,
    'refundPayment',
    { id: newKey(), paymentId, amount: '28.00', method: 'CASH', givenOn: await today(world), ...more },
    as,
    paid,
  );

export const takeBack = (world: World, paymentId: string, as: string, more: object = {}) =>
  deed(
    world,
    'reversePayment',
    { idempotencyKey: newKey(), paymentId, reason: 'The cheque came back.', ...more },
    as,
    paid,
  );

export const waive = (world: World, membershipId: string, until: string, as: string, more: object = {}) =>
  deed(world, 'grantWaiver', { id: newKey(), membershipId: `Membership_${membershipId}`, until, ...more }, as, changed);

export const duesDeed = (world: World, name: string, input: object, as: string | null) =>
  deed(world, name, input, as, changed);

export async function statement(world: World, membershipId: string, as: string | null): Promise<Facts | null> {
  const { data, errors } = await world.ask(
    `query ($id: ID!) { duesStatement(membershipId: $id) { ${statementFacts} } }`,
    { id: `Membership_${membershipId}` },
    as,
  );
  if (errors) throw new Error(errors[0]!.message);
  return data.duesStatement;
}

/** What the clock charges today, in every body. */
export const charge = (world: World) => raiseDues(world.clock());

/** Balances of a body's accounts in words, such as `PER_CAPITA_PAYABLE north: -5.60 USD`; those at zero left out. */
export async function balances(world: World, bodyId: string): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`
    select a.kind || coalesce(' ' || b.slug, '') || case when a.name = '' then '' else ' ' || a.name end || ': ' || to_char(a.balance / 100.0, 'FM999999990.00') || ' ' || a.currency as line
    from ledger_account a left join body b on b.id = a.with_body_id where a.body_id = ${bodyId} and a.balance <> 0 order by 1`.execute(
    world.db,
  );
  return rows.map(({ line }) => line);
}

/** A schedule of long ago, as if founded with it: 28.00 USD a year or what is said instead. */
export async function oldSchedule(world: World, bodyId: string, more: object = {}): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into dues_schedule (id, body_id, version, valid_from, laid_down_on, period, currency, amount, bands, part_period)
    select gen_random_uuid(), ${bodyId}, 1, valid_from, laid_down_on, period, 'USD', amount, bands, part_period
    from jsonb_to_record(${JSON.stringify({ valid_from: '2020-01-01', laid_down_on: '2020-01-01', period: 'YEAR', amount: 2800, bands: [], part_period: 'WHOLE', ...more })}::jsonb)
      as s (valid_from date, laid_down_on date, period text, amount bigint, bands jsonb, part_period text)
    returning id`.execute(world.db);
  return rows[0]!.id;
}

/** Somebody who joined so many days ago and has paid nothing anywhere. */
export async function joinedAgo(
  world: World,
  founded: Founded,
  name: string,
  body: keyof Founded['bodies'],
  days: number,
): Promise<string> {
  await addMember(world, founded, name, body);
  const membership = founded.memberships[name]!;
  await sql`update membership set joined_on = current_date - ${days}::int, dues_paid_until = null, dues_brought_until = null where id = ${membership}`.execute(
    world.db,
  );
  return membership;
}
