// Which words a deadline is told in, by how far off it is: hours today, the weekday this week, the date later.

export type Nearness = 'past' | 'soon' | 'today' | 'tomorrow' | 'week' | 'later';

const minute = 60_000;
const day = 24 * 60 * minute;

/** Days between two instants on the reader's own calendar. */
export function calendarDays(from: Date, to: Date): number {
  const midnight = (at: Date) => Date.UTC(at.getFullYear(), at.getMonth(), at.getDate());
  return Math.round((midnight(to) - midnight(from)) / day);
}

export function nearness(deadline: Date, now: Date): Nearness {
  const left = deadline.getTime() - now.getTime();
  if (left <= 0) return 'past';
  if (left < 60 * minute) return 'soon';
  const days = calendarDays(now, deadline);
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  return days < 7 ? 'week' : 'later';
}

export const minutesLeft = (deadline: Date, now: Date) =>
  Math.max(1, Math.ceil((deadline.getTime() - now.getTime()) / minute));
