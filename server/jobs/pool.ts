// A few connections of the queue's own. A connection that breaks is logged and replaced, it never ends the process.
import pg from 'pg';

export function jobPool(url: string, name: string, broken: (error: Error) => void): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: 3, connectionTimeoutMillis: 5_000, application_name: name });
  pool.on('error', broken);
  pool.on('connect', (client) => void client.on('error', broken));
  return pool;
}
