// A browser of one person: it keeps the cookie it is given and sends it back, as browsers do.
import type { Answer, World } from './world.js';

export interface Browser {
  ask<Data = any>(query: string, variables?: object): Promise<Answer<Data>>;
  /** The cookie as it would be sent, and the header that set it. */
  cookie: string | null;
  setCookie: string | null;
}

export function openBrowser(world: World, headers: Record<string, string> = {}): Browser {
  const browser: Browser = {
    cookie: null,
    setCookie: null,
    async ask(query, variables = {}) {
      const response = await fetch(`${world.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers, ...(browser.cookie && { cookie: browser.cookie }) },
        body: JSON.stringify({ query, variables }),
      });
      const [set] = response.headers.getSetCookie();
      if (set) {
        browser.setCookie = set;
        const [pair] = set.split(';');
        browser.cookie = pair!.endsWith('=') ? null : pair!;
      }
      return { status: response.status, headers: response.headers, ...((await response.json()) as object) } as never;
    },
  };
  return browser;
}

/** The newest mail to an address, as it lies in the outbox. */
export async function newestMail(world: World, to: string) {
  return world.db
    .selectFrom('outbox_mail')
    .selectAll()
    .where('recipient', '=', to)
    .orderBy('sent_at', 'desc')
    .executeTakeFirst();
}

/** The token in a mailed link. */
export const tokenIn = (text: string): string => /\/sign-in\/link#([\w-]+)/.exec(text)![1]!;
