// Gives every page its words, and lets the reader change the language without losing the page.
import { useCallback, useEffect, useSyncExternalStore, type ReactNode } from 'react';
import { IntlProvider } from 'react-intl';
import { localeFor, rememberLanguage, type Language } from './messages';
import { changeLanguage, watchWords, wordsShown } from './words';

export function LanguageProvider({ children }: { children: ReactNode }) {
  const { language, messages } = useSyncExternalStore(watchWords, wordsShown);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <IntlProvider locale={localeFor(language, navigator.languages)} defaultLocale="en" messages={messages}>
      {children}
    </IntlProvider>
  );
}

export function useLanguage(): { language: Language; choose: (language: Language) => void } {
  const { language } = useSyncExternalStore(watchWords, wordsShown);
  const choose = useCallback((next: Language) => {
    rememberLanguage(next);
    changeLanguage(next).catch(() => undefined);
  }, []);
  return { language, choose };
}
