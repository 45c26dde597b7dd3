// Which values a message asks for, read from its ICU text: `{count}`, `{count, plural, one {# vote} other {# votes}}`.

interface Cursor {
  text: string;
  at: number;
}

const name = /[^\s,{}]+/y;
const space = /\s*/y;

function take(cursor: Cursor, pattern: RegExp): string {
  pattern.lastIndex = cursor.at;
  const found = pattern.exec(cursor.text)?.[0] ?? '';
  cursor.at += found.length;
  return found;
}

/** After the comma that follows a type: every `key {message}` of a plural or select. */
function readBranches(cursor: Cursor, names: Set<string>): void {
  while (cursor.at < cursor.text.length && cursor.text[cursor.at] !== '}') {
    if (cursor.text[cursor.at] !== '{') {
      cursor.at += 1;
      continue;
    }
    cursor.at += 1;
    readMessage(cursor, names);
    cursor.at += 1;
  }
}

function readArgument(cursor: Cursor, names: Set<string>): void {
  take(cursor, space);
  names.add(take(cursor, name));
  readBranches(cursor, names);
}

/** Reads up to the brace that closes this message, or to the end. */
function readMessage(cursor: Cursor, names: Set<string>): void {
  while (cursor.at < cursor.text.length && cursor.text[cursor.at] !== '}') {
    if (cursor.text[cursor.at] === '{') {
      cursor.at += 1;
      readArgument(cursor, names);
    }
    cursor.at += 1;
  }
}

export function placeholders(text: string): Set<string> {
  const names = new Set<string>();
  readMessage({ text, at: 0 }, names);
  return names;
}
