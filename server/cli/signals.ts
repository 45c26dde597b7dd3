// Being told to stop: the first signal stops the server in order, a second one ends it at once.
import { REFUSED } from './ending.js';

/** A terminal and npm may both pass on one Ctrl-C: two signals this close together are one. */
const SAME_MS = 250;

/** Resolves at the first signal, or when the launcher that started us is gone and nobody is left to stop us. */
export function untilTold(): Promise<void> {
  return new Promise((resolve) => {
    let again = false;
    const told = () => {
      if (again) process.exit(REFUSED);
      setTimeout(() => (again = true), SAME_MS).unref();
      resolve();
    };
    process
      .on('SIGINT', told)
      .on('SIGTERM', told)
      .once('disconnect', () => resolve());
    process.channel?.unref();
    if (process.env['npm_lifecycle_event']) whenOrphaned(resolve);
  });
}

/** npm started us and is gone without a word to us (it was killed hard): nobody is left who could stop us. */
function whenOrphaned(then: () => void): void {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    then();
  }, 1_000);
  watch.unref();
}
