// From a bank's file to payments in the books: looked at, confirmed by a human, booked once.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { payingReference } from '../../../../server/dues/bank/payingReference.js';
import { balances, charge, deed, foundWithDues, statement, today, type Facts } from '../../../support/dues.js';
import type { Founded } from '../../../support/founding.js';
import { newKey, openWorld, type World } from '../../../support/world.js';

let world: World;
let f: Founded;
let day: string;
beforeAll(async () => {
  world = await openWorld();
  f = await foundWithDues(world);
  await charge(world);
  day = await today(world);
});
afterAll(() => world.close());

async function put(file: string | Uint8Array, as: string | null = f.people['abe']!, id = newKey()) {
  const headers: Record<string, string> = as ? { cookie: await world.cookieOf(as) } : {};
  const body = typeof file === 'string' ? file : Buffer.from(file);
  const response = await fetch(`${world.url}/uploads/${id}`, { method: 'PUT', headers, body });
  return { id, status: response.status };
}

const statementFacts = `columns sample mapping remembered problems { line expected }
  lines { line digest date reference name amount { amount currency } dealtWith matches { confidence reasons membership { id } } }`;
async function look(uploadId: string, as: string | null = f.people['abe']!, more: object = {}): Promise<Facts> {
  const { data, errors } = await world.ask(
    `query ($uploadId: UUID!, $mapping: JSONObject) { bankStatement(body: "alder", uploadId: $uploadId, currency: "USD", mapping: $mapping) {
      ... on BankStatement { ${statementFacts} } ... on Refusal { code field } } }`,
    { uploadId, ...more },
    as,
  );
  if (errors) throw new Error(errors[0]!.message);
  return data.bankStatement;
}

const book = (input: object, as = f.people['abe']!) =>
  deed(
    world,
    'bookStatement',
    {
      idempotencyKey: newKey(),
      bodyId: `Body_${f.bodies.alder}`,
      currency: 'USD',
      payments: [],
      passedOver: [],
      ...input,
    },
    as,
    '... on StatementBooked { booked passedOver before }',
  );

const file = (...rows: string[]) => ['Date;Details;Amount', ...rows].join('\n');
const rowOf = (name: string, amount = '28,00') => `${day};Dues ${payingReference(f.memberships[name]!)};${amount}`;
const member = (name: string) => `Membership_${f.memberships[name]}`;

test('lines are matched by reference, shown with their reasons, and booked as the Treasurer says', async () => {
  const { id } = await put(file(rowOf('ada'), rowOf('amy', '30,00'), `${day};Rent of the hall;-15,00`));
  const seen = await look(id);
  expect(seen['remembered']).toBe(false);
  expect(seen['lines'].map((line: Facts) => line['amount'].amount)).toEqual(['28.00', '30.00', '-15.00']);
  expect(seen['lines'][0].matches[0]).toEqual({
    confidence: 99,
    reasons: ['REFERENCE', 'AMOUNT'],
    membership: { id: member('ada') },
  });
  expect(seen['lines'][1].matches[0]).toMatchObject({ confidence: 80, reasons: ['REFERENCE'] });
  const [first, second, rent] = seen['lines'].map((line: Facts) => line['digest']);
  const settled = {
    uploadId: id,
    mapping: seen['mapping'],
    payments: [
      { digest: first, membershipId: member('ada') },
      { digest: second, membershipId: member('amy') },
    ],
    passedOver: [rent],
  };
  const key = newKey();
  const answer = await book({ ...settled, idempotencyKey: key });
  expect(answer).toEqual({ booked: 2, passedOver: 1, before: 0 });
  expect(await book({ ...settled, idempotencyKey: key })).toEqual(answer);
  expect(await balances(world, f.bodies.alder)).toEqual(
    expect.arrayContaining(['BANK: 58.00 USD', 'MEMBER_CREDIT: -2.00 USD']),
  );
  expect((await statement(world, f.memberships['ada']!, f.people['abe']!))!['payments'][0]).toMatchObject({
    method: 'TRANSFER',
    reference: `Dues ${payingReference(f.memberships['ada']!)}`,
  });
});

test('a longer file that holds the same lines books only what is new, by the columns settled before', async () => {
  const { id } = await put(file(rowOf('ada'), rowOf('amy', '30,00'), `${day};Rent of the hall;-15,00`, rowOf('ann')));
  const seen = await look(id);
  expect(seen['remembered']).toBe(true);
  expect(seen['lines'].map((line: Facts) => line['dealtWith'])).toEqual(['BOOKED', 'BOOKED', 'PASSED_OVER', null]);
  const payments = [0, 3].map((at) => ({ digest: seen['lines'][at].digest, membershipId: member(at ? 'ann' : 'ada') }));
  const input = { uploadId: id, mapping: seen['mapping'], payments };
  expect(await book(input)).toEqual({ booked: 1, passedOver: 0, before: 1 });
  const [one, two] = await Promise.all([book(input), book(input)]);
  expect([one!['booked'], two!['booked']]).toEqual([0, 0]);
  expect(await balances(world, f.bodies.alder)).toEqual(expect.arrayContaining(['BANK: 86.00 USD']));
});

test('what does not fit is refused with its line, and nothing of the file is booked', async () => {
  const before = await balances(world, f.bodies.alder);
  const { id } = await put(file(rowOf('art'), `${day};Bank fee;-1,00`, '2199-01-01;Later;5,00'));
  const { mapping, lines } = await look(id);
  const [fine, out, later] = lines.map((line: Facts) => line['digest']);
  const ok = { digest: fine, membershipId: member('art') };
  const refused = async (...payments: object[]) =>
    (await book({ uploadId: id, mapping, payments: [ok, ...payments] }))['code'];
  expect(await refused({ digest: out, membershipId: member('abe') })).toBe('AMOUNT_NOT_POSITIVE');
  expect(await refused({ digest: later, membershipId: member('abe') })).toBe('FUTURE_DATE');
  expect(await refused({ digest: 'ab'.repeat(32), membershipId: member('abe') })).toBe('LINE_UNKNOWN');
  expect(await refused({ digest: fine, membershipId: member('abe') })).toBe('LINE_TWICE');
  const elsewhere = [{ digest: fine, membershipId: member('bob') }];
  expect((await book({ uploadId: id, mapping, payments: elsewhere }))['code']).toBe('OTHER_BODY');
  expect((await book({ uploadId: id, mapping: { ...mapping, date: 'Day' } }))['code']).toBe('MAPPING_INVALID');
  expect((await book({ uploadId: id, mapping: { nonsense: true } }))['code']).toBe('MAPPING_INVALID');
  expect((await book({ uploadId: id, mapping, payments: [ok] }, f.people['amy']!))['code']).toBe('NOT_ALLOWED');
  expect((await book({ uploadId: id, mapping, payments: [ok] }, f.people['ben']!))['code']).toBe('NOT_ALLOWED');
  expect(await balances(world, f.bodies.alder)).toEqual(before);
});

test('a formula in a file is text, and comes into the books as text', async () => {
  const { id } = await put(file(`${day};=cmd() ${payingReference(f.memberships['art']!)};28,00`));
  const { mapping, lines } = await look(id);
  await book({ uploadId: id, mapping, payments: [{ digest: lines[0].digest, membershipId: member('art') }] });
  const paid = (await statement(world, f.memberships['art']!, f.people['abe']!))!['payments'][0];
  expect(paid.reference).toMatch(/^=cmd\(\) /);
});

test('only who keeps the books reads a statement, and only their own file', async () => {
  const { id } = await put(file(rowOf('ada')));
  expect(await look(id, f.people['amy']!)).toBeNull();
  expect(await look(id, null)).toBeNull();
  expect(await look(id, f.people['ada']!)).toMatchObject({ code: 'UPLOAD_GONE' });
  expect(await look(newKey())).toMatchObject({ code: 'UPLOAD_GONE' });
});

test('an upload is for people signed in, of a kind we take, at most 5 MB, once under an id', async () => {
  expect((await put('a;b\n1;2\n', null)).status).toBe(401);
  const { id } = await put('a;b\n1;2\n');
  expect((await put('a;b\n1;2\n', f.people['abe']!, id)).status).toBe(204);
  expect((await put('a;b\n1;3\n', f.people['abe']!, id)).status).toBe(409);
  expect((await put('a;b\n1;2\n', f.people['amy']!, id)).status).toBe(409);
  expect((await put(Uint8Array.from([0x4d, 0x5a, 0, 0]))).status).toBe(415);
  expect((await put(new Uint8Array(5 * 1024 * 1024 + 1).fill(65))).status).toBe(413);
  const elsewhere = await fetch(`${world.url}/uploads/${newKey()}`, {
    method: 'PUT',
    headers: { cookie: await world.cookieOf(f.people['abe']!), 'sec-fetch-site': 'cross-site' },
    body: 'a;b\n1;2\n',
  });
  expect(elsewhere.status).toBe(403);
  expect((await fetch(`${world.url}/uploads/${newKey()}`)).status).toBe(405);
});
