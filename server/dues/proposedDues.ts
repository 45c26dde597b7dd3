// A dues schedule as a motion of kind SET_DUES proposes it: what a period costs, from a day on. Judged when the motion is
// moved, and kept as it was decided.
import { sql } from 'kysely';
import { z } from 'zod';
import type { Database } from '../database/database.js';
import { Refusal, refuse } from '../errors.js';
import { bookDay } from './days.js';
import { readRate, writeAmount } from './money.js';

export const duesPeriods = ['MONTH', 'YEAR'] as const;
/** Of somebody who joins within a period: all of it, the months that are left, or nothing before the next one. */
export const partPeriods = ['WHOLE', 'MONTHS', 'NEXT'] as const;

const day = z.iso.date('a day, such as 2027-01-01');
const text = z.string('an amount in digits, such as "28.00"');
const proposed = z.strictObject({
  amount: text,
  currency: z.string('a currency of ISO 4217, such as USD'),
  period: z.enum(duesPeriods, 'MONTH or YEAR'),
  validFrom: day,
  partPeriod: z.enum(partPeriods, 'WHOLE, MONTHS or NEXT').default('MONTHS'),
  bands: z
    .array(
      z.strictObject({
        band: z.string().regex(/^[A-Z][A-Z0-9_]{0,30}$/, 'a word in capital letters, such as LOW_INCOME'),
        name: z.string().trim().min(1, 'what members read').max(60, 'at most 60 characters'),
        amount: text,
      }),
      'a list of bands',
    )
    .max(10, 'at most 10 bands')
    .default([]),
});

export type ProposedDues = z.infer<typeof proposed>;

/** Dues by default, where nothing else is said: 28.00 USD a year. */
export const defaultDues = {
  amount: '28.00',
  currency: 'USD',
  period: 'YEAR',
  partPeriod: 'MONTHS',
  bands: [],
} as const;

export interface SettingBody {
  id: string;
  kind: string;
  name: string;
}

export function malformedPayload(path: string, expected: string): never {
  refuse('PAYLOAD_INVALID', `The dues cannot stand as written. At ${path || 'payload'} there should be ${expected}.`, {
    rule: 'dues',
    field: path ? `payload.${path}` : 'payload',
    values: { path },
  });
}

/** The schedule in its one spelling, or the refusal that names the place. */
export async function readProposedDues(db: Database, payload: unknown, body: SettingBody): Promise<ProposedDues> {
  if (body.kind === 'REGION')
    refuse('WRONG_BODY', 'Dues are set by the Federation; a Local Group adds its own.', {
      rule: 'dues',
      field: 'bodyId',
      values: { body: body.name },
    });
  const read = proposed.safeParse(payload);
  if (!read.success) malformedPayload(read.error.issues[0]!.path.join('.'), read.error.issues[0]!.message);
  const dues = { ...read.data, amount: spelt(read.data.amount, read.data.currency, 'amount') };
  const bands = dues.bands.map((band, i) => ({
    ...band,
    amount: spelt(band.amount, dues.currency, `bands.${i}.amount`),
  }));
  const twice = bands.findIndex(({ band }, i) => bands.findIndex((other) => other.band === band) < i);
  if (twice >= 0) malformedPayload(`bands.${twice}.band`, 'a word that no other band has');
  await mustBegin(db, body.id, dues);
  return { ...dues, bands };
}

/** 0 is what a body decides that asks nothing from a day on. */
function spelt(text: string, currency: string, path: string): string {
  try {
    return writeAmount(readRate(text, currency, path), currency);
  } catch (error) {
    if (error instanceof Refusal)
      throw new Refusal(error.code, error.message, { ...error.more, field: `payload.${error.more.field}` });
    throw error;
  }
}

/**
 * A rate begins with a period, and not before the one in which it is moved: nobody is charged for years gone by. From
 * years to months, or back, is a step of the first of January, so that no time is charged twice.
 */
async function mustBegin(db: Database, bodyId: string, { period, validFrom }: ProposedDues): Promise<void> {
  const today = await bookDay(db);
  const first = period === 'YEAR' ? `${today.slice(0, 4)}-01-01` : `${today.slice(0, 7)}-01`;
  const begins = period === 'YEAR' ? /-01-01$/ : /-01$/;
  if (!begins.test(validFrom)) malformedPayload('validFrom', `the first day of a ${period.toLowerCase()}`);
  if (validFrom < first) malformedPayload('validFrom', `${first} or a later day: a rate does not reach back`);
  const before = await db
    .selectFrom('dues_schedule')
    .select('period')
    .where('body_id', '=', bodyId)
    .where('valid_from', '<=', validFrom)
    .orderBy('version', 'desc')
    .executeTakeFirst();
  if (before && before.period !== period && !/-01-01$/.test(validFrom))
    malformedPayload('validFrom', 'a first of January, since the length of the period changes');
}

/** The rows of a schedule a body has laid down, newest first. */
export const schedulesOf = (db: Database, bodyIds: readonly string[]) =>
  db
    .selectFrom('dues_schedule')
    .select([
      'id',
      'body_id as bodyId',
      'version',
      'period',
      'currency',
      'amount',
      'bands',
      'part_period as partPeriod',
      'proposal_id as proposalId',
      sql<string>`valid_from::text`.as('validFrom'),
    ])
    .where('body_id', 'in', bodyIds)
    .orderBy('version', 'desc');
