// Between the Federation and its Local Groups: on which side each Region came out, taken as a whole. It decides
// nothing; people ask for it.
import { useT } from '../i18n/useT';
import type { ResultFacts } from './resultBodies';

export function RegionsLine({ tallies }: Pick<ResultFacts, 'tallies'>) {
  const t = useT();
  const sides = tallies.filter(({ body }) => body.kind === 'REGION').map(({ tally }) => sideOf(tally));
  const on = (side: number) => sides.filter((each) => each === side).length;
  if (sides.length < 2 || sides.includes(null)) return null;
  return <p>{t('result.byRegion', { more: on(1), less: on(-1), even: on(0) })}</p>;
}

type Tally = ResultFacts['tallies'][number]['tally'];

function sideOf(tally: Tally): number | null {
  const of = (option: string) => tally?.find((each) => each.option === option)?.count;
  const [yes, no] = [of('FOR'), of('AGAINST')];
  return yes === undefined || no === undefined ? null : Math.sign(yes - no);
}
