// What a process holds for as long as it lives: the database, the log's sequencer, the mailer.
import type { Logger } from 'pino';
import type { Services } from './context.js';
import { rowsOf } from './database/database.js';
import { openOrm } from './database/orm.js';
import type { Env } from './env.js';
import { openSigner, Sequencer } from './history/log.js';
import { makeLog } from './log.js';
import { makeMailer } from './notices/mailer.js';
import { openSeal } from './seal.js';

export interface RunningServices extends Services {
  sequencer: Sequencer;
  stop(): Promise<void>;
}

/** Opens everything on a database that is already migrated. */
export async function openServices(
  env: Env,
  url: string,
  publicUrl: string,
  log: Logger = makeLog(env),
  session: Record<string, string> = {},
): Promise<RunningServices> {
  const orm = await openOrm({ url, poolSize: env.POOL_SIZE, session });
  const db = rowsOf(orm.em.fork());
  const signer = await openSigner(db, `${new URL(publicUrl).host}/mandate`);
  const sequencer = new Sequencer(db, signer, log);
  const services: RunningServices = {
    orm,
    env,
    log,
    publicUrl,
    sequencer,
    seal: openSeal(env),
    mailer: makeMailer(env, db),
    async stop() {
      await sequencer.stop();
      await orm.close(true);
    },
  };
  return services;
}
