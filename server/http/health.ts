// Two questions a machine asks: is the process alive, and should it be sent requests now.
import { Router } from 'express';
import { sql } from 'kysely';
import type { Services } from '../context.js';
import { rowsOf } from '../database/database.js';

export function health(services: Services, ready: { value: boolean }): Router {
  const router = Router();
  router.get('/livez', (_request, response) => void response.json({ alive: true }));
  router.get('/readyz', async (_request, response) => {
    const database = await answers(services);
    const fit = ready.value && database;
    response.status(fit ? 200 : 503).json({ ready: fit, database, stopping: !ready.value });
  });
  return router;
}

async function answers(services: Services): Promise<boolean> {
  try {
    await sql`select 1 from migration limit 1`.execute(rowsOf(services.orm.em.fork()));
    return true;
  } catch {
    return false;
  }
}
