/** What a tile says of itself in words: for the line under the picture and for a screen reader, the same sentence. */
import { useIntl } from 'react-intl';
import type { LensName } from './counts';
import { intake, sent, totalOf } from './counts';
import { inOrder, optionLook } from './options';
import type { Tile } from './staircase';

export function useOptionName() {
  const { formatMessage, messages } = useIntl();
  return (option: string) => {
    const id = `result.option.${option}`;
    return id in messages ? formatMessage({ id }) : option;
  };
}

/** The letter that stands for an option in the reader's language: F and A in English, P and C in French. */
export function useOptionLetter(options: readonly string[]) {
  const { formatMessage, messages } = useIntl();
  return (option: string) => {
    const id = `result.letter.${option}`;
    return id in messages ? formatMessage({ id }) : optionLook(option, options).letter;
  };
}

export function useTileWords(lens: LensName, options: readonly string[]) {
  const { formatMessage, formatNumber, formatList } = useIntl();
  const optionName = useOptionName();
  const counts = (list: readonly { option: string; count: number }[]) =>
    formatList(
      inOrder(list, options)
        .filter(({ count }) => count > 0)
        .map(({ option, count }) => `${optionName(option)} ${formatNumber(count)}`),
      { type: 'unit', style: 'short' },
    );

  return ({ step }: Tile): string => {
    const { body, children, grouping } = step;
    const name = body.name;
    if (children.length > 0) {
      const sum = intake(step, lens);
      const words = totalOf(sum) > 0 ? counts(sum) : formatMessage({ id: 'result.nothingSent' });
      const cast = !grouping && body.cast && totalOf(body.cast) > 0 ? counts(body.cast) : null;
      const first = formatMessage({ id: `result.step.${lens}` }, { name, words });
      return cast ? `${first} ${formatMessage({ id: 'result.passesUp' }, { words: cast })}` : first;
    }
    const tally = body.merged
      ? formatMessage({ id: 'result.mergedTile' }, { name, entitled: body.entitled })
      : formatMessage(
          { id: 'result.leafTile' },
          { name, words: counts(body.tally ?? []) || '0', ballots: body.ballots, entitled: body.entitled },
        );
    if (!body.quorate) return `${tally} ${formatMessage({ id: 'result.inquorateTile' })}`;
    const passed = lens === 'MEMBERS' ? [] : sent(step, lens);
    return totalOf(passed) > 0
      ? `${tally} ${formatMessage({ id: lens === 'BODIES' ? 'result.standsAsOne' : 'result.passesUp' }, { words: lens === 'BODIES' ? optionName(passed[0]?.option ?? '') : counts(passed) })}`
      : tally;
  };
}
