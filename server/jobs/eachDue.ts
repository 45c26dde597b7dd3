// Timed work on several things: what one of them refuses, or fails at, keeps no other from its turn.
import type { Context } from '../context.js';
import { Refusal } from '../errors.js';

export async function eachDue<T>(
  { services: { log } }: Context,
  due: readonly T[],
  work: (one: T) => Promise<unknown>,
): Promise<void> {
  for (const one of due) {
    try {
      await work(one);
    } catch (error) {
      if (error instanceof Refusal) log.warn({ code: error.code, due: one }, error.message);
      else log.error({ err: error, due: one }, 'timed work failed; it will be tried again');
    }
  }
}
