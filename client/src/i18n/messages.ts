// The three catalogues and who reads which: the person's own choice, else the browser's wish, else English.
import type english from './en.json';

export type MessageId = keyof typeof english;
export type Catalogue = Record<string, string>;
export const languages = ['en', 'es', 'fr'] as const;
export type Language = (typeof languages)[number];

const kept = 'mandate.language';

export function isLanguage(value: string | null | undefined): value is Language {
  return languages.includes(value as Language);
}

/** The first of the reader's wishes that we speak; `es-MX` is Spanish. */
export function chooseLanguage(wishes: readonly (string | null | undefined)[]): Language {
  for (const wish of wishes) {
    const base = wish?.toLowerCase().split('-')[0];
    if (isLanguage(base)) return base;
  }
  return 'en';
}

export function rememberedLanguage(): Language {
  let remembered: string | null = null;
  try {
    remembered = localStorage.getItem(kept);
  } catch {
    // Storage may be forbidden; the browser's wish decides then.
  }
  return chooseLanguage([remembered, ...navigator.languages]);
}

export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(kept, language);
  } catch {
    // Storage may be forbidden; the choice then holds until the page is left.
  }
}

/** How dates and figures are written: the region of the reader's own browser where its language is the one chosen. */
export function localeFor(language: Language, wishes: readonly string[]): string {
  return wishes.find((wish) => wish.toLowerCase().split('-')[0] === language && canFormat(wish)) ?? language;
}

/** Some systems name a language in a way no browser can format by ("en-US@posix"). */
function canFormat(locale: string): boolean {
  try {
    return Intl.getCanonicalLocales(locale).length > 0;
  } catch {
    return false;
  }
}
