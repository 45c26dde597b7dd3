// An answer that must not tell whether somebody is known here must not tell it by its speed either.
import { setTimeout as wait } from 'node:timers/promises';

/** Enough for the longer of the two ways through, so that both end when the time is over. */
const milliseconds = 250;

/** Does the work and answers when the time is over, not before. A refusal waits as well. */
export async function inEqualTime<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  const [done] = await Promise.allSettled([work(), wait(milliseconds)]);
  if (done.status === 'rejected') throw done.reason;
  return done.value;
}
