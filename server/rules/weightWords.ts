// What a body's weight follows from, in words: "up to 9 members 1 vote, 10 to 19 members 2 votes, …".
import type { Weight } from '../counting/index.js';
import { constituentWords, count } from './words.js';

type Constituents = keyof typeof constituentWords;
type Bands = Extract<Weight, { kind: 'BANDS' }>['bands'];

export function weightWords(weight: Weight, constituents: Constituents): string {
  const { many, each } = constituentWords[constituents];
  const decided = `Decided by ${many}`;
  switch (weight.kind) {
    case 'EQUAL':
      return `${decided}: ${each} has one vote.`;
    case 'PER_CAPITA':
      return `${decided}: ${each} has one vote for every member in good standing.`;
    case 'SQUARE_ROOT':
      return `${decided}: ${each} has the whole number of votes nearest to the square root of its members in good standing.`;
    case 'BANDS':
      return `${decided}: ${each} casts votes by the size of its membership: ${bandWords(weight.bands)}.`;
    case 'APPORTIONED':
      return `${decided}: ${count(weight.seats, 'vote')} are shared out among them by members in good standing (method ${weight.method}), at least ${weight.minimum ?? 0} to each.`;
    case 'GIVEN':
      return `${decided}: ${each} has the votes assigned to it.`;
  }
}

function bandWords(bands: Bands): string {
  return bands
    .map(([upTo, votes], at) => `${bandSize(at === 0 ? null : bands[at - 1]![0]! + 1, upTo)} ${count(votes, 'vote')}`)
    .join(', ');
}

function bandSize(from: number | null, upTo: number | null): string {
  if (upTo === null) return from === null ? 'any number of members' : `${from} and more`;
  if (from === null) return `up to ${count(upTo, 'member')}`;
  return from === upTo ? count(from, 'member') : `${from} to ${upTo} members`;
}
