// Statements that must hold whatever anyone does; when one fails the program stops rather than go on wrong.

export class BrokenInvariant extends Error {}

export function assert(holds: unknown, sentence: string): asserts holds {
  if (!holds) throw new BrokenInvariant(sentence);
}

/** The value, which must be there by the logic of the program (not by the goodwill of a caller). */
export function present<T>(value: T | null | undefined, what: string): T {
  assert(value !== null && value !== undefined, `${what} is missing`);
  return value;
}

/** For the default branch of a switch over all members of a union. */
export function impossible(value: never): never {
  throw new BrokenInvariant(`unexpected ${JSON.stringify(value)}`);
}
