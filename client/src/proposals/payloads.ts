/** What a motion of a typed kind carries besides its text, read with care: a payload is data from outside. */
import type { ClauseText } from './clauseChanges';

export interface PlatformPayload {
  clauses: ClauseText[];
  reacceptDays: number | null;
}

export function platformPayload(payload: Record<string, unknown>): PlatformPayload {
  const clauses = Array.isArray(payload.clauses) ? payload.clauses : [];
  return {
    clauses: clauses.map((each: unknown) => {
      const clause = (each ?? {}) as Record<string, unknown>;
      const word = (name: string) => (typeof clause[name] === 'string' ? clause[name] : '');
      return { key: word('key'), kind: word('kind'), heading: word('heading'), text: word('text') };
    }),
    reacceptDays: typeof payload.reacceptDays === 'number' ? payload.reacceptDays : null,
  };
}

export function rulesPayload(payload: Record<string, unknown>): Record<string, unknown> {
  return typeof payload.rules === 'object' && payload.rules !== null ? (payload.rules as Record<string, unknown>) : {};
}

export function bodyPayload(payload: Record<string, unknown>): string | null {
  return typeof payload.bodyId === 'string' ? payload.bodyId : null;
}

/** The lines of two rule texts that differ, section by section, as indented JSON. */
export function sectionsChanged(now: Record<string, unknown>, then: Record<string, unknown>) {
  return Object.keys(then).map((key) => {
    const before = now[key] === undefined ? '' : JSON.stringify(now[key], null, 2);
    const after = JSON.stringify(then[key], null, 2);
    return { key, before, after, same: before === after };
  });
}
