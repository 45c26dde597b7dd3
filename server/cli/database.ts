// Work at the command line on the deployment's database: opened, used, closed, and the embedded server stopped
// again unless a running Mandate owns it.
import type { Database } from '../database/database.js';
import { readEnv, type Env } from '../env.js';
import type { RunningServices } from '../services.js';

export interface Opened {
  services: RunningServices;
  db: Database;
  where: string;
}

export async function withDatabase<Answer>(
  work: (opened: Opened) => Promise<Answer>,
  settings: NodeJS.ProcessEnv = {},
): Promise<Answer> {
  const env: Env = readEnv({ ...process.env, ...settings });
  // Loaded here, so that what needs no database starts at once.
  const { openDeployment } = await import('../database/deployment.js');
  const { rowsOf } = await import('../database/database.js');
  const { openServices } = await import('../services.js');
  const { pino } = await import('pino');
  const database = await openDeployment(env);
  const interrupted = () => void database.stop().finally(() => process.exit(130));
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  try {
    // Standard output belongs to the answer; what goes wrong in the background is logged beside it.
    const services = await openServices(
      env,
      database.url,
      env.PUBLIC_URL ?? `http://localhost:${env.PORT}`,
      pino({ level: 'warn' }, pino.destination(2)),
    );
    try {
      return await work({ services, db: rowsOf(services.orm.em.fork()), where: database.where });
    } finally {
      await services.stop();
    }
  } finally {
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
    await database.stop();
  }
}
