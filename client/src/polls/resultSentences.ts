/** Which of the arithmetic's sentences stands under the headline, and which says why a lens binds. */
interface Keyed {
  key: string;
}

const sums = /^(threshold|second)\.(more|least)|^choice\./;

/** The sum that decided: the missed quorum where there was none, else the threshold's sum, else what is first. */
export function headline<S extends Keyed>(arithmetic: readonly S[], outcome: string): S | null {
  const missed = arithmetic.find(({ key }) => /^quorum\..*\.missed$/.test(key));
  if (outcome === 'INQUORATE' && missed) return missed;
  return arithmetic.find(({ key }) => sums.test(key)) ?? arithmetic[0] ?? null;
}

export function whyItBinds<S extends Keyed>(arithmetic: readonly S[]): S | null {
  return arithmetic.find(({ key }) => key.startsWith('binding.')) ?? null;
}

/** The rule first, then the sums; what the headline, the table and the lenses say is not repeated. */
export function withoutBodies<S extends Keyed>(arithmetic: readonly S[]): S[] {
  return arithmetic.filter(({ key }) => !/^(body|lens|binding|outcome)\b/.test(key));
}
