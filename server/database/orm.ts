// The object-relational mapper, configured once per process and database.
import { MikroORM, type Options } from '@mikro-orm/postgresql';
import { Migrator } from '@mikro-orm/migrations';
import { ReflectMetadataProvider } from '@mikro-orm/decorators/legacy';
import { migrationsList } from '../../migrations/index.js';
import { installJobs } from '../jobs/install.js';
import { entities } from './entities.js';
import { prepareNamedStatements } from './prepared.js';

export interface OrmOptions {
  url: string;
  poolSize?: number;
  /** Settings that every connection begins with, beside the usual ones. */
  session?: Record<string, string>;
}

export function ormConfig({ url, poolSize = 16, session = {} }: OrmOptions): Options {
  return {
    clientUrl: url,
    entities,
    metadataProvider: ReflectMetadataProvider,
    extensions: [Migrator],
    migrations: { migrationsList, tableName: 'migration', transactional: true, snapshot: false },
    pool: { min: 0, max: poolSize },
    driverOptions: {
      connectionTimeoutMillis: 2_000,
      statement_timeout: 30_000,
      idle_in_transaction_session_timeout: 30_000,
      application_name: 'mandate',
      onPoolCreated: prepareNamedStatements,
      options: Object.entries(session)
        .map(([name, value]) => `-c ${name}=${value}`)
        .join(' '),
    },
    forceUtcTimezone: true,
    allowGlobalContext: false,
    debug: false,
    logger: () => undefined,
  };
}

export function openOrm(options: OrmOptions): Promise<MikroORM> {
  return MikroORM.init(ormConfig(options));
}

/** Brings the database to the newest migration; safe to run at every start and by several processes. */
export async function migrate(orm: MikroORM): Promise<string[]> {
  const done = await orm.migrator.up();
  await installJobs(orm.config.get('clientUrl') as string);
  return done.map((migration) => migration.name);
}
