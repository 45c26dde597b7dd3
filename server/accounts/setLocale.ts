// The language a person reads, in mails and on the page.
import { command } from '../command.js';
import { refuse } from '../errors.js';
import { isLocale, locales } from '../notices/mailTexts.js';
import { refreshActor } from './session.js';

export const setLocale = command('setLocale', async (deed, { locale }: { locale: string }) => {
  const { personId } = deed.actor;
  deed.authorize({ personId });
  if (!isLocale(locale)) {
    refuse('LOCALE_UNKNOWN', `We do not speak that language yet; we speak ${locales.join(', ')}.`, {
      field: 'locale',
      values: { known: [...locales] },
    });
  }
  await deed.db.updateTable('person').set({ locale }).where('id', '=', personId).execute();
  deed.afterCommit(() => refreshActor(deed.context));
  return { locale };
});
