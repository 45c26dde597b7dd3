// A page worked with the keys alone.
import type { Page } from 'playwright-core';

const wordsOfFocus = `(() => {
  const at = document.activeElement;
  return at.getAttribute('aria-label') || at.labels?.[0]?.innerText || (at === document.body ? '' : at.innerText) || '';
})()`;

/** Presses Tab, or back, until what has the focus says so. */
export async function tabTo(page: Page, words: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const passed: string[] = [];
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press(key);
    const said = await page.evaluate(wordsOfFocus);
    passed.push(String(said));
    if (words.test(String(said))) return;
  }
  throw new Error(`${words} has no place in the order of Tab: ${passed.join(' | ')}`);
}
