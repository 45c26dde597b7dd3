// Words what the server said (a rule, a refusal, a reason) in the reader's language: by message id where the
// catalogue has it and every value is there, else in the server's own English sentence.
import type { IntlShape } from 'react-intl';
import { placeholders } from './placeholders';
import { wordValue } from './wordValue';

type Words = Pick<IntlShape, 'messages' | 'formatMessage' | 'formatNumber'>;

export function wordById(
  intl: Words,
  id: string,
  values: Record<string, unknown> | null | undefined,
  text: string,
): string {
  const message = intl.messages[id];
  if (typeof message !== 'string') return text;
  const worded: Record<string, string | number> = {};
  for (const name of placeholders(message)) {
    const value = wordValue(intl, name, values?.[name]);
    if (value === null) return text;
    const chooses = message.includes(`{${name}, plural`);
    worded[name] = typeof value === 'number' && !chooses ? intl.formatNumber(value) : value;
  }
  return intl.formatMessage({ id }, worded);
}

/**
 * Words a refusal, a reason or a duty. One code may be said for several causes, and the server's English names the
 * very one; so English readers get that, and other languages the sentence of the code.
 */
export function wordCode(
  intl: Words & Pick<IntlShape, 'locale' | 'formatDate'>,
  id: string,
  values: Record<string, unknown> | null | undefined,
  text: string,
): string {
  return intl.locale.startsWith('en') && text !== '' ? datesInWords(intl, text) : wordById(intl, id, values, text);
}

/** The days and instants of a sentence, as its reader writes them and by the reader's own clock. */
const datesInWords = (intl: Pick<IntlShape, 'formatDate'>, text: string) =>
  text.replace(/\b\d{4}-\d{2}-\d{2}(T[\d:.]+Z)?\b/g, (at, time?: string) =>
    intl.formatDate(at, time ? { dateStyle: 'long', timeStyle: 'short' } : { dateStyle: 'long', timeZone: 'UTC' }),
  );

export interface SentenceFacts {
  key: string;
  values: Record<string, unknown>;
  text: string;
}

/** A sentence that came as data; where it rests on a rule with a known place, the place follows it. */
export function wordSentence(intl: Words, { key, values, text }: SentenceFacts, cited = true): string {
  const sentence = wordById(intl, `sentence.${key}`, values, text);
  const { ruleBook, section } = values;
  if (!cited || sentence === text || ruleBook === undefined || section === undefined) return sentence;
  return (
    sentence + wordById(intl, 'sentence.citation', { ruleBook, section: String(section).replace('.DEFAULT', '') }, '')
  );
}
