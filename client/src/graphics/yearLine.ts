/** One horizontal line of time with its marks in place and today on it; pure, so that it can be tested. */
import { spread } from './labels';
export interface Moment {
  key: string;
  at: Date;
}
export interface Mark extends Moment {
  x: number;
  past: boolean;
  /** Its number in the list under the line. */
  number: number;
  /** Where its number stands, moved aside where two marks would cover each other. */
  labelX: number;
}
export interface YearLine {
  marks: Mark[];
  /** Null where today lies outside the line. */
  today: number | null;
  from: Date;
  to: Date;
}

export function layYearLine(moments: readonly Moment[], now: Date, width: number, pitch: number): YearLine | null {
  const sorted = [...moments].sort((a, b) => a.at.getTime() - b.at.getTime());
  const first = sorted[0];
  const last = sorted.at(-1);
  if (!first || !last) return null;
  const from = first.at.getTime();
  const to = last.at.getTime();
  const inset = pitch / 2;
  const place = (time: number) =>
    to === from ? width / 2 : inset + ((time - from) / (to - from)) * (width - 2 * inset);
  const wishes = sorted.map(({ at }) => place(at.getTime()));
  const labels = spreadEvenly(wishes, pitch, width);
  const inside = now.getTime() >= from && now.getTime() <= to;
  return {
    marks: sorted.map((moment, index) => ({
      ...moment,
      x: wishes[index] ?? 0,
      labelX: labels[index] ?? 0,
      past: moment.at.getTime() <= now.getTime(),
      number: index + 1,
    })),
    today: inside ? place(now.getTime()) : null,
    from: first.at,
    to: new Date(to),
  };
}

function spreadEvenly(wishes: readonly number[], pitch: number, width: number): number[] {
  return spread(wishes, Math.min(pitch, width / Math.max(1, wishes.length)), 0, width) ?? [...wishes];
}
