// Whatever the screen says, it says in all three languages, with the same values in it.
import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createIntl } from 'react-intl';
import { isFirst } from '../../client/splitWords';
import { placeholders } from '../../client/src/i18n/placeholders';

const root = join(process.cwd(), 'client/src');
const catalogue = (language: string) =>
  JSON.parse(readFileSync(join(root, `i18n/${language}.json`), 'utf8')) as Record<string, string>;
const catalogues = { en: catalogue('en'), es: catalogue('es'), fr: catalogue('fr') };
const ids = Object.keys(catalogues.en);

const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('generated'))
  .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));

/** Ids written out where a message is asked for: `t('…')`, `id="…"`, `{ id: '…' }`. */
function asked(text: string): string[] {
  return [...text.matchAll(/(?:\bt\(|\bid=|\bid: )["']([a-zA-Z]\w*\.[\w.]+)["']/g)].map((match) => match[1]!);
}

describe.each(['es', 'fr'] as const)('the %s catalogue', (language) => {
  test('has exactly the messages the English one has', () => {
    expect(Object.keys(catalogues[language]).sort()).toEqual([...ids].sort());
  });

  test('asks every message for the same values as the English one', () => {
    const differing = ids.filter(
      (id) =>
        [...placeholders(catalogues.en[id]!)].sort().join() !==
        [...placeholders(catalogues[language][id] ?? '')].sort().join(),
    );
    expect(differing).toEqual([]);
  });
});

test.each(['en', 'es', 'fr'] as const)('every message of the %s catalogue can be read by the formatter', (language) => {
  const wrong: string[] = [];
  for (const [id, message] of Object.entries(catalogues[language])) {
    const intl = createIntl({ locale: language, messages: { [id]: message }, onError: () => wrong.push(id) });
    intl.formatMessage({ id }, Object.fromEntries([...placeholders(message)].map((name) => [name, 3])));
  }
  expect(wrong).toEqual([]);
});

test('no message is empty', () => {
  for (const messages of Object.values(catalogues))
    expect(Object.values(messages).filter((message) => message.trim() === '')).toEqual([]);
});

test('pages ask only for messages that exist', () => {
  const unknown = sources.flatMap(({ file, text }) =>
    asked(text)
      .filter((id) => catalogues.en[id] === undefined)
      .map((id) => `${file}: ${id}`),
  );
  expect(unknown).toEqual([]);
});

test('no page has words of its own beside the catalogues', () => {
  const wordsInMarkup = />\s*[A-Z][a-z]+ [a-z]+[^<>{}=;()]*<\//;
  const offending = sources
    .filter(({ file, text }) => file.endsWith('.tsx') && wordsInMarkup.test(text))
    .map(({ file }) => file);
  expect(offending).toEqual([]);
});

/** Every source that comes with these, following what they import at once. */
function reached(files: string[], seen = new Set<string>()): Set<string> {
  for (const file of files) {
    if (seen.has(file)) continue;
    seen.add(file);
    const { text } = sources.find((source) => source.file === file) ?? { text: '' };
    const imports = [...text.matchAll(/^import (?!type )[^;]*?from '(\.[^']+)'/gm)].map((match) =>
      join(file, '..', match[1]!),
    );
    reached(
      imports
        .flatMap((path) => sources.filter((source) => source.file === `${path}.ts` || source.file === `${path}.tsx`))
        .map((source) => source.file),
      seen,
    );
  }
  return seen;
}

test('the first page asks only for words that come with it', () => {
  const late = [...reached(['main.tsx', 'home/HomePage.tsx'])].flatMap((file) =>
    asked(sources.find((source) => source.file === file)!.text)
      .filter((id) => !isFirst(id))
      .map((id) => `${file}: ${id}`),
  );
  expect(late).toEqual([]);
});
