// A bank's statement, read: whatever its letters and separators, each payment becomes one sum on one day, once.
import { describe, expect, test } from '@jest/globals';
import { readAmount, readBankLines } from '../../../../server/dues/bank/bankLines.js';
import { headerKey, suggestMapping, type BankMapping } from '../../../../server/dues/bank/bankMapping.js';
import { readBankTable } from '../../../../server/dues/bank/bankTable.js';
import { matchPayments, type Payer } from '../../../../server/dues/bank/matchPayments.js';

const bytes = (text: string) => new TextEncoder().encode(text);

const american = `Account 000123
Date,Description,Credit,Debit,Balance
01/15/2026,ACH JUAN PEREZ TAC-0007,28.00,,128.00
01/15/2026,ACH JUAN PEREZ TAC-0007,28.00,,156.00
01/16/2026,Rent,,"1,100.00",-944.00
`;
const german = `Buchungstag;Verwendungszweck;Auftraggeber Name;Betrag\r\n15.01.2026;Beitrag 2026;Zo\xeb M\xfcller;1.028,50\r\n16.01.2026;=cmd();Bank;-3,00\r\n`;
const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

function linesOf(file: Uint8Array, mapping?: BankMapping) {
  const table = readBankTable(file);
  return readBankLines(table, mapping ?? suggestMapping(table)!, 2);
}

describe('the table is found wherever the bank puts it', () => {
  test('lines above the header are passed over', () => {
    expect(readBankTable(bytes(american)).columns).toEqual(['Date', 'Description', 'Credit', 'Debit', 'Balance']);
  });

  test('letters of Western Europe are read where it is not UTF-8', () => {
    const table = readBankTable(latin1(german));
    expect(table.rows[0]!.cells[2]).toBe('Zoë Müller');
  });

  test.each([
    ['no table', bytes('hello\n'), 'STATEMENT_UNREADABLE'],
    ['an empty file', bytes(''), 'STATEMENT_UNREADABLE'],
    ['a picture', Uint8Array.from([137, 80, 78, 71, 0, 0]), 'STATEMENT_UNREADABLE'],
    ['a quotation mark left open', bytes('Date,Amount\n2026-01-01,"28\n'), 'STATEMENT_UNREADABLE'],
    ['more than 5 MB', new Uint8Array(5 * 1024 * 1024 + 1), 'STATEMENT_TOO_LARGE'],
    ['a line without end', bytes(`Date,Amount\n${'x'.repeat(20_000)},1\n`), 'STATEMENT_UNREADABLE'],
  ])('%s is refused', (_what, file, code) => {
    expect(() => readBankTable(file)).toThrow(expect.objectContaining({ code }));
  });
});

describe('a mapping is suggested, and fits every later file with that header', () => {
  test('by the words of the header and what stands below', () => {
    expect(suggestMapping(readBankTable(bytes(american)))).toEqual({
      date: 'Date',
      dateOrder: 'MDY',
      amount: { received: 'Credit', paid: 'Debit' },
      decimal: '.',
      reference: ['Description'],
      name: null,
    });
    expect(suggestMapping(readBankTable(latin1(german)))).toEqual({
      date: 'Buchungstag',
      dateOrder: 'DMY',
      amount: { signed: 'Betrag' },
      decimal: ',',
      reference: ['Verwendungszweck'],
      name: 'Auftraggeber Name',
    });
  });

  test('a mapping to a column that is not there is refused, naming it', () => {
    const table = readBankTable(bytes(american));
    const mapping = { ...suggestMapping(table)!, date: 'Day' };
    expect(() => readBankLines(table, mapping, 2)).toThrow(expect.objectContaining({ code: 'MAPPING_INVALID' }));
  });

  test('the same header is the same key, whatever the rows', () => {
    const other = american.replace('JUAN', 'ANA');
    expect(headerKey(readBankTable(bytes(other)))).toBe(headerKey(readBankTable(bytes(american))));
  });
});

describe('sums are exact', () => {
  test.each([
    ['1.234,50', ',', 123450n],
    ['1 234.5', '.', 123450n],
    ['12.00-', '.', -1200n],
    ['(12.00)', '.', -1200n],
    ['−7', '.', -700n],
    ['USD 3.00', '.', 300n],
    ['0.100', '.', 10n],
    ['9007199254740993.01', '.', 900719925474099301n],
  ] as const)('%s', (cell, decimal, minor) => {
    expect(readAmount(cell, decimal, 2)).toBe(minor);
  });

  test.each([
    ['1.005', '.'],
    ['12,34', '.'],
    ['1.2.3', '.'],
    ['', '.'],
    ['=cmd()', '.'],
    ['(12.00', '.'],
    ['1e3', '.'],
  ] as const)('%s is none', (cell, decimal) => {
    expect(readAmount(cell, decimal, 2)).toBeNull();
  });

  test('money in and out, from one column or two', () => {
    expect(linesOf(bytes(american)).lines.map(({ date, amount }) => [date, amount])).toEqual([
      ['2026-01-15', 2800n],
      ['2026-01-15', 2800n],
      ['2026-01-16', -110000n],
    ]);
    expect(linesOf(latin1(german)).lines.map(({ amount }) => amount)).toEqual([102850n, -300n]);
  });

  test('a line that cannot be read is told with its number, and the rest is read', () => {
    const { lines, problems } = linesOf(
      bytes('Date,Amount\n2026-02-30,1.00\n2026-02-28,much\n2026-02-28,2.00\nTotal\n'),
    );
    expect(problems).toEqual([
      { line: 2, expected: 'a date in the column “Date”' },
      { line: 3, expected: 'a sum with at most 2 decimals' },
      { line: 5, expected: '2 cells, as in the header' },
    ]);
    expect(lines).toHaveLength(1);
  });
});

test('a payment has the same digest in every file, and two equal ones are two', () => {
  const first = linesOf(bytes(american)).lines.map(({ digest }) => digest);
  const longer = linesOf(bytes(american.replace('01/15', '01/14') + american.split('\n').slice(2).join('\n')));
  expect(new Set(first).size).toBe(3);
  expect(linesOf(bytes(american)).lines.map(({ digest }) => digest)).toEqual(first);
  expect(longer.lines.map(({ digest }) => digest)).toContain(first[0]);
});

describe('whose payment it is', () => {
  const payer = (membershipId: string, name: string, reference: string, owed = 2800n): Payer => ({
    membershipId,
    name,
    reference,
    owed,
  });
  const juan = payer('juan', 'Juan Pérez', 'TAC-0007');
  const ana = payer('ana', 'Ana Pérez', 'TAC-0008', 1400n);
  const [line] = linesOf(bytes(american)).lines;

  test('reference, name and sum together are as sure as it gets, and it is said why', () => {
    expect(matchPayments([line!], [ana, juan]).get(line!.digest)![0]).toEqual({
      membershipId: 'juan',
      confidence: 99,
      reasons: ['REFERENCE', 'NAME', 'AMOUNT'],
    });
  });

  test('two who fit equally well leave it to the treasurer', () => {
    const twins = [payer('one', 'Juan Perez', 'TAC-1001'), payer('two', 'Pérez Juan', 'TAC-1002')];
    const matches = matchPayments([line!], twins).get(line!.digest)!;
    expect(matches.map(({ confidence }) => confidence)).toEqual([50, 50]);
  });

  test('the sum alone is no reason, and money that left has no payer', () => {
    const stranger = { ...line!, name: 'X Y', reference: 'gift' };
    expect(matchPayments([stranger, { ...line!, amount: -2800n, digest: 'out' }], [juan]).size).toBe(0);
  });
});
