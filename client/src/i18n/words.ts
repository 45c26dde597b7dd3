// The words now on the screen: which language, and whether the whole catalogue has come or only the first page's part.
import type { Catalogue, Language } from './messages';

export interface Words {
  language: Language;
  messages: Catalogue;
}

type Part = () => Promise<{ default: Catalogue }>;

const parts: Record<Language, { first: Part; rest: Part }> = {
  en: { first: () => import('virtual:words/en/first'), rest: () => import('virtual:words/en/rest') },
  es: { first: () => import('virtual:words/es/first'), rest: () => import('virtual:words/es/rest') },
  fr: { first: () => import('virtual:words/fr/first'), rest: () => import('virtual:words/fr/rest') },
};

let shown: Words;
/** The language last asked for: words that come late for another are not shown. */
let wanted: Language;
let whole: Promise<void> | null = null;
const watchers = new Set<() => void>();

function show(words: Words): void {
  shown = words;
  for (const watcher of watchers) watcher();
}

export const wordsShown = () => shown;

export function watchWords(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** Before anything is drawn. */
export async function beginWords(language: Language): Promise<void> {
  wanted = language;
  show({ language, messages: (await parts[language].first()).default });
}

/** Done once every word of the language is there; a failure may be tried again. */
export function wholeCatalogue(): Promise<void> {
  whole ??= changeLanguage(wanted).catch((error: unknown) => {
    whole = null;
    throw error;
  });
  return whole;
}

/** The page changes its words only when all of them have come. */
export async function changeLanguage(language: Language): Promise<void> {
  wanted = language;
  const [first, rest] = await Promise.all([parts[language].first(), parts[language].rest()]);
  if (wanted === language) show({ language, messages: { ...first.default, ...rest.default } });
}
