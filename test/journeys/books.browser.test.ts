// The pages of dues and of the books, as a stranger, a member and those who keep or audit the books read them.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { personId } from '../../server/demo/people.js';
import { idOf } from '../../server/demo/seeded.js';
import { openDemonstration, type Demonstration } from '../support/pages.js';

let demonstration: Demonstration;
beforeAll(async () => {
  demonstration = await openDemonstration();
}, 240_000);
afterAll(() => demonstration?.close());

const membership = `Membership_${idOf('membership', personId('hamilton', 8))}`;
const receipt = `/dues/receipt/Payment_${idOf('payment', 'hamilton', 8)}`;

test('a stranger is shown none of them, and told so', async () => {
  const routes = ['/dues', '/b/hamilton/books', '/b/hamilton/treasurer', '/b/hamilton/statement', receipt];
  expect(await demonstration.read(routes)).toEqual([]);
}, 240_000);

test.each([
  ['a member', 'hamilton', 8, ['/dues', receipt, '/b/hamilton/books', '/b/hamilton/spending']],
  ['a member of another group', 'tacoma', 8, ['/b/hamilton/books', '/b/federation/books', '/b/federation/spending']],
  ['one whose dues are owed', 'tacoma', 'arrears', ['/dues', '/b/tacoma/remittances']],
  ['a Treasurer at the desk', 'hamilton', 1, ['/b/hamilton/treasurer', '/b/hamilton/statement', '/b/hamilton/books']],
  [
    'a Treasurer who passes on shares',
    'mobile',
    1,
    ['/b/mobile/remittances', '/b/mobile/treasurer', `/b/hamilton/dues/${membership}`],
  ],
  ['a Treasurer before a member’s dues', 'hamilton', 1, [`/b/hamilton/dues/${membership}`, '/b/hamilton/spending']],
  ['a Treasurer of a Region', 'toledo', 5, ['/b/great-lakes/remittances', '/b/great-lakes/books']],
  ['the Treasurer of the Federation', 'portland', 7, ['/b/federation/books', '/b/federation/remittances']],
  ['an Auditor', 'tampico', 8, ['/b/federation/books', '/b/federation/spending']],
] as const)(
  '%s reads theirs',
  async (_who, body, which, routes) => {
    expect(await demonstration.read(routes, personId(body, which))).toEqual([]);
  },
  240_000,
);
