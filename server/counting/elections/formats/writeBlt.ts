/** Writes BLT: as plain as the reader knows it, one row of papers a line. */
import type { Election } from '../election.js';
import { oneLine } from './text.js';
import { CannotWrite, papersOf } from './writing.js';

/** With the identifiers of the papers, row by row, where there are any. */
export function writeBlt(election: Election & { ids?: readonly (string | null)[] | null }): string {
  const { title, seats, candidates, withdrawn, ballots, ids } = election;
  const lines = [`${candidates.length} ${seats}`];
  if (withdrawn.length > 0) lines.push(withdrawn.map((candidate) => `-${candidate + 1}`).join(' '));
  for (const { row, weight, ranks } of papersOf(ballots)) {
    const id = ids?.[row] ?? null;
    const written = ranks.map((rank) => rank.map((candidate) => candidate + 1).join('=') || '-');
    lines.push([...(id === null ? [] : [identifier(id)]), weight, ...written, '0'].join(' '));
  }
  lines.push('0', ...candidates.map(quoted), quoted(title), '');
  return lines.join('\n');
}

/** A name that holds quotation marks is put in them twice, so that none is taken for a party's. */
function quoted(text: string): string {
  const name = oneLine(text);
  return inQuotes(name.includes('"') ? inQuotes(name) : name);
}

function inQuotes(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

function identifier(id: string): string {
  if (/[)\r\n]/.test(id)) throw new CannotWrite('BLT knows no identifiers with a bracket or a line break.');
  return `(${id})`;
}
