/** The needed number of a result arrives as exact text ("14", "57.5", "231/2"); a picture may round it. */
export function toNumber(exact: string): number {
  const [above, below] = exact.split('/');
  const value = Number(above) / (below === undefined ? 1 : Number(below));
  return Number.isFinite(value) ? value : 0;
}
