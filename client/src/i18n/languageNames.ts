// Each language in its own words, for whoever looks for it while another is shown.
import type { Language } from './messages';

export const languageNames: Record<Language, string> = { en: 'English', es: 'Español', fr: 'Français' };
