// Every page of the client as a stranger reads it, on a phone and on a desk.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openWindow } from '../support/chromium.js';
import { openDemonstration, type Demonstration } from '../support/pages.js';

let demonstration: Demonstration;
beforeAll(async () => {
  demonstration = await openDemonstration();
}, 240_000);
afterAll(() => demonstration?.close());

test.each([
  ['/', '/sign-in', '/join', '/join/halifax', '/federation'],
  ['/b/federation', '/b/cascadia', '/b/tacoma', '/b/tacoma/members', '/b/tucson'],
  ['/b/federation/rules', '/b/portland/rules', '/b/tacoma/decisions', '/platform', '/history'],
  ['/m/federation/7', '/m/federation/10', '{federation 7}/result', '{federation 7}', '{federation 8}/facts'],
  ['/outbox', '/sign-in/link', '/account', '/no/such/page', '{tacoma 12}/result'],
  [
    '/b/portland/elections',
    '{portland delegate}',
    '{portland delegate}/result',
    '{cascadia auditor}/ballot',
    '{tacoma delegate}',
  ],
])(
  'a stranger reads %s, %s, %s, %s and %s',
  async (...routes) => {
    expect(await demonstration.read(routes)).toEqual([]);
  },
  240_000,
);

test('the federation is walked from its picture to a body and back up', async () => {
  const { browser, world } = demonstration;
  const { page, go, close } = await openWindow(browser, world);
  await go('/federation');
  await page
    .getByRole('link', { name: /^Tacoma/ })
    .first()
    .click();
  await page.getByRole('heading', { level: 1, name: 'Tacoma' }).waitFor();
  await page.getByRole('link', { name: 'Cascadia' }).first().click();
  await page.getByRole('heading', { level: 1, name: 'Cascadia' }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/b/cascadia');
  await close();
});
