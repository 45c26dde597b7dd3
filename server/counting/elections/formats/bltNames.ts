/**
 * The names at the end of a BLT file, and the title. Most publishers put each in quotes on its own line; some leave the
 * quotes out, some double them as spreadsheets do, with the party in quotes of its own, and some give the names only in
 * comments, as PrefLib does.
 */
import type { Line, Scanner } from './scanner.js';
import { tidy } from './text.js';

export function readBltNames(scanner: Scanner, candidates: number): { names: string[]; title: string } {
  const { strings, alternatives } = stringsOf(scanner, candidates + 1);
  const commented = Array.from({ length: candidates }, (_, i) => alternatives.get(i + 1));
  const inComments = strings.length <= 1 && commented.every((name) => name !== undefined);
  const names = inComments ? commented : strings.slice(0, candidates);
  const title = inComments ? (strings[0] ?? { text: '', line: scanner.line }) : strings[candidates];
  if (names.length < candidates) scanner.refuse(`the name of candidate ${names.length + 1}, not the end of the file`);
  if (!title) scanner.refuse(`${candidates} names and then a title, not only ${candidates} lines of text`);
  return {
    names: names.map((name) => tidy(nameOf(name.text), name.line) || refuseEmpty(scanner, name)),
    title: tidy(titleOf(title.text), title.line),
  };
}

/** The first strings of the rest of the file, and the names given in comments, by number. */
function stringsOf(scanner: Scanner, most: number): { strings: Line[]; alternatives: Map<number, Line> } {
  const strings: Line[] = [];
  const alternatives = new Map<number, Line>();
  for (; scanner.byte !== -1; scanner.passLineEnd()) {
    const { line } = scanner;
    const text = scanner.restOfLine().trim();
    const alternative = /^#\s*ALTERNATIVE NAME (\d+):(.*)$/.exec(text);
    if (alternative) alternatives.set(Number(alternative[1]), { text: alternative[2]!, line });
    else if (text.startsWith('"')) {
      const quoted = quotedStrings(text) ?? scanner.refuse('text in quotation marks, closed on the same line');
      strings.push(...quoted.map((string) => ({ text: string, line })));
    } else {
      const plain = text.replace(/#.*$/, '').replace(/[\s,]+$/, '');
      if (plain !== '') strings.push({ text: plain, line });
    }
    strings.length = Math.min(strings.length, most);
  }
  return { strings, alternatives };
}

/** Strings in quotes, one after the other, with a comment or commas after them; null where the text is anything else. */
function quotedStrings(text: string): string[] | null {
  const string = /"((?:[^"]|""|"(?=[^\s,#"]))*)"(?=[\s,#]|$)[\s,]*/y;
  const strings: string[] = [];
  let end = 0;
  for (let found = string.exec(text); found; found = string.exec(text)) {
    strings.push(found[1]!.replaceAll('""', '"'));
    end = string.lastIndex;
  }
  return end > 0 && (end === text.length || text[end] === '#') ? strings : null;
}

/** A name may stand in quotes once more, and its party in quotes after it. */
function nameOf(text: string): string {
  const nested = quotedStrings(text);
  if (nested?.length === 1) return nested[0]!;
  if (nested?.length === 2) return withParty(nested[0]!, nested[1]!);
  const found = /^(.*\S)\s+"([^"]+)"$/.exec(text);
  return found ? withParty(found[1]!, found[2]!) : text;
}

/** `Name (Party)`, by the short form of the party where one is given: `Scottish Green Party (Grn)`. */
function withParty(name: string, party: string): string {
  return `${name} (${/\(([^()]+)\)$/.exec(party)?.[1] ?? party})`;
}

function titleOf(text: string): string {
  const nested = quotedStrings(text);
  return nested?.length === 1 ? nested[0]! : text;
}

function refuseEmpty(scanner: Scanner, { line }: Line): never {
  scanner.line = line;
  scanner.refuse('the name of a candidate, not empty text');
}
