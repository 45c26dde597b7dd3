/** Writes ballots as a table of counts and rankings by name, so that a spreadsheet shows them and runs nothing. */
import type { Election } from '../election.js';
import { oneLine } from './text.js';
import { mustDiffer, papersOf } from './writing.js';

export function writeBallotsCsv(election: Election): string {
  mustDiffer(election, 'A table of ballots');
  const names = election.candidates.map(nameInRanking);
  const lines = ['count,ranking'];
  for (const { weight, ranks } of papersOf(election.ballots)) {
    lines.push(`${weight},${cell(ranks.map((rank) => rank.map((candidate) => names[candidate]).join('=')).join('>'))}`);
  }
  return `${lines.join('\r\n')}\r\n`;
}

/** In quotation marks where it holds a sign of rankings, or begins as formulas do. */
function nameInRanking(text: string): string {
  const name = oneLine(text);
  return /["=>]|^[+\-@]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name;
}

function cell(text: string): string {
  return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
