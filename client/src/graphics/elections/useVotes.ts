/** Votes in the reader's own way of writing figures: exactly, as a change, and whole for a picture's plates. */
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import type { Count } from '../../../../server/counting/elections/election';
import { decimalsNeeded, votesText, wholeVotes } from './votes';

export interface VoteWords {
  exact: (units: number) => string;
  change: (units: number) => string;
  whole: (units: number) => string;
  /** For a sentence: exactly, and without zeros behind. */
  plain: (units: number) => string;
}

export function useVotes(count: Count): VoteWords {
  const { locale, formatNumber } = useIntl();
  return useMemo(() => {
    const places = decimalsNeeded(count);
    const aligned = { minimumFractionDigits: places, maximumFractionDigits: places };
    const format = (options: Intl.NumberFormatOptions) => {
      const formatter = new Intl.NumberFormat(locale, { maximumFractionDigits: count.decimals, ...options });
      // Digits as text, which Intl writes exactly; its types still know numbers only.
      return (units: number) => formatter.format(votesText(units, count.decimals) as unknown as number);
    };
    return {
      exact: format(aligned),
      change: format({ ...aligned, signDisplay: 'exceptZero' }),
      plain: format({}),
      whole: (units) => formatNumber(wholeVotes(units, count.decimals)),
    };
  }, [count, locale, formatNumber]);
}
