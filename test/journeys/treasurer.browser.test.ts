// A treasurer's year on the screen: dues are entered and read from the bank, members see where each cent went, shares go up
// and are answered, money is spent by a decision and two persons, and an Auditor signs a year that is over.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { payingReference } from '../../server/dues/bank/payingReference.js';
import { openChromium, openWindow, type Window } from '../support/chromium.js';
import { balances, charge, foundWithDues, today } from '../support/dues.js';
import { addMember, grantOffice, type Founded } from '../support/founding.js';
import { tabTo } from '../support/keys.js';
import { authorise, ledger, spendingDeed } from '../support/treasury.js';
import { openWorld, type World } from '../support/world.js';

let world: World;
let f: Founded;
let browser: Browser;
let day: string;
let lastYear: number;
beforeAll(async () => {
  world = await openWorld();
  f = await foundWithDues(world);
  await charge(world);
  await addMember(world, f, 'odo', 'alder');
  await addMember(world, f, 'nia', 'birch');
  await grantOffice(world, f.people['odo']!, f.bodies.alder, 'AUDITOR');
  await grantOffice(world, f.people['nia']!, f.bodies.north, 'TREASURER');
  day = await today(world);
  lastYear = Number(day.slice(0, 4)) - 1;
  browser = await openChromium();
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await world.close();
});

const windows: Window[] = [];
/** A window of somebody at an address. */
async function sit(name: string, address: string): Promise<Window> {
  const window = await openWindow(browser, world, f.people[name]!);
  windows.push(window);
  await window.go(address);
  return window;
}
const row = ({ page }: Window, name: string) => page.getByRole('row', { name, exact: true }).first().waitFor();
const item = ({ page }: Window, ...texts: (string | RegExp)[]) =>
  texts.reduce((found, hasText) => found.filter({ hasText }), page.getByRole('listitem')).first();

test('the Treasurer enters a payment with the keys alone', async () => {
  const { page } = await sit('abe', '/b/alder/treasurer');
  await page.getByText('5 members have something open').waitFor();
  await page.locator('datalist option[value="Amy"]').waitFor({ state: 'attached' });
  await tabTo(page, /^Member$/);
  await page.keyboard.type('Amy');
  await tabTo(page, /^Amount in USD$/);
  expect(await page.getByLabel('Amount in USD').inputValue()).toBe('28.00');
  await tabTo(page, /^in cash$/);
  await tabTo(page, /^Enter it$/);
  await page.keyboard.press('Enter');
  await page.getByText('Receipt 1, Amy: US$28.00. All is settled.').waitFor();
  await page.getByText('4 members have something open').waitFor();
  await page.getByText('1 · Amy').waitFor();
  expect(await page.evaluate('document.activeElement.labels[0].innerText')).toBe('Member');
}, 240_000);

const bankFile = () =>
  [
    'Date,Payer,Details,Amount',
    `${lastYear}-12-20,A. N. Other,${payingReference(f.memberships['ann']!)},28.00`,
    `${day},The Lovelace household,Dues ${payingReference(f.memberships['ada']!)},28.00`,
    `${day},ART,my dues,28.00`,
    `${day},Hall Trust,Rent,-15.00`,
    `${day},Somebody,thank you,7.77`,
  ].join('\n');
const choose = ({ page }: Window) =>
  page
    .getByLabel('The file')
    .setInputFiles({ name: 'bank.csv', mimeType: 'text/csv', buffer: Buffer.from(bankFile()) });

test('a bank’s statement: each line has its payer and why, and is booked once', async () => {
  const window = await sit('abe', '/b/alder/statement');
  const { page } = window;
  await choose(window);
  const line = (words: string) =>
    page.locator('.statement-line').filter({ has: page.getByText(words, { exact: true }) });
  const chosen = (words: string) => line(words).locator('option:checked');
  await line('The Lovelace household').waitFor();
  expect(await chosen('A. N. Other').innerText()).toBe('Ann · 99 of 100 · reference, the sum owed');
  expect(await chosen('The Lovelace household').innerText()).toBe('Ada · 99 of 100 · reference, the sum owed');
  expect(await chosen('ART').innerText()).toBe('Art · 90 of 100 · name, the sum owed');
  expect(await chosen('Hall Trust').innerText()).toBe('No dues: do not show again');
  expect(await chosen('Somebody').innerText()).toBe('Not settled yet');
  await page.getByRole('button', { name: 'Book 3 payments' }).click();
  await page.getByText('3 payments booked, one line passed over.').waitFor();
  expect(await balances(world, f.bodies.alder)).toEqual(expect.arrayContaining(['BANK: 84.00 USD', 'CASH: 28.00 USD']));
}, 240_000);

test('the same file again brings nothing new', async () => {
  const window = await sit('abe', '/b/alder/statement');
  await choose(window);
  await window.page.getByText('4 lines were dealt with before.').waitFor();
  await window.page.getByRole('button', { name: 'Book 0 payments' }).waitFor();
  expect(await window.page.locator('.statement-line').count()).toBe(1);
  await window.go('/b/alder/treasurer');
  await window.page.getByText('1 member has something open').waitFor();
  expect(await window.page.getByText(/^\d · (Ada|Amy|Ann|Art)$/).count()).toBe(4);
}, 240_000);

test('a member sees the receipt and where each cent of it went', async () => {
  const window = await sit('ada', '/dues');
  await window.page.getByText('You owe nothing now').waitFor();
  await window.page.getByRole('link', { name: /^Receipt \d$/ }).click();
  await window.page.getByRole('heading', { level: 1, name: /^Receipt \d$/ }).waitFor();
  await row(window, 'Alder US$14.00');
  await row(window, 'North US$5.60');
  await row(window, 'Federation US$8.40');
}, 240_000);

async function passOn(window: Window, body: string, sum: string): Promise<void> {
  const { page } = window;
  const form = page.locator('details').filter({ hasText: `Pass on to ${body}` });
  await form.locator('summary').click();
  expect(await form.getByLabel('Amount in USD').inputValue()).toBe(sum);
  await form.getByRole('button', { name: 'I have sent it' }).click();
  await item(window, body, `US$${sum}`, 'Sent ·').waitFor();
}

test('shares go up: the Region confirms its own', async () => {
  const alder = await sit('abe', '/b/alder/remittances');
  await passOn(alder, 'North', '16.80');
  await passOn(alder, 'Federation', '25.20');
  const north = await sit('nia', '/b/north/remittances');
  await item(north, 'Alder', 'US$16.80').getByRole('button', { name: 'It has come', exact: true }).click();
  await item(north, 'Alder', 'US$16.80', 'Received ·').waitFor();
}, 240_000);

test('the Federation disputes what did not come, and confirms what was sent again', async () => {
  const above = await sit('art', '/b/federation/remittances');
  const first = item(above, 'Alder', 'US$25.20', 'Sent ·');
  await first.getByText('It has not come, or it is another sum').click();
  await first.getByLabel('Why').fill('Our bank has nothing of that day.');
  await first.getByRole('button', { name: 'Say so' }).click();
  await item(above, 'Disputed ·', '“Our bank has nothing of that day.”').waitFor();

  const alder = await sit('abe', '/b/alder/remittances');
  const disputed = item(alder, 'Federation', 'Disputed ·', '“Our bank has nothing of that day.”');
  await disputed.getByText('It was not sent after all').click();
  await disputed.getByLabel('Why').fill('The transfer lay unsigned.');
  await disputed.getByRole('button', { name: 'Withdraw' }).click();
  await item(alder, 'Federation', 'Withdrawn ·', '“The transfer lay unsigned.”').waitFor();
  await passOn(alder, 'Federation', '25.20');

  await above.go('/b/federation/remittances');
  await item(above, 'Alder', 'Sent ·').getByRole('button', { name: 'It has come', exact: true }).click();
  await item(above, 'Alder', 'US$25.20', 'Received ·').waitFor();
}, 240_000);

test('the Federation sees who has passed on their shares, in counts', async () => {
  const window = await sit('art', '/b/federation/remittances');
  await row(window, 'North 2 of 2 in time, 0 late');
  await row(window, 'South 1 of 1 in time, 0 late');
  await row(window, 'Alder up to date');
}, 240_000);

const paper = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');

test('money is spent by a carried motion, with its receipt, and by two persons', async () => {
  await authorise(world, f, { amount: '40.00', purpose: 'Leaflets' });
  const author = await sit('abe', '/b/alder/spending');
  const { page } = author;
  await item(author, 'Leaflets', 'US$40.00').waitFor();
  await page.getByText('Propose to pay', { exact: true }).click();
  await page.getByLabel('To whom').fill('Alder Print Shop');
  await page.getByLabel('Amount in USD').fill('30.05');
  await page.getByLabel('What for').fill('Two thousand leaflets');
  await page
    .getByLabel('Receipt', { exact: true })
    .setInputFiles({ name: 'receipt.pdf', mimeType: 'application/pdf', buffer: paper });
  await page.getByRole('button', { name: 'Propose it' }).click();
  await item(author, 'Two thousand leaflets', 'US$30.05', 'Waits for a second person').waitFor();
  expect(await page.getByRole('button', { name: 'Approve and book it' }).count()).toBe(0);

  const read = 'spending(first: 5) { edges { node { id receipt { mediaType } } } }';
  const [{ node }] = (await ledger(world, 'alder', f.people['abe']!, read))!['spending'].edges;
  expect(node.receipt).toEqual({ mediaType: 'application/pdf' });
  expect(await spendingDeed(world, 'approveSpending', node.id, f.people['abe']!)).toMatchObject({
    code: 'NOT_ALLOWED',
  });

  const second = await sit('ada', '/b/alder/spending');
  await second.page.getByRole('button', { name: 'Approve and book it' }).click();
  await item(second, 'Two thousand leaflets', 'US$30.05', 'Approved and booked').waitFor();
  await item(second, 'Leaflets', 'US$9.95', 'left of US$40.00').waitFor();
}, 240_000);

test('the Treasurer sums up the year that is over, and the Auditor signs it: it is closed', async () => {
  const books = await sit('abe', `/b/alder/books?year=${lastYear}`);
  await row(books, 'Dues, own share US$28.00');
  await row(books, 'There now, or as the year ended US$28.00');
  await books.page.getByText('Sum up a period', { exact: true }).click();
  await books.page.getByLabel('First day').fill(`${lastYear}-01-01`);
  await books.page.getByLabel('Last day').fill(`${lastYear}-12-31`);
  await books.page.getByRole('button', { name: 'Sum it up' }).click();
  await item(books, 'waits for an Auditor').waitFor();

  const auditor = await sit('odo', `/b/alder/books?year=${lastYear}`);
  await auditor.page.getByLabel('If you like, a remark').fill('The bank’s papers agree.');
  await auditor.page.getByRole('button', { name: 'I have looked at it, and sign' }).click();
  await item(auditor, 'signed and closed', 'The bank’s papers agree.').waitFor();
}, 240_000);

test('any member reads this year to the cent', async () => {
  const window = await sit('amy', '/b/alder/books');
  for (const line of [
    'There as the year began US$28.00',
    'Dues, own share US$42.00',
    'North US$16.80',
    'Federation US$25.20',
    'Leaflets US$30.05',
    'There now, or as the year ended US$39.95',
    'of it: bank US$11.95',
    'of it: cash box US$28.00',
  ])
    await row(window, line);
  await item(window, 'signed and closed').waitFor();
  expect(await window.barriers()).toEqual([]);
  expect(await window.overflow()).toBe(0);
}, 240_000);

test('the Region and the Federation have what was passed up', async () => {
  const north = await sit('nia', '/b/north/books');
  await row(north, 'There now, or as the year ended US$16.80');
  const federation = await sit('art', '/b/federation/books');
  await row(federation, 'There now, or as the year ended US$25.20');
}, 240_000);

test('no page on the way complained', () => {
  expect(windows.flatMap((window) => window.complaints())).toEqual([]);
});
