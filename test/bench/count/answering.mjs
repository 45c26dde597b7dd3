// A process that is asked, again and again, for the milliseconds of one kind of work.

/** `work` by name; who are the winners, and how much memory was ever held, may be asked as well. */
export function answer(work, winners) {
  process.on('message', (mode) => {
    globalThis.gc();
    if (mode === 'winners') return process.send(winners());
    if (mode === 'memory') return process.send(Math.round(process.resourceUsage().maxRSS / 1024));
    const { prepare = () => undefined, run } = work[mode];
    const made = prepare();
    const start = performance.now();
    run(made);
    process.send(performance.now() - start);
  });
}
