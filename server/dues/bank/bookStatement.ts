// The Treasurer has looked at a bank's statement and says which line is whose. Each is booked as a payment of that
// member, once: a line that was booked from an earlier file is passed by.
import { randomUUID } from 'node:crypto';
import { command, type Deed } from '../../command.js';
import { refuse } from '../../errors.js';
import { readLine } from '../../text.js';
import { bookPayment } from '../bookPayment.js';
import { mustBeBookable } from '../days.js';
import { lockBooks } from '../ledger.js';
import { mailReceipt } from '../mailReceipt.js';
import { memberPaying, mustOweDues } from '../memberPaying.js';
import { recordBooks } from '../recordBooks.js';
import type { BankLine } from './bankLines.js';
import { dealtWith, readFile, type StatementAsked } from './statement.reads.js';

export interface BookStatement extends StatementAsked {
  idempotencyKey: string;
  payments: { digest: string; membershipId: string }[];
  /** Lines that are no dues: they are not shown again. */
  passedOver: string[];
}

export interface BookedStatement {
  booked: number;
  passedOver: number;
  /** Lines dealt with before, in another file or by another hand. */
  before: number;
}

export const bookStatement = command('bookStatement', async (deed, input: BookStatement): Promise<BookedStatement> => {
  const { db, actor } = deed;
  const { bodyId } = input;
  deed.authorize({ bodyId });
  const bank = readLine(input.bank, 'bank', 80);
  await lockBooks(db, bodyId);
  const { lines, header, mapping } = await readFile(db, actor.personId, input);
  const known = await dealtWith(db, { bodyId, bank }, lines);
  const byDigest = new Map(lines.map((line) => [line.digest, line]));
  const fresh = ({ digest }: { digest: string }) => !known.has(digest);
  const payments = input.payments.map((each, at) => ({
    ...each,
    line: lineOf(byDigest, each.digest, `payments.${at}`),
  }));
  mustNameOnce([...input.payments.map(({ digest }) => digest), ...input.passedOver]);
  for (const digest of input.passedOver) lineOf(byDigest, digest, 'passedOver');
  let last: Buffer | null = null;
  for (const { line, membershipId } of payments.filter(fresh))
    last = await bookLine(deed, input, bank, line, membershipId);
  const passed = input.passedOver.filter((digest) => !known.has(digest));
  if (passed.length > 0)
    await db
      .insertInto('bank_line')
      .values(
        passed.map((digest) => ({ ...keyOf(bodyId, bank, digest), payment_id: null, by_person_id: actor.personId })),
      )
      .execute();
  await db
    .insertInto('bank_mapping')
    .values({ body_id: bodyId, header, mapping: JSON.stringify(mapping) })
    .onConflict((conflict) => conflict.columns(['body_id', 'header']).doUpdateSet({ mapping: JSON.stringify(mapping) }))
    .execute();
  await recordBooks(deed, last);
  const booked = payments.filter(fresh).length;
  return {
    booked,
    passedOver: passed.length,
    before: payments.length + input.passedOver.length - booked - passed.length,
  };
});

const keyOf = (bodyId: string, bank: string, digest: string) => ({
  body_id: bodyId,
  bank,
  digest: Buffer.from(digest, 'hex'),
});

function lineOf(lines: ReadonlyMap<string, BankLine>, digest: string, field: string): BankLine {
  const line = lines.get(digest);
  if (!line)
    refuse('LINE_UNKNOWN', 'That line is not in the file as it is read now. Look at the statement again.', { field });
  return line;
}

function mustNameOnce(digests: readonly string[]): void {
  if (new Set(digests).size < digests.length)
    refuse('LINE_TWICE', 'A line is the payment of one member, and named once.', { field: 'payments' });
}

async function bookLine(
  deed: Deed<'bookStatement'>,
  { bodyId, currency }: BookStatement,
  bank: string,
  line: BankLine,
  membershipId: string,
): Promise<Buffer> {
  const { db, actor } = deed;
  const at = { values: { line: line.line } };
  if (line.amount <= 0n)
    refuse('AMOUNT_NOT_POSITIVE', `Line ${line.line} is money that left: it is nobody’s payment.`, {
      rule: 'dues',
      ...at,
    });
  const member = await memberPaying(db, membershipId);
  if (member.bodyId !== bodyId)
    refuse('OTHER_BODY', `Line ${line.line}: that member belongs to another body, in whose books it would stand.`, {
      rule: 'dues',
      ...at,
    });
  mustOweDues(member);
  await mustBeBookable(db, bodyId, line.date, `line ${line.line}`);
  const id = randomUUID();
  const { hash } = await bookPayment(db, {
    id,
    bodyId,
    membershipId,
    personId: member.personId,
    method: 'TRANSFER',
    bank,
    currency,
    amount: line.amount,
    receivedOn: line.date,
    reference: line.reference.replace(/\p{Cc}/gu, ' ').slice(0, 140),
    paperNumber: null,
    byPersonId: actor.personId,
  });
  await db
    .insertInto('bank_line')
    .values({ ...keyOf(bodyId, bank, line.digest), payment_id: id, by_person_id: actor.personId })
    .execute();
  await mailReceipt(deed, id);
  return hash;
}
