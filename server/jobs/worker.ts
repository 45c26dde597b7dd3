// The worker of this process: it takes timed work from the queue, two pieces at once. One connection of its own
// listens for new work, two more fetch it, so that a burst of mails never keeps a ballot waiting for one.
import { Logger, parseCronItems, run, type Runner } from 'graphile-worker';
import type { Services } from '../context.js';
import { jobPool } from './pool.js';
import { taskList } from './tasks.js';

export async function startWorker(services: Services): Promise<{ stop(): Promise<void> }> {
  const url = services.orm.config.get('clientUrl') as string;
  const pool = jobPool(url, 'mandate worker', (error) =>
    services.log.warn({ err: error }, 'the worker lost a connection'),
  );
  const runner: Runner = await run({
    pgPool: pool,
    concurrency: 2,
    noHandleSignals: true,
    noPreparedStatements: true,
    pollInterval: 1_000,
    taskList: taskList(services),
    parsedCronItems: parseCronItems([
      {
        task: 'sweep',
        match: '* * * * *',
        identifier: 'sweep',
        options: { backfillPeriod: 0, maxAttempts: 1, jobKey: 'sweep' },
      },
      {
        task: 'keepDues',
        match: '7 * * * *',
        identifier: 'keepDues',
        options: { backfillPeriod: 0, maxAttempts: 1, jobKey: 'keepDues' },
      },
    ]),
    logger: quietly(services),
  });
  const ended = runner.promise.catch((error: unknown) => services.log.error({ err: error }, 'the worker stopped'));
  return {
    async stop() {
      await runner.stop().catch(() => undefined);
      await ended;
      await pool.end();
    },
  };
}

/** The queue speaks through our log, without the payloads (a mail's text is nobody's business). */
function quietly({ log }: Services): Logger {
  return new Logger(() => (level, message) => {
    if (level === 'error') log.error(message);
    else if (level === 'warning') log.warn(message);
    else log.debug(message);
  });
}
