/** Turns a sentence about a count, held as data, into English. */
import { english } from './english.js';

/** So many votes, in units of 10^-decimals of one. */
export interface Votes {
  readonly units: number;
  readonly decimals: number;
}
export type Value = string | number | readonly string[] | Votes;

export type SentenceKey = keyof typeof english;

export interface Sentence {
  readonly key: SentenceKey;
  readonly values: Readonly<Record<string, Value>>;
}

export function narrate({ key, values }: Sentence): string {
  return english[key].replace(/\{(\w+)\}/g, (_, name: string) => words(values[name]!));
}

function words(value: Value): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return value.toLocaleString('en');
  if ('units' in value) return figure(value);
  return value.length < 2 ? value.join() : `${value.slice(0, -1).join(', ')} and ${value.at(-1)!}`;
}

/** 123456700000 units of 10^-5 as 1,234,567; 24000 of them as 0.24. */
export function figure({ units, decimals }: Votes): string {
  const whole = Math.floor(units / 10 ** decimals);
  const rest = String(units % 10 ** decimals)
    .padStart(decimals, '0')
    .replace(/0+$/, '');
  return whole.toLocaleString('en') + (decimals > 0 && rest ? `.${rest}` : '');
}
