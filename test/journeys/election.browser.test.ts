// Portland elects its delegates, as its people do it on their phones: called, nominated, answered, voted with the fingers,
// with the keys alone and on paper, counted by the Scottish rules, and counted again by whoever wants to see it.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { bodyId } from '../../server/demo/found.js';
import { personId } from '../../server/demo/people.js';
import { openChromium, openWindow, type Window } from '../support/chromium.js';
import { closeNominations, inMonths, stand, votingOf, type Voting } from '../support/elections.js';
import { foundDemonstration } from '../support/foundedDemonstration.js';
import { tabTo } from '../support/keys.js';
import { cast } from '../support/polls.js';
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

const patience = 240_000;
const portland = (which: number | string) => personId('portland', which);
const secretary = 0;
const tellers = [3, 4] as const;
/** Those who stand; the first was nominated by another. */
const candidates = [30, 31, 32, 33, 34] as const;

const windows: Window[] = [];
async function sit(which: number | string, width = 360): Promise<Window> {
  const window = await openWindow(browser, world, portland(which), { viewport: { width, height: 760 } });
  windows.push(window);
  return window;
}

/** Nothing keeps anybody out, and nothing is wider than its window. */
async function readable(window: Window): Promise<void> {
  expect(await window.barriers()).toEqual([]);
  expect(await window.overflow()).toBe(0);
}

let election: string;
let vote: Voting;
const names = new Map<number, string>();
const nameOf = (which: number) => names.get(which)!;
const marks = (...whom: number[]) => whom.map((which) => vote.numberOf(portland(which))).join('>');

test(
  'the Secretary calls the election to the office of Delegate',
  async () => {
    const rows = await world.db
      .selectFrom('person')
      .select('display_name')
      .select('id')
      .where('id', 'in', [...candidates, 40].map(portland))
      .execute();
    for (const which of [...candidates, 40])
      names.set(which, rows.find(({ id }) => id === portland(which))!.display_name);

    const window = await sit(secretary);
    const { page, go } = window;
    await go('/b/portland/elections');
    const office = page.locator('.offices > li', { hasText: 'Delegate' });
    await office.getByText('Call the election').click();
    await office.getByLabel('Those elected take office on').fill(inMonths(1));
    await readable(window);
    await office.getByRole('button', { name: 'Call it' }).click();
    await page.waitForURL('**/election/Election_*');
    await page.getByText('Nominations are open.').waitFor();
    election = new URL(page.url()).pathname;
  },
  patience,
);

test(
  'a member nominates another, who finds it due, and stands with a statement',
  async () => {
    const nominating = await sit(40);
    await nominating.go(election);
    await nominating.page.getByText('Nominate somebody').click();
    await nominating.page.getByLabel('Whom').selectOption({ label: nameOf(30) });
    await nominating.page.getByRole('button', { name: 'Nominate', exact: true }).click();
    await nominating.page.getByText(`${nameOf(30)} is nominated and will be asked.`).waitFor();

    const window = await sit(30);
    await window.go('/');
    await window.page.getByRole('link', { name: /Answer your nomination/ }).click();
    await window.page.getByText('You have been nominated.').waitFor();
    await window.page
      .getByLabel('What you say to the electors')
      .fill('I vote as you tell me, **and report the same week**.');
    await window.page.getByLabel('Who sees your name and statement').selectOption('EVERYONE');
    await readable(window);
    await window.page.getByRole('button', { name: 'Accept and stand' }).click();
    await window.page.getByText('You stand in this election.').waitFor();
  },
  patience,
);

test(
  'another declines, one stands of their own accord, and who holds an office reads why they cannot',
  async () => {
    const id = election.split('/').at(-1)!;
    await stand(world, id, portland(40), { membershipId: await membership(35) });
    const declining = await sit(35);
    await declining.go(election);
    await declining.page.getByRole('button', { name: 'Decline' }).click();
    await declining.page.getByText('You declined the nomination.').waitFor();

    const standing = await sit(31);
    await standing.go(election);
    await standing.page.getByText('Stand yourself').click();
    await standing.page.getByRole('button', { name: 'Stand', exact: true }).click();
    await standing.page.getByText('You stand in this election.').waitFor();

    const officer = await sit(secretary);
    await officer.go(election);
    await officer.page.getByText('Why you cannot stand here').waitFor();
    await officer.page.getByText(/nobody holds two offices at once/).waitFor();
    for (const which of candidates.slice(2)) await stand(world, id, portland(which));
  },
  patience,
);

test(
  'when the time for nominations is over the Secretary opens the vote',
  async () => {
    const id = election.split('/').at(-1)!;
    await closeNominations(world, id);
    const { page, go } = await sit(secretary);
    await go(election);
    await page.getByRole('button', { name: 'Open the vote' }).click();
    await page.getByText('The vote is open.').waitFor();
    vote = await votingOf(world, id);
  },
  patience,
);

const inOrder = (page: Page) => page.locator('.rank-row .choice-name').allInnerTexts();

test(
  'a member ranks with the buttons, casts, and changes the ballot',
  async () => {
    const window = await sit(41);
    const { page, go } = window;
    await go('/');
    await page.getByRole('link', { name: /Vote in the election/ }).click();
    await page.getByRole('heading', { name: 'Your order' }).waitFor();
    await page.getByRole('button', { name: 'Cast my ballot' }).click();
    await page.getByText('Nothing is marked yet.').waitFor();
    for (const which of [31, 30, 32])
      await page.getByRole('button', { name: new RegExp(`^${nameOf(which)}.*rank`) }).click();
    await page.getByRole('button', { name: `${nameOf(30)}: one up` }).click();
    expect(await inOrder(page)).toEqual([30, 31, 32].map(nameOf));
    await page.getByRole('button', { name: `${nameOf(31)}: take off` }).click();
    expect(await inOrder(page)).toEqual([30, 32].map(nameOf));
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(await inOrder(page)).toEqual([30, 31, 32].map(nameOf));
    await readable(window);
    await page.getByRole('button', { name: 'Cast my ballot' }).click();
    await page.getByText('Your ballot is recorded.').waitFor();
    await page.getByText(`It says: 1. ${nameOf(30)}, 2. ${nameOf(31)}, 3. ${nameOf(32)}`).waitFor();
    await page.getByRole('heading', { name: 'Your receipt' }).waitFor();
    await page.getByRole('button', { name: `${nameOf(32)}: one up` }).click();
    await page.getByText(/You have changed your mark/).waitFor();
    await page.getByRole('button', { name: 'Cast the changed ballot' }).click();
    await page.getByText(`It says: 1. ${nameOf(30)}, 2. ${nameOf(32)}, 3. ${nameOf(31)}`).waitFor();
  },
  patience,
);

test(
  'by the keyboard alone another ranks, moves a candidate with the arrows, takes one off and casts',
  async () => {
    const window = await sit(42);
    const { page, go } = window;
    await go(`${election}/ballot`);
    for (const which of [33, 30, 31]) {
      await tabTo(page, new RegExp(`${nameOf(which)}[^:]*rank`));
      await page.keyboard.press('Enter');
    }
    await tabTo(page, new RegExp(`^${nameOf(31)}: preference 3 of 3`), 'Shift+Tab');
    await page.keyboard.press('ArrowUp');
    await page
      .getByRole('status')
      .getByText(`${nameOf(31)} is now preference 2 of 3.`)
      .waitFor({ state: 'attached' });
    await page.keyboard.press('Home');
    expect(await inOrder(page)).toEqual([31, 33, 30].map(nameOf));
    await tabTo(page, new RegExp(`^${nameOf(33)}: preference 2 of 3`));
    await page.keyboard.press('Delete');
    expect(await inOrder(page)).toEqual([31, 30].map(nameOf));
    await tabTo(page, /^Cast my ballot$/);
    await page.keyboard.press('Enter');
    await page.getByText(`It says: 1. ${nameOf(31)}, 2. ${nameOf(30)}`).waitFor();
  },
  patience,
);

test(
  'a third drags a candidate to the top',
  async () => {
    const { page, go } = await sit(43, 1280);
    await go(`${election}/ballot`);
    for (const which of [32, 33, 34])
      await page.getByRole('button', { name: new RegExp(`^${nameOf(which)}.*rank`) }).click();
    const handle = page.locator('.rank-handle').nth(2);
    const first = await page.locator('.rank-row').nth(0).boundingBox();
    await handle.hover();
    await page.mouse.down();
    await page.mouse.move(first!.x + 20, first!.y + first!.height, { steps: 4 });
    await page.mouse.move(first!.x + 20, first!.y + 2, { steps: 4 });
    await page.mouse.up();
    expect(await inOrder(page)).toEqual([34, 32, 33].map(nameOf));
    await page.getByRole('button', { name: 'Cast my ballot' }).click();
    await page.getByText('Your ballot is recorded.').waitFor();
  },
  patience,
);

test(
  'who is not on the roll reads why, and a stranger is told to sign in',
  async () => {
    const { page, go } = await sit('unaccepted');
    await go(`${election}/ballot`);
    await page.getByText('Why you cannot vote here').waitFor();
    await page.getByText(/not in good standing in Portland/).waitFor();
    const stranger = await openWindow(browser, world);
    await stranger.go(`${election}/ballot`);
    await stranger.page.getByRole('link', { name: 'Sign in to vote' }).waitFor();
    await stranger.close();
  },
  patience,
);

async function membership(which: number): Promise<string> {
  const { id } = await world.db
    .selectFrom('membership')
    .select('id')
    .where('person_id', '=', portland(which))
    .executeTakeFirstOrThrow();
  return `Membership_${id}`;
}

test(
  'two tellers hand out two papers and read them, each alone, until they agree',
  async () => {
    const first = await sit(tellers[0]);
    await first.go(`${election}/papers`);
    for (const which of [50, 51]) {
      await first.page.getByLabel('Who takes a paper').selectOption(await membership(which));
      await first.page.getByRole('button', { name: 'Hand out a paper' }).click();
      await first.page
        .getByRole('button', { name: 'Take back unmarked' })
        .nth(which - 50)
        .waitFor();
    }
    const numbers = (...whom: number[]) => marks(...whom).replaceAll('>', '');
    const read = async ({ page }: Window, papers: string[]) => {
      for (const [at, typed] of papers.entries()) {
        await page.getByLabel(`Paper ${at + 1}`, { exact: true }).fill(typed);
        await page.keyboard.press('Enter');
      }
    };
    await read(first, [numbers(32, 30), numbers(31)]);
    await readable(first);
    await first.page.getByRole('button', { name: 'Enter this batch: 2 papers' }).click();
    await first.page.getByText('It waits for a second teller.').waitFor();

    const second = await sit(tellers[1]);
    await second.go(`${election}/papers`);
    await second.page.getByText('Another teller has read this batch.').waitFor();
    await read(second, [numbers(32, 30), numbers(33)]);
    await second.page.getByRole('button', { name: 'Enter this batch: 2 papers' }).click();
    await second.page.getByText('Where the two counts differ').waitFor();
    await second.page.getByRole('button', { name: 'change 2' }).click();
    await second.page.getByLabel('Paper 2', { exact: true }).fill(numbers(31));
    await second.page.keyboard.press('Enter');
    await second.page.getByRole('button', { name: 'Enter it again: 2 papers' }).click();
    await second.page.getByText('Two tellers have read this batch alike: it counts.').waitFor();
  },
  patience,
);

test(
  'the others vote, the time passes, and the Secretary closes the vote and has it counted',
  async () => {
    const papers: [times: number, marks: string][] = [
      [16, marks(30, 31, 32)],
      [6, marks(31, 32)],
      [8, marks(32, 31)],
      [5, marks(33, 32, 31)],
      [4, marks(34, 33, 31)],
    ];
    const electors = [...Array.from({ length: 30 }, (_, at) => at), ...Array.from({ length: 10 }, (_, at) => at + 44)];
    const free = electors.filter((which) => which !== 50 && which !== 51);
    for (const [times, choice] of papers)
      for (let n = 0; n < times; n++) {
        const which = free.shift();
        if (which !== undefined) expect((await cast(world, vote.pollId, choice, portland(which))).id).toBeDefined();
      }
    await passTime(world, vote.pollId);
    const { page, go } = await sit(secretary);
    await go(election);
    await page.getByRole('button', { name: 'Close the poll' }).click();
    await page
      .getByText('Counted and certified.')
      .or(page.getByRole('button', { name: 'Count and certify' }))
      .first()
      .waitFor();
    if (await page.getByRole('button', { name: 'Count and certify' }).isVisible())
      await page.getByRole('button', { name: 'Count and certify' }).click();
    await page.getByText('Counted and certified.').waitFor();
  },
  patience,
);

test.each([360, 1280])(
  'at %i pixels the result tells who is elected, in pictures and in words',
  async (width) => {
    const window = await sit(44, width);
    const { page, go } = window;
    await go('/b/portland/elections');
    await page.getByRole('link', { name: /Election in Portland: Delegate/ }).click();
    await page.locator('.outcome').waitFor();
    const result = await certified();
    expect((await page.locator('.elected-list li bdi').allInnerTexts()).map((name) => name.trim())).toEqual(
      result.elected,
    );
    expect(await page.locator('.seat-arc circle.seat').count()).toBe(result.seats);
    await page.getByText(`Stage 1 of ${result.stages}.`).waitFor();
    await page.getByRole('button', { name: 'Next stage' }).click();
    await page.getByText(`Stage 2 of ${result.stages}.`).waitFor();
    await page
      .locator('.stage-told')
      .getByText(/votes above the quota go on to those their voters ranked next/)
      .waitFor();
    expect(await page.locator('.flow').count()).toBe(1);
    expect(await page.locator('.stage-table.no-print tbody tr').count()).toBe(candidates.length + 1);
    await readable(window);
  },
  patience,
);

async function certified(): Promise<{ elected: string[]; seats: number; stages: number }> {
  const { data } = await world.ask(
    'query ($id: ID!) { election(id: $id) { seats result { count elected { name } } } }',
    { id: vote.id },
    portland(44),
  );
  const { seats, result } = data.election;
  return {
    seats,
    stages: JSON.parse(result.count).stages.length,
    elected: result.elected.map(({ name }: { name: string }) => name),
  };
}

test(
  'counted again in the browser it agrees, stage by stage; and “what if” is never taken for the result',
  async () => {
    const window = await sit(44);
    const { page, go } = window;
    await go(`${election}/result`);
    await page.getByRole('button', { name: 'Recount it in this browser' }).click();
    await page.getByText('The recount agrees.').waitFor();
    await page.getByText(/stages are the same to the last decimal/).waitFor();
    expect(await page.locator('.stage-checks .differs').count()).toBe(0);
    await page.getByLabel('Counted by').selectOption('schulze');
    await page.getByLabel(nameOf(30), { exact: true }).check();
    await page.getByRole('button', { name: 'Count it so' }).click();
    await page.locator('.imagined').waitFor();
    expect(await page.locator('.imagined').getByText('This is not the result').count()).toBe(2);
    await page.locator('.imagined').getByText('These would be elected:').waitFor();
    await readable(window);
  },
  patience,
);

test(
  'printed it has every stage, and none of what only a screen can do',
  async () => {
    const { page, go } = await sit(44, 1280);
    await go(`${election}/result`);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.stage-table.print-only').isVisible()).toBe(true);
    expect(await page.locator('.what-if').isVisible()).toBe(false);
  },
  patience,
);

test('the elected hold the office from the day set, on the page of the body', async () => {
  const terms = await world.db
    .selectFrom('office_term')
    .select('from_date')
    .where('body_id', '=', bodyId('portland'))
    .where('office', '=', 'DELEGATE')
    .where('source', '=', 'ELECTION')
    .execute();
  expect(terms).toHaveLength((await certified()).elected.length);
});

test(
  'a motion may call an election too, and says what it would do',
  async () => {
    const window = await sit(45);
    const { page, go } = window;
    await go('/b/portland/new-motion');
    await page.getByLabel('Kind of motion').selectOption('OPEN_ELECTION');
    await page.getByLabel('Title').fill('Two Auditors');
    await page.getByLabel('The text').fill('That we elect two Auditors.');
    await page.getByLabel('Office', { exact: true }).fill('auditor');
    await page.getByLabel('Months of the term').fill('12');
    await page.getByLabel('Those elected take office on').fill(inMonths(3));
    await page.getByLabel('Places').fill('2');
    await page.getByLabel('Conditions on those elected together').fill('1 Women');
    await readable(window);
    await page.getByRole('button', { name: 'Submit the motion' }).click();
    await page.waitForURL('**/m/portland/*');
    await page.getByText('If carried, this election is called at that moment').waitFor();
    await page.getByText('at least 1: Women').waitFor();
    await page.getByText('Single transferable vote, Scottish rules').waitFor();
  },
  patience,
);

test('no page on the way complained', () => {
  expect(windows.flatMap((window) => window.complaints())).toEqual([]);
});
