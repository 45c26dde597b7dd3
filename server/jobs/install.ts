// The queue's own tables, brought to their newest version beside ours. Several processes may start at once.
import { runMigrations } from 'graphile-worker';
import { jobPool } from './pool.js';

export async function installJobs(url: string): Promise<void> {
  const pool = jobPool(url, 'mandate', () => undefined);
  try {
    await runMigrations({ pgPool: pool });
  } finally {
    await pool.end();
  }
}
