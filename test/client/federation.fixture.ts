/** The demonstration federation's Motion 7 as the API would give it: 12 Local Groups in 4 Regions, bands, bloc. */
import type { TalliedBody } from '../../client/src/graphics/bodies';

const groups: [name: string, region: string, entitled: number, yes: number, no: number, abstain: number][] = [
  ['Tacoma', 'Cascadia', 24, 15, 6, 1],
  ['Portland', 'Cascadia', 61, 27, 28, 0],
  ['Victoria', 'Cascadia', 12, 8, 2, 0],
  ['Toledo', 'Great Lakes', 9, 6, 2, 0],
  ['Detroit', 'Great Lakes', 33, 13, 15, 0],
  ['Hamilton', 'Great Lakes', 18, 11, 4, 0],
  ['Duluth', 'Great Lakes', 7, 5, 1, 0],
  ['Worcester', 'Atlantic', 15, 5, 7, 0],
  ['Halifax', 'Atlantic', 11, 7, 3, 0],
  ['Baltimore', 'Atlantic', 42, 17, 18, 3],
  ['Tampico', 'Gulf', 28, 11, 12, 0],
  ['Mobile', 'Gulf', 8, 6, 1, 0],
];
const bands: [limit: number, votes: number][] = [
  [9, 1],
  [19, 2],
  [39, 3],
  [69, 4],
  [Infinity, 5],
];
export const options = ['FOR', 'AGAINST', 'ABSTAIN'];

const counts = (yes: number, no: number, abstain: number) =>
  options.map((option, index) => ({ option, count: [yes, no, abstain][index] ?? 0 }));
const federation = { id: 'federation', name: 'Federation', href: '/b/federation' };

export function motion7(): TalliedBody[] {
  const whole: TalliedBody = {
    ...federation,
    above: [],
    entitled: 268,
    ballots: 234,
    tally: null,
    weight: null,
    cast: null,
    outcome: 'DEFEATED',
    quorate: true,
    merged: false,
  };
  const rest = groups.map(([name, region, entitled, yes, no, abstain]): TalliedBody => {
    const weight = bands.find(([limit]) => entitled <= limit)?.[1] ?? 0;
    return {
      id: name,
      name,
      href: `/b/${name.toLowerCase()}`,
      above: [{ id: region, name: region, href: `/b/${region}` }, federation],
      entitled,
      ballots: yes + no + abstain,
      tally: counts(yes, no, abstain),
      weight,
      cast: yes > no ? counts(weight, 0, 0) : counts(0, weight, 0),
      outcome: yes > no ? 'CARRIED' : 'DEFEATED',
      quorate: true,
      merged: false,
    };
  });
  return [whole, ...rest];
}
