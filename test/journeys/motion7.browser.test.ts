// Motion 7 of the demonstration from its first word to its result, as its people see it on their phones: moved, seconded,
// put to the poll and voted on through the screen, with the other ballots cast as programs do.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { Browser } from 'playwright-core';
import { motion7 } from '../../server/demo/bodies.js';
import { bodyId } from '../../server/demo/found.js';
import { motion7Text } from '../../server/demo/motions.js';
import { personId } from '../../server/demo/people.js';
import { openChromium, openWindow, type Window } from '../support/chromium.js';
import { foundDemonstration } from '../support/foundedDemonstration.js';
import { castAll, pollIn } from '../support/polls.js';
import { passTime } from '../support/time.js';
import { openWorld, type World } from '../support/world.js';

let world: World;
let browser: Browser;
beforeAll(async () => {
  world = await openWorld();
  await foundDemonstration(world);
  browser = await openChromium();
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await world.close();
});

const windows: Window[] = [];
async function sit(body: string, which: number | string): Promise<Window> {
  const window = await openWindow(browser, world, personId(body, which));
  windows.push(window);
  return window;
}
const rootPoll = async (): Promise<string> =>
  (await world.db.selectFrom('poll').select('id').where('body_id', '=', bodyId('federation')).executeTakeFirstOrThrow())
    .id;
const ballotOf = async (slug: string) => `/poll/Poll_${await pollIn(world, await rootPoll(), bodyId(slug))}`;

test('a member of Tacoma writes the motion and submits it: it is Motion 7 of the Federation', async () => {
  const { page, go } = await sit('tacoma', 9);
  await go('/b/federation/new-motion');
  await page.getByLabel('Title').fill(motion7Text.title);
  await page.getByLabel('The text').fill(motion7Text.text);
  await page.getByRole('button', { name: 'Submit the motion' }).click();
  await page.waitForURL('**/m/federation/7');
  await page.getByText('0 of 2 seconds').waitFor();
});

test('two members of other groups second it on its page: it is in debate', async () => {
  for (const [group, which] of [
    ['hamilton', 8],
    ['toledo', 6],
  ] as const) {
    const { page, go } = await sit(group, which);
    await go('/m/federation/7');
    await page.getByRole('button', { name: 'Second this motion' }).click();
    await page.getByText('You have seconded it.').waitFor();
  }
  const { page, go } = await sit('tampico', 11);
  await go('/m/federation/7');
  await page
    .getByText(/^In debate/)
    .first()
    .waitFor();
});

test('when the debate is over the Secretary of the Federation opens the poll', async () => {
  await sql`update proposal set debate_from = debate_from - interval '30 days', debate_until = now() - interval '1 minute' where state = 'DEBATE'`.execute(
    world.db,
  );
  const { page, go } = await sit('baltimore', 7);
  await go('/m/federation/7');
  await page.getByRole('button', { name: 'Open the poll' }).click();
  await page.getByRole('link', { name: 'To the ballot' }).waitFor();
  expect(await world.db.selectFrom('poll').select('id').where('state', '=', 'OPEN').execute()).toHaveLength(13);
});

test('a member finds the ballot among what is due, casts it, and changes it', async () => {
  const { page, go } = await sit('tacoma', 0);
  await go('/');
  await page.getByRole('link', { name: /Vote on Motion 7/ }).click();
  await page.getByRole('radio', { name: 'Against' }).check();
  await page.getByRole('button', { name: 'Cast my ballot' }).click();
  await page.getByText('It says: Against.').waitFor();
  await page.getByRole('radio', { name: 'For' }).check();
  await page.getByRole('button', { name: 'Cast the changed ballot' }).click();
  await page.getByText('It says: For.').waitFor();
});

test('members of Portland and Tampico cast theirs', async () => {
  for (const group of ['portland', 'tampico']) {
    const { page, go } = await sit(group, 0);
    await go(await ballotOf(group));
    await page.getByRole('radio', { name: 'For' }).check();
    await page.getByRole('button', { name: 'Cast my ballot' }).click();
    await page.getByText('Your ballot is recorded.').waitFor();
  }
});

test('who owes dues has no ballot, and reads why and what cures it', async () => {
  const { page, go } = await sit('tacoma', 'arrears');
  await go(await ballotOf('tacoma'));
  await page.getByText(/not in good standing in Tacoma/).waitFor();
  await page.getByText(/ask your Local Group for a waiver/).waitFor();
  expect(await page.getByRole('radio').count()).toBe(0);
});

test('the other 231 ballots come in, the time passes, and the Secretary closes the poll', async () => {
  const onScreen: Record<string, number> = { tacoma: 1, portland: 1, tampico: 1 };
  for (const [group, [yes, no, abstain]] of Object.entries(motion7)) {
    const before = onScreen[group] ?? 0;
    const people = Array.from({ length: yes + no + abstain - before }, (_, i) => personId(group, i + before));
    await castAll(world, await pollIn(world, await rootPoll(), bodyId(group)), people, [yes - before, no, abstain]);
  }
  await passTime(world, await rootPoll());
  const { page, go } = await sit('baltimore', 7);
  await go(`/poll/Poll_${await rootPoll()}/facts`);
  await page.getByRole('button', { name: 'Close the poll' }).click();
  await page.getByRole('link', { name: 'See the result' }).waitFor();
}, 240_000);

test('the result: DEFEATED by 12 of 28 votes, carried 7:5 by bodies and 131:99 by members; only the weight binds', async () => {
  const { page, go } = await openWindow(browser, world);
  await go(`/poll/Poll_${await rootPoll()}/result`);
  expect(await page.locator('.outcome').innerText()).toMatch(/^defeated$/i);
  await page.getByText('12 of 28 votes cast For; more than 14 needed').first().waitFor();
  const strip = page.locator('.lens-strip > li');
  expect(await strip.locator('.figure').allInnerTexts()).toEqual(['7 : 5', '12 : 16', '131 : 99']);
  expect(await page.locator('.lens-binding').innerText()).toContain('12 : 16');
  expect(await strip.filter({ hasText: 'Alone, this count would carry it.' }).count()).toBe(2);
  expect(await page.locator('.lens-binding').getByText('binds', { exact: true }).count()).toBe(1);
  await page.getByText('234 of 268 electors took part.').waitFor();
});

test('recounted in the browser from the published file, it is the same', async () => {
  const { page, go, close } = await openWindow(browser, world);
  await go(`/poll/Poll_${await rootPoll()}/result`);
  await page.getByRole('button', { name: 'Recount it in this browser' }).click();
  await page.getByText('The recount agrees.').waitFor();
  await page.getByText('By weight: For 12, Against 16').waitFor();
  await close();
});

test('no page on the way complained', () => {
  expect(windows.flatMap((window) => window.complaints())).toEqual([]);
});
