// A real Chromium, and people who sit before it: each has a window of their own, with a session as after signing in.
// Whatever the page complains of (errors, answers that failed, the policy that it broke) is kept, to be asked for.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import packed from '@sparticuz/chromium';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import type { World } from './world.js';

export interface Window {
  page: Page;
  /** Goes to an address of the page and waits until it is there to be read. */
  go(address: string): Promise<void>;
  /** What the page complained of since it was last asked. */
  complaints(): string[];
  /** How many pixels the page is wider than its window. */
  overflow(): Promise<number>;
  /** What keeps people from using the page as it stands, by the rules of WCAG 2.2 AA. */
  barriers(): Promise<string[]>;
  close(): Promise<void>;
}

const ofTheMachine = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

export async function openChromium(): Promise<Browser> {
  const ours = ofTheMachine.find((file) => existsSync(file));
  return chromium.launch({
    executablePath: ours ?? (await packed.executablePath()),
    args: ['--no-sandbox', '--disable-gpu', '--no-zygote'],
    ...(!ours && { env: { ...process.env, ...librariesIfMissing() } as Record<string, string> }),
  });
}

/** The packed Chromium needs NSS; where the machine has none, the copy packed beside it is laid out for it. */
function librariesIfMissing(): Record<string, string> {
  const places = ['/lib/x86_64-linux-gnu', '/usr/lib/x86_64-linux-gnu', '/usr/lib64', '/usr/lib'];
  if (places.some((place) => existsSync(path.join(place, 'libnss3.so')))) return {};
  const folder = mkdtempSync(path.join(tmpdir(), 'chromium-libraries-'));
  const libraries = path.resolve(import.meta.dirname, '../../node_modules/@sparticuz/chromium/bin/al2023.tar.br');
  execFileSync('tar', ['-x', '-C', folder], { input: brotliDecompressSync(readFileSync(libraries)) });
  return { LD_LIBRARY_PATH: path.join(folder, 'lib') };
}

/** A window of a person, or of nobody. */
export async function openWindow(
  browser: Browser,
  world: World,
  personId: string | null = null,
  options: BrowserContextOptions = {},
): Promise<Window> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 760 },
    reducedMotion: 'reduce',
    locale: 'en-GB',
    ...options,
  });
  if (personId) {
    const [name, value] = (await world.cookieOf(personId)).split('=');
    await context.addCookies([{ name: name!, value: value!, url: world.url }]);
  }
  // Long enough for a machine that does much else at the same time.
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  let complaints: string[] = [];
  const complain = (what: string) => void complaints.push(`${new URL(page.url()).pathname}: ${what}`);
  page.on('pageerror', (error) => complain(error.message));
  page.on('console', (message) => message.type() === 'error' && complain(message.text()));
  page.on('response', (response) => {
    if (response.url().endsWith('/graphql')) {
      void response.json().then(
        (answer) => answer.errors && complain(JSON.stringify(answer.errors)),
        () => undefined,
      );
    } else if (response.status() >= 400) complain(`${response.status()} of ${response.url()}`);
  });
  return {
    page,
    async go(address) {
      await page.goto(world.url + address, { waitUntil: 'networkidle' });
      await page.getByRole('heading', { level: 1 }).waitFor();
    },
    complaints() {
      const said = complaints;
      complaints = [];
      return said;
    },
    overflow: () =>
      page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth') as Promise<number>,
    async barriers() {
      const { violations } = await new AxeBuilder({ page }).withTags(wcag).analyze();
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
    },
    close: () => context.close(),
  };
}
