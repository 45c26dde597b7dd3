// The pages of the demonstration in a real browser, and what is asked of each: nothing keeps anybody out (WCAG 2.2 AA),
// nothing is wider than its window, nothing is complained of, on a phone and on a desk.
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { loadDemonstration } from '../../server/demo/load.js';
import { openChromium, openWindow, type Window } from './chromium.js';
import { openWorld, type World } from './world.js';

const phone = { width: 360, height: 760 };
const desk = { width: 1280, height: 900 };

export interface Demonstration {
  world: World;
  browser: Browser;
  /** Goes to an address, in which `{federation 7}` stands for that poll and `{portland delegate}` for that election; answers what is wrong with the page. */
  wrongWith(window: Window, route: string): Promise<string[]>;
  /** Reads pages as a person, or as nobody; answers what is wrong with them. */
  read(routes: readonly string[], personId?: string | null, options?: BrowserContextOptions): Promise<string[]>;
  close(): Promise<void>;
}

export async function openDemonstration(): Promise<Demonstration> {
  const world = await openWorld();
  await loadDemonstration(world.services);
  const places = new Map([...(await pollsByName(world)), ...(await electionsByName(world))]);
  const browser = await openChromium();

  const wrongWith = async (window: Window, route: string): Promise<string[]> => {
    const wrong: string[] = [];
    await window.go(route.replace(/^\{(.+)\}/, (_, name: string) => places.get(name)!));
    for (const size of [phone, desk]) {
      await window.page.setViewportSize(size);
      const wider = await window.overflow();
      if (wider > 0) wrong.push(`the page is ${wider} px wider`);
      wrong.push(...(await window.barriers()));
    }
    await window.page.setViewportSize(phone);
    return [...wrong, ...window.complaints()].map((what) => `${route}: ${what}`);
  };

  return {
    world,
    browser,
    wrongWith,
    async read(routes, personId = null, options = {}) {
      const window = await openWindow(browser, world, personId, options);
      const wrong: string[] = [];
      for (const route of routes) wrong.push(...(await wrongWith(window, route)));
      await window.close();
      return wrong;
    },
    async close() {
      await browser.close();
      await world.close();
    },
  };
}

/** Polls by what they are of: `federation 7`, or a body's own inside that of a motion above: `federation 8 tacoma`. */
async function pollsByName(world: World): Promise<Map<string, string>> {
  const rows = await world.db
    .selectFrom('poll as p')
    .innerJoin('poll as root', 'root.id', 'p.root_id')
    .innerJoin('proposal as m', 'm.id', 'root.proposal_id')
    .innerJoin('body as of', 'of.id', 'm.body_id')
    .innerJoin('body as b', 'b.id', 'p.body_id')
    .select(['p.id', 'of.slug as of', 'm.number', 'b.slug'])
    .execute();
  return new Map(
    rows.map(({ id, of, number, slug }) => [
      of === slug ? `${of} ${number}` : `${of} ${number} ${slug}`,
      `/poll/Poll_${id}`,
    ]),
  );
}

/** Elections by body and office: `portland delegate`. */
async function electionsByName(world: World): Promise<Map<string, string>> {
  const rows = await world.db
    .selectFrom('election as e')
    .innerJoin('body as b', 'b.id', 'e.body_id')
    .where('e.office', 'is not', null)
    .select(['e.id', 'e.office', 'b.slug'])
    .execute();
  return new Map(rows.map(({ id, office, slug }) => [`${slug} ${office!.toLowerCase()}`, `/election/Election_${id}`]));
}
