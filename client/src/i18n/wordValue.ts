// A value inside a sentence, made readable: a share "1/2" as "half", counts by option, bands, terms of counting.
import type { IntlShape } from 'react-intl';

type Words = Pick<IntlShape, 'messages' | 'formatMessage'>;
type Band = [upTo: number | null, votes: number];

const isCount = (item: unknown): item is { option: string; count: number } =>
  typeof item === 'object' && item !== null && 'option' in item;
const isBand = (item: unknown): item is Band => Array.isArray(item) && item.length === 2;

function known(intl: Words, id: string, otherwise: string): string {
  return typeof intl.messages[id] === 'string' ? intl.formatMessage({ id }) : otherwise;
}

const optionWord = (intl: Words, option: string) => known(intl, `result.option.${option}`, option);

function bandWords(intl: Words, bands: readonly Band[]): string {
  return bands
    .map(([upTo, votes], at) => {
      const from = at === 0 ? 1 : (bands[at - 1]![0] ?? 0) + 1;
      return upTo === null
        ? intl.formatMessage({ id: 'band.more' }, { from, votes })
        : intl.formatMessage({ id: 'band.upTo' }, { from, upTo, votes });
    })
    .join(', ');
}

function listWords(intl: Words, list: readonly unknown[]): string | null {
  if (list.every(isCount)) return list.map(({ option, count }) => `${count} ${optionWord(intl, option)}`).join(', ');
  if (list.every(isBand)) return bandWords(intl, list);
  return list.every((item) => typeof item === 'string') ? list.map((item) => optionWord(intl, item)).join(', ') : null;
}

/** Null where there is no value, or none that this client can word. */
export function wordValue(intl: Words, name: string, value: unknown): string | number | null {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return listWords(intl, value);
  if (typeof value !== 'string') return null;
  if (name === 'unit') return known(intl, `term.${value}`, value);
  if (name === 'office') return known(intl, `office.${value}`, value);
  if (name === 'option') return optionWord(intl, value);
  return /^\d+\/\d+$/.test(value) ? known(intl, `share.${value}`, value) : value;
}
