/** The sentences that tell a count, which come as data, in the reader's language: names in a list, votes exactly. */
import { useIntl } from 'react-intl';
import { narrate, type Sentence, type Value } from '../../../../server/counting/elections';
import { votesText } from './votes';

/** Whether the sentence is about one or about several: its names where it has any, else its votes. */
function countOf(values: Record<string, Value>): number {
  for (const value of Object.values(values)) {
    if (typeof value !== 'object') continue;
    return 'units' in value ? (value.units === 10 ** value.decimals ? 1 : 2) : value.length;
  }
  return 1;
}

/** A name that is shortened may end the sentence with a point of its own. */
const ended = (sentence: string) => (sentence.endsWith('.') ? sentence : `${sentence}.`);

export function useCountSentence(): (sentence: Sentence) => string {
  const { locale, formatList, formatMessage, messages } = useIntl();
  const worded = (value: Value): string | number => {
    if (typeof value !== 'object') return value;
    if (!('units' in value)) return formatList(value);
    const exactly = new Intl.NumberFormat(locale, { maximumFractionDigits: value.decimals });
    return exactly.format(votesText(value.units, value.decimals) as unknown as number);
  };
  return (sentence) => {
    const id = `count.said.${sentence.key}`;
    if (!(id in messages)) return ended(narrate(sentence));
    const values = Object.fromEntries(Object.entries(sentence.values).map(([name, value]) => [name, worded(value)]));
    return ended(formatMessage({ id }, { count: countOf(sentence.values), ...values }));
  };
}
