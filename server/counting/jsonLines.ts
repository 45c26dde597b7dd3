/**
 * Where each value of a JSON text stands, by path, so that a complaint can name the line; and the first key written twice in
 * one object, which a JSON parser would pass over in silence. The text is already known to be JSON.
 */
import { writeStep } from './decisionFileError.js';

export interface Located {
  readonly lines: ReadonlyMap<string, number>;
  readonly repeated: string | null;
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|\n|[^\s{}[\],:"]+/g;

/** An object or list being read: its path, the keys met in it, or null for a list, and the step at which we stand. */
interface Level {
  readonly path: string;
  readonly keys: Set<string> | null;
  step: string | number;
  awaitsKey: boolean;
}

export function locate(text: string): Located {
  const lines = new Map<string, number>();
  const levels: Level[] = [];
  let line = 1;
  let repeated: string | null = null;
  for (const [token] of text.matchAll(TOKEN)) {
    const level = levels.at(-1);
    const here = () => (level ? writeStep(level.path, level.step) : '');
    if (token === '\n') line += 1;
    else if (token === '}' || token === ']') levels.pop();
    else if (token === ',') nextPlace(level!);
    else if (token === ':') level!.awaitsKey = false;
    else if (level?.awaitsKey) {
      level.step = JSON.parse(token) as string;
      if (level.keys!.has(level.step)) repeated ??= here();
      level.keys!.add(level.step);
    } else {
      const path = here();
      lines.set(path, line);
      if (token === '{') levels.push({ path, keys: new Set(), step: '', awaitsKey: true });
      if (token === '[') levels.push({ path, keys: null, step: 0, awaitsKey: false });
    }
  }
  return { lines, repeated };
}

function nextPlace(level: Level): void {
  if (typeof level.step === 'number') level.step += 1;
  else level.awaitsKey = true;
}

/** The line of a value, or of the nearest thing around it where it is missing. */
export function lineOf(text: string, path: string): number {
  if (path === '') return 1;
  const { lines } = locate(text);
  const around = [...lines.keys()].filter((place) => place === path || /^[.[]/.test(path.slice(place.length)));
  const nearest = around.filter((place) => path.startsWith(place)).reduce((a, b) => (b.length > a.length ? b : a), '');
  return lines.get(nearest) ?? 1;
}

/** Engines tell a line, or a position, or neither; then it is the first word that is no JSON, or the end. */
export function lineOfSyntaxError(message: string, text: string): number {
  const line = /line (\d+)/.exec(message);
  if (line) return Number(line[1]);
  const position = /position (\d+)/.exec(message);
  const at = position ? Number(position[1]) : firstStranger(text);
  return text.slice(0, at).split('\n').length;
}

function firstStranger(text: string): number {
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    if (!'{}[],:\n'.includes(token) && !isJson(token)) return index;
  }
  return text.length;
}

function isJson(token: string): boolean {
  try {
    JSON.parse(token);
    return true;
  } catch {
    return false;
  }
}
