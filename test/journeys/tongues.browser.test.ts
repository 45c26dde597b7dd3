// The main pages at night, and in the other languages of the client.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { personId } from '../../server/demo/people.js';
import { openWindow } from '../support/chromium.js';
import { openDemonstration, type Demonstration } from '../support/pages.js';

let demonstration: Demonstration;
beforeAll(async () => {
  demonstration = await openDemonstration();
}, 240_000);
afterAll(() => demonstration?.close());

test('at night', async () => {
  const routes = [
    '/',
    '/m/federation/7',
    '{federation 7}/result',
    '/federation',
    '{federation 8 tacoma}',
    '{portland delegate}/result',
  ];
  expect(await demonstration.read(routes, personId('tacoma', 8), { colorScheme: 'dark' })).toEqual([]);
}, 240_000);

test.each([
  ['es', 'Rechazada', '12 de 28'],
  ['fr', 'Rejetée', '12 sur 28'],
])(
  'in %s: every word of the first page, the motion and the result',
  async (locale, outcome, sum) => {
    const { browser, world } = demonstration;
    const window = await openWindow(browser, world, null, { locale });
    for (const route of [
      '/',
      '/m/federation/7',
      '/b/tacoma/rules',
      '{portland delegate}/result',
      '{federation 7}/result',
    ])
      expect(await demonstration.wrongWith(window, route)).toEqual([]);
    expect(await window.page.getAttribute('html', 'lang')).toBe(locale);
    await window.page.getByText(outcome).first().waitFor();
    await window.page.getByText(sum).first().waitFor();
    const words = await window.page.locator('main').innerText();
    expect(words).not.toMatch(/\b(needed|bodies|votes cast|Rule book|members)\b/);
    await window.close();
  },
  240_000,
);
