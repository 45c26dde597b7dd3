// Which column of a bank's export says what. A treasurer settles it once; the body remembers it for every later file
// with the same header.
import { z } from 'zod';
import { refuse } from '../../errors.js';
import type { BankTable } from './bankTable.js';

const column = z.string().min(1).max(200);

export const BankMappingGrammar = z.strictObject({
  date: column,
  dateOrder: z.enum(['YMD', 'DMY', 'MDY']),
  /** One column with a sign, or one for money in and (if given) one for money out. */
  amount: z.union([z.strictObject({ signed: column }), z.strictObject({ received: column, paid: column.nullable() })]),
  decimal: z.enum(['.', ',']),
  /** Read together, in this order. */
  reference: z.array(column).max(6),
  name: column.nullable(),
});
export type BankMapping = z.infer<typeof BankMappingGrammar>;

/** The header as one text: by it a body's mapping is found again. */
export const headerKey = ({ columns }: BankTable): string => columns.join('\u001f').toLowerCase();

/** Every column that the mapping names is in the file; otherwise MAPPING_INVALID, naming the one that is not. */
export function mustFit(mapping: BankMapping, { columns }: BankTable): void {
  const { date, amount, reference, name } = mapping;
  const amounts = 'signed' in amount ? [amount.signed] : [amount.received, amount.paid];
  const missing = [date, ...amounts, ...reference, name].find((each) => each !== null && !columns.includes(each));
  if (missing != null)
    refuse('MAPPING_INVALID', `The file has no column “${missing}”.`, {
      field: 'mapping',
      values: { column: missing, columns },
    });
}

const words = {
  date: /^(booking|value|transaction|posting)? ?date|datum|buchungstag|valuta|fecha|\bdate\b/i,
  signed: /^(amount|betrag|montant|importe|monto)|\bamount\b|betrag|umsatz/i,
  received: /credit|haben|gutschrift|money in|paid in|deposit|crédit|abono|ingreso/i,
  paid: /debit|soll|lastschrift|money out|paid out|withdrawal|débit|cargo/i,
  reference:
    /reference|memo|description|details|purpose|verwendung|zweck|motif|libell|concepto|referencia|communication/i,
  name: /\bname\b|payer|payee|counterparty|sender|debtor|auftraggeber|begünstigter|nom\b|ordenante|beneficiario|contrepartie/i,
};

/** A first guess for a human to look at: by the header's words, then by what stands below. Null where nothing fits. */
export function suggestMapping(table: BankTable): BankMapping | null {
  const { columns } = table;
  const find = (pattern: RegExp) => columns.find((each) => pattern.test(each)) ?? null;
  const date = find(words.date) ?? columns.find((each) => cellsOf(table, each).every((cell) => datePattern.test(cell)));
  const [received, paid, signed] = [find(words.received), find(words.paid), find(words.signed)];
  const amount: BankMapping['amount'] | null =
    received && received !== signed ? { received, paid } : signed ? { signed } : null;
  if (!date || !amount) return null;
  const sums = cellsOf(table, 'signed' in amount ? amount.signed : amount.received);
  return {
    date,
    dateOrder: orderOf(cellsOf(table, date)),
    amount,
    decimal: decimalOf(sums),
    reference: columns.filter((each) => words.reference.test(each)).slice(0, 6),
    name: find(words.name),
  };
}

export const datePattern = /^(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})(?:[ T].*)?$/;

function cellsOf({ columns, rows }: BankTable, name: string): string[] {
  const at = columns.indexOf(name);
  return rows.slice(0, 200).flatMap(({ cells }) => cells[at] || []);
}

/** Day before month, unless some date can only be read the other way. */
function orderOf(dates: readonly string[]): BankMapping['dateOrder'] {
  const parts = dates.flatMap((cell) => [datePattern.exec(cell)?.slice(1) ?? []]).filter((each) => each.length === 3);
  if (parts.some(([first]) => first!.length === 4)) return 'YMD';
  return parts.some(([, second]) => Number(second) > 12) ? 'MDY' : 'DMY';
}

/** The sign nearest the end, where two digits follow it. */
function decimalOf(sums: readonly string[]): '.' | ',' {
  const commas = sums.filter((cell) => /,\d{1,2}\D*$/.test(cell)).length;
  const points = sums.filter((cell) => /\.\d{1,2}\D*$/.test(cell)).length;
  return commas > points ? ',' : '.';
}
