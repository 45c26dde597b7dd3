// What a motion of kind AUTHORISE_SPENDING proposes: a sum, for a purpose, until a day, out of a fund or of the general
// money. Once carried it stands as an authority, and spending is approved under it.
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Database } from '../../database/database.js';
import { Refusal, refuse } from '../../errors.js';
import { bookDay } from '../days.js';
import type { Deciding } from '../layDown.js';
import { readAmount, writeAmount } from '../money.js';

const words = (what: string) =>
  z
    .string(what)
    .trim()
    .min(1, what)
    .max(80, 'at most 80 characters')
    .regex(/^[^\p{Cc}]*$/u, 'one line of plain words');
const proposed = z.strictObject({
  amount: z.string('an amount in digits, such as "200.00"'),
  currency: z.string('a currency of ISO 4217, such as USD'),
  purpose: words('what it is for, in a few words'),
  until: z.iso.date('the last day on which it may be spent, such as 2027-06-30'),
  fund: words('the name of a fund').nullable().default(null),
});

export type ProposedSpending = z.infer<typeof proposed>;

/** The authority in its one spelling, or the refusal that names the place. */
export async function readProposedSpending(db: Database, payload: unknown): Promise<ProposedSpending> {
  const read = proposed.safeParse(payload);
  if (!read.success) malformed(read.error.issues[0]!.path.join('.'), read.error.issues[0]!.message);
  const { amount, currency, until } = read.data;
  if (until < (await bookDay(db))) malformed('until', 'today or a later day');
  try {
    return { ...read.data, amount: writeAmount(readAmount(amount, currency), currency) };
  } catch (error) {
    if (error instanceof Refusal)
      throw new Refusal(error.code, error.message, { ...error.more, field: `payload.${error.more.field}` });
    throw error;
  }
}

function malformed(path: string, expected: string): never {
  refuse('PAYLOAD_INVALID', `At ${path || 'payload'} there should be ${expected}.`, {
    rule: 'books',
    field: path ? `payload.${path}` : 'payload',
    values: { path },
  });
}

/** As the motion was carried. */
export async function layDownAuthority(
  db: Database,
  { amount, currency, purpose, until, fund }: ProposedSpending,
  { bodyId, proposalId }: Deciding,
): Promise<string> {
  const id = randomUUID();
  await db
    .insertInto('spending_authority')
    .values({
      id,
      body_id: bodyId,
      proposal_id: proposalId!,
      currency,
      amount: readAmount(amount, currency),
      fund,
      purpose,
      until_date: until,
    })
    .execute();
  return id;
}
