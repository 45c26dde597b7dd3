// A bank's statement as a treasurer looks at it before anything is booked: what each line is, whose it may be, and what
// was dealt with before.
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '../../database/database.js';
import { refuse } from '../../errors.js';
import { readUpload } from '../../uploads/uploads.js';
import { placesOf, readCurrency } from '../money.js';
import { readBankLines, type BankLine, type BankLineProblem } from './bankLines.js';
import { BankMappingGrammar, headerKey, suggestMapping, type BankMapping } from './bankMapping.js';
import { readBankTable, type BankTable } from './bankTable.js';
import { matchPayments, type Match, type Payer } from './matchPayments.js';
import { payingReference } from './payingReference.js';

export interface StatementAsked {
  bodyId: string;
  uploadId: string;
  /** Which of the body's bank accounts; empty for the only one. */
  bank: string;
  currency: string;
  /** As the treasurer settled it; null for the one remembered, or a first guess. */
  mapping: unknown;
}

export interface Statement {
  columns: string[];
  /** The first rows as they stand, to see what the columns hold. */
  sample: string[][];
  mapping: BankMapping | null;
  /** Whether the mapping is one this body settled before. */
  remembered: boolean;
  lines: (BankLine & { dealtWith: 'BOOKED' | 'PASSED_OVER' | null; matches: Match[] })[];
  problems: BankLineProblem[];
}

export interface ReadFile {
  table: BankTable;
  header: Buffer;
  mapping: BankMapping | null;
  remembered: boolean;
  lines: BankLine[];
  problems: BankLineProblem[];
}

/** The file as lines, by the mapping given, remembered or guessed; no lines where there is none of them. */
export async function readFile(db: Database, personId: string, asked: StatementAsked): Promise<ReadFile> {
  const currency = readCurrency(asked.currency);
  const { bytes } = await readUpload(db, asked.uploadId, { personId, field: 'uploadId', types: ['text/csv'] });
  const table = readBankTable(bytes);
  const header = createHash('sha256').update(headerKey(table)).digest();
  const kept = asked.mapping ? null : await rememberedMapping(db, asked.bodyId, header);
  const mapping = asked.mapping ? mappingOf(asked.mapping) : (kept ?? suggestMapping(table));
  const { lines, problems } = mapping ? readBankLines(table, mapping, placesOf(currency)) : { lines: [], problems: [] };
  return { table, header, mapping, remembered: kept !== null, lines, problems };
}

export async function readStatement(db: Database, personId: string, asked: StatementAsked): Promise<Statement> {
  const { table, mapping, remembered, lines, problems } = await readFile(db, personId, asked);
  const [known, payers] = await Promise.all([dealtWith(db, asked, lines), payersOf(db, asked.bodyId, asked.currency)]);
  const matches = matchPayments(
    lines.filter(({ digest }) => !known.has(digest)),
    payers,
  );
  return {
    columns: table.columns,
    sample: table.rows.slice(0, 5).map(({ cells }) => cells),
    mapping,
    remembered,
    lines: lines.map((line) => ({
      ...line,
      dealtWith: known.get(line.digest) ?? null,
      matches: matches.get(line.digest) ?? [],
    })),
    problems,
  };
}

function mappingOf(given: unknown): BankMapping {
  const read = BankMappingGrammar.safeParse(given);
  if (read.success) return read.data;
  const { path } = read.error.issues[0]!;
  return refuse('MAPPING_INVALID', 'The columns are not settled yet: say which holds the date and which the sum.', {
    field: ['mapping', ...path].join('.'),
  });
}

async function rememberedMapping(db: Database, bodyId: string, header: Buffer): Promise<BankMapping | null> {
  const kept = await db
    .selectFrom('bank_mapping')
    .select('mapping')
    .where('body_id', '=', bodyId)
    .where('header', '=', header)
    .executeTakeFirst();
  return kept ? (kept.mapping as unknown as BankMapping) : null;
}

/** What became of each line in this or an earlier file, by its digest. */
export async function dealtWith(
  db: Database,
  { bodyId, bank }: Pick<StatementAsked, 'bodyId' | 'bank'>,
  lines: readonly BankLine[],
): Promise<Map<string, 'BOOKED' | 'PASSED_OVER'>> {
  const { rows } = await sql<{ digest: string; booked: boolean }>`
    select encode(digest, 'hex') as digest, payment_id is not null as booked from bank_line
    where body_id = ${bodyId} and bank = ${bank} and digest = any (
      select decode(d, 'hex') from unnest(${lines.map(({ digest }) => digest)}::text[]) d)`.execute(db);
  return new Map(rows.map(({ digest, booked }) => [digest, booked ? 'BOOKED' : 'PASSED_OVER']));
}

/** Whoever may pay into these books: its members, with what each owes in them. */
async function payersOf(db: Database, bodyId: string, currency: string): Promise<Payer[]> {
  const { rows } = await sql<{ membershipId: string; name: string; owed: string }>`
    select m.id as "membershipId", p.display_name as name,
      (select coalesce(sum(c.amount - c.settled), 0)::text from dues_charge c
        where c.person_id = m.person_id and c.body_id = ${bodyId} and c.currency = ${currency}) as owed
    from membership m join person p on p.id = m.person_id
    where m.body_id = ${bodyId} and m.kind = 'MEMBER' and m.state <> 'APPLICANT'`.execute(db);
  return rows.map((row) => ({ ...row, owed: BigInt(row.owed), reference: payingReference(row.membershipId) }));
}
