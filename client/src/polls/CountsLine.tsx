/** A tally in one line of words: "For 131, Against 99, Abstain 4". */
import { useIntl } from 'react-intl';
import { inOrder } from '../graphics/options';
import { useOptionName } from '../graphics/tileWords';

export function CountsLine({
  counts,
  options,
}: {
  counts: readonly { option: string; count: number }[];
  options: readonly string[];
}) {
  const { formatNumber } = useIntl();
  const optionName = useOptionName();
  return (
    <>
      {inOrder(counts, options)
        .map(({ option, count }) => `${optionName(option)} ${formatNumber(count)}`)
        .join(', ')}
    </>
  );
}
