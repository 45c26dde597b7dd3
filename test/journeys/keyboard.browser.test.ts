// By the keyboard alone: somebody chooses whom to be in the demonstration, goes to the ballot and casts it.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { loadDemonstration } from '../../server/demo/load.js';
import { personId } from '../../server/demo/people.js';
import { openChromium, openWindow } from '../support/chromium.js';
import { tabTo } from '../support/keys.js';
import { openWorld, type World } from '../support/world.js';

let world: World;
let browser: Browser;
beforeAll(async () => {
  world = await openWorld();
  await loadDemonstration(world.services);
  browser = await openChromium();
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await world.close();
});

test('sign in, find what is due, cast the ballot', async () => {
  const { page, go, complaints } = await openWindow(browser, world);
  const { display_name: name } = await world.db
    .selectFrom('person')
    .select('display_name')
    .where('id', '=', personId('tacoma', 8))
    .executeTakeFirstOrThrow();
  await go('/');
  await tabTo(page, /^Sign in/);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
  await page.getByText(name).waitFor();
  await tabTo(page, new RegExp(name));
  await page.keyboard.press('Enter');
  await page.getByText('Due from you').waitFor();
  await page.getByText(/Vote on Motion 8/).waitFor();
  await tabTo(page, /Vote on Motion 8/);
  await page.keyboard.press('Enter');
  await page.getByRole('radio', { name: 'For' }).waitFor();
  await tabTo(page, /^For$/);
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  expect(await page.getByRole('radio', { name: 'Against' }).isChecked()).toBe(true);
  await tabTo(page, /^Cast my ballot$/);
  await page.keyboard.press('Enter');
  await page.getByText('Your ballot is recorded.').waitFor();
  await page.getByText('It says: Against.').waitFor();
  expect(complaints()).toEqual([]);
}, 240_000);

test('the first Tab of every page offers to skip to its content', async () => {
  const { page, go } = await openWindow(browser, world);
  await go('/federation');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await page.evaluate('document.activeElement.closest("main") !== null')).toBe(true);
});
