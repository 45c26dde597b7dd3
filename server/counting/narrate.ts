/** Turns a sentence held as data into English. Nothing else in the counting room writes prose about a decision. */
import { citation, english, terms } from './english.js';

export interface OptionCount {
  readonly option: string;
  readonly count: number;
}
export type Value =
  string | number | readonly string[] | readonly OptionCount[] | readonly (readonly [number | null, number])[];

export type SentenceKey = keyof typeof english;

export interface Sentence {
  readonly key: SentenceKey;
  readonly values: Readonly<Record<string, Value>>;
}

export function narrate({ key, values }: Sentence): string {
  return fill('ruleBook' in values ? english[key] + citation : english[key], values);
}

function fill(pattern: string, values: Sentence['values']): string {
  return pattern.replace(/\{(\w+)\}/g, (_, name: string) => words(name, values[name]!));
}

function words(name: string, value: Value): string {
  if (typeof value === 'number') return grouped(value);
  if (typeof value === 'string') return name === 'unit' || name === 'base' ? terms[value]! : value;
  return value.map(item).join(', ');
}

function item(part: string | OptionCount | readonly [number | null, number]): string {
  if (typeof part === 'string') return part;
  if ('option' in part) return `${grouped(part.count)} ${part.option}`;
  const [upTo, votes] = part;
  return upTo === null ? `more: ${grouped(votes)}` : `up to ${grouped(upTo)}: ${grouped(votes)}`;
}

/** 17410742 as 17,410,742. */
function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}
