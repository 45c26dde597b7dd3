/** From the answer of the API to what the pictures draw: every body with its address and the bodies above it. */
import type { ResultQuery } from '../generated/polls/result';
import type { TalliedBody } from '../graphics/bodies';

export type ResultFacts = NonNullable<ResultQuery['result']>;
export type TallyFacts = ResultFacts['tallies'][number];

/** `above` from the nearest upward, ending with the root of this result: bodies beyond it have no part in it. */
export function talliedBodies(tallies: readonly TallyFacts[]): TalliedBody[] {
  const root = tallies[0]?.body.id;
  return tallies.map((tally): TalliedBody => {
    const nearest = [...tally.body.above].reverse();
    const end = nearest.findIndex(({ id }) => id === root);
    return {
      id: tally.body.id,
      name: tally.body.name,
      href: `/b/${tally.body.slug}`,
      above: nearest.slice(0, end + 1).map(({ id, name, slug }) => ({ id, name, href: `/b/${slug}` })),
      entitled: tally.entitled,
      ballots: tally.ballots ?? 0,
      tally: tally.tally,
      weight: tally.weight,
      cast: tally.cast,
      outcome: tally.outcome,
      quorate: tally.quorate,
      merged: tally.merged,
    };
  });
}
