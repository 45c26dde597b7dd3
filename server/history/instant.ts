/** Times in the history: UTC, whole seconds, one spelling (RFC 3339 as `2031-07-04T12:00:00Z`). */
const FORM = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;

export function isInstant(value: unknown): value is string {
  if (typeof value !== 'string' || !FORM.test(value)) return false;
  const time = Date.parse(value);
  return !Number.isNaN(time) && atSecond(new Date(time)) === value;
}

export function atSecond(time: Date): string {
  return `${time.toISOString().slice(0, 19)}Z`;
}

/** A confidential ballot is recorded to the minute, so that the record does not tell who was at the keyboard. */
export function atMinute(time: Date): string {
  return `${minuteOf(atSecond(time))}:00Z`;
}

/** `2031-07-04T12:00`; such texts order as the minutes they name. */
export function minuteOf(at: string): string {
  return at.slice(0, 16);
}
