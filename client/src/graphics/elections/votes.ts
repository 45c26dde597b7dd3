/**
 * Votes as they are counted: whole numbers of a small unit, 10^-decimals of a vote. Words are made of the digits
 * themselves, so that what is read is what was counted, to the last decimal.
 */
import type { Count } from '../../../../server/counting/elections/election';

type Figures = Pick<Count, 'decimals' | 'stages' | 'scores' | 'pairwise' | 'consent'>;

/** "1772.00000" for 177200000 units of five decimals. */
export function votesText(units: number, decimals: number): string {
  const sign = units < 0 ? '-' : '';
  const digits = BigInt(Math.abs(units))
    .toString()
    .padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  return sign + (decimals === 0 ? whole : `${whole}.${digits.slice(-decimals)}`);
}

/** As many decimals as any figure of the count needs: none at all where every vote stayed whole. */
export function decimalsNeeded(count: Figures): number {
  const figures = [
    ...count.stages.flatMap((stage) => [...stage.votes, stage.exhausted, stage.truncated, stage.quota ?? 0]),
    ...(count.scores ?? []),
    ...(count.pairwise ?? []).flat(),
    ...(count.consent ?? []).flatMap(({ agree, standAside, block }) => [agree, standAside, block]),
  ];
  let needed = count.decimals;
  for (let unit = 10; needed > 0 && figures.every((figure) => figure % unit === 0); unit *= 10) needed -= 1;
  return needed;
}

/** Whole votes, what is behind the point cut off: for a picture's plates, whose figures stand exactly in the table. */
export const wholeVotes = (units: number, decimals: number): number => Math.trunc(units / 10 ** decimals);
