/** Writes Condorcet Election Format, which knows no withdrawn candidates and no ranks left empty: these are not written. */
import type { Election } from '../election.js';
import { CEF_RESERVED } from './readCef.js';
import { oneLine } from './text.js';
import { CannotWrite, filledRanks, mustBeWhole, mustDiffer, papersOf } from './writing.js';

export function writeCef(election: Election): string {
  const { title, seats, ballots } = election;
  mustBeWhole(ballots, 'Condorcet Election Format');
  mustDiffer(election, 'Condorcet Election Format');
  const names = election.candidates.map(nameOf);
  const lines = [
    ...(title === '' ? [] : [`# ${oneLine(title)}`]),
    `#/Candidates: ${names.join(' ; ')}`,
    `#/Number of Seats: ${seats}`,
    '#/Implicit Ranking: true',
    '#/Weight Allowed: false',
    '',
  ];
  for (const { weight, ranks } of papersOf(ballots)) {
    const filled = filledRanks(ranks).map((rank) => rank.map((candidate) => names[candidate]).join(' = '));
    lines.push(`${filled.length > 0 ? filled.join(' > ') : '/EMPTY_RANKING/'} * ${weight}`);
  }
  return `${lines.join('\n')}\n`;
}

function nameOf(text: string): string {
  const name = oneLine(text);
  if (CEF_RESERVED.test(name)) {
    throw new CannotWrite(`Condorcet Election Format allows none of the signs ><=;,#/^*| in a name such as ${name}.`);
  }
  return name;
}
