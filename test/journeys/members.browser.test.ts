// Every page of the client as those read it who belong: each sees more, and something else is due from each.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { personId } from '../../server/demo/people.js';
import { openDemonstration, type Demonstration } from '../support/pages.js';

let demonstration: Demonstration;
beforeAll(async () => {
  demonstration = await openDemonstration();
}, 240_000);
afterAll(() => demonstration?.close());

test.each([
  [
    'a member of Tacoma',
    'tacoma',
    8,
    ['/', '/b/tacoma/members', '/b/federation/new-motion', '/m/federation/8', '{federation 8 tacoma}', '/account'],
  ],
  ['the Secretary of Tacoma', 'tacoma', 0, ['/', '/b/tacoma', '/b/tacoma/members', '/m/tacoma/12']],
  ['a member of Portland', 'portland', 9, ['/', '/b/portland', '{portland 31}', '{portland 31}/facts']],
  ['a teller of Duluth', 'duluth', 4, ['/', '{duluth 4}/tellers', '{duluth 4}/facts']],
  ['one who is nominated', 'tacoma', 8, ['{tacoma delegate}', '{cascadia auditor}/ballot', '/b/tacoma/elections']],
  [
    'a Teller of Cascadia',
    'portland',
    6,
    ['{cascadia auditor}', '{cascadia auditor}/papers', '{portland delegate}/result'],
  ],
  ['the Secretary of Tacoma, who may call elections', 'tacoma', 0, ['/b/tacoma/elections', '{tacoma delegate}']],
  ['a member in arrears', 'tacoma', 'arrears', ['/', '{federation 8 tacoma}', '/account']],
  ['one who has yet to accept the platform', 'portland', 'unaccepted', ['/', '/platform']],
  ['an applicant', 'tacoma', 'applicant', ['/', '/account']],
] as const)(
  '%s reads their pages',
  async (_who, body, which, routes) => {
    expect(await demonstration.read(routes, personId(body, which))).toEqual([]);
  },
  240_000,
);
