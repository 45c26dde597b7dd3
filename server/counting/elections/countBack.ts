/**
 * Who fills a place that was vacated, from the papers of the election: I. D. Hill, "Casual vacancies and the Meek method"
 * (Voting matters 22, 2006), for each of the methods that elect one after another. The papers are counted again for all the
 * places. Whoever vacated a place has withdrawn; whoever is still in office is guarded, never excluded and sure to be elected.
 * The first of the others to be elected fills the place, and with that the rest of them can no longer be elected.
 */
import { count } from './count.js';
import { type Ballots, CannotCount, type Count, type CountOptions, type Election } from './election.js';

export interface CountBack {
  count: Count;
  /** Null where nobody fills it: no one else stands, or re-opening nominations was preferred. */
  fills: number | null;
}

/**
 * `vacated` are those who left, in the order in which they left: each place is filled in its turn, and those in office are
 * reckoned from it. A candidate who would not serve is named before the vacancy that is to be filled by another.
 */
export function countBack(
  counted: Election | Ballots,
  options: CountOptions,
  vacated: readonly [number, ...number[]],
): CountBack {
  if (!['scottish-stv', 'meek-stv', 'irv'].includes(options.method)) {
    throw new CannotCount('OPTIONS', 'Only an election by single transferable vote can be counted back.');
  }
  let back: CountBack = { count: count(counted, options), fills: null };
  let inOffice = persons(back.count);
  for (const [at, leaving] of vacated.entries()) {
    const left = vacated.slice(0, at + 1);
    const staying = inOffice.filter((candidate) => candidate !== leaving);
    const recounted = count(counted, withGuarded(back.count, options, left, staying));
    const vacancy = staying.length < inOffice.length;
    const fills = vacancy ? (persons(recounted).find((candidate) => !staying.includes(candidate)) ?? null) : null;
    back = { count: recounted, fills };
    if (vacancy) inOffice = fills === null ? staying : [...staying, fills];
  }
  return back;
}

function withGuarded(
  { candidates }: Count,
  options: CountOptions,
  left: readonly number[],
  staying: readonly number[],
): CountOptions {
  const others = Array.from({ length: candidates }, (_, candidate) => candidate).filter(
    (candidate) => !staying.includes(candidate) && candidate !== options.reopen,
  );
  return {
    ...options,
    withdrawn: [...(options.withdrawn ?? []), ...left],
    constraints: [
      ...(options.constraints ?? []),
      { name: 'still in office', members: [...staying], atLeast: staying.length, atMost: null },
      { name: 'to fill the place', members: others, atLeast: 0, atMost: 1 },
    ],
  };
}

function persons({ elected }: Count): number[] {
  return elected.map(({ candidate }) => candidate);
}
