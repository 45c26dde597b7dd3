// Once a run: one real PostgreSQL and one migrated database in it, from which every test file gets a copy.
import path from 'node:path';
import { build } from '../../scripts/build.mjs';

const root = path.resolve(import.meta.dirname, '../..');

export default async function setUp() {
  if (!build()) throw new Error('the server and the web page must build before they are tested');
  const folder = path.join(root, 'data', `test-${process.pid}`);
  const { startEmbedded } = await import(path.join(root, 'dist/server/database/embedded.js'));
  const { openOrm, migrate } = await import(path.join(root, 'dist/server/database/orm.js'));
  const server = process.env.TEST_DATABASE_URL
    ? { url: process.env.TEST_DATABASE_URL, stop: async () => undefined }
    : await startEmbedded({
        dataDir: folder,
        settings: ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'],
      });
  const template = new URL(server.url);
  const orm = await openOrm({ url: template.href, poolSize: 2 });
  await migrate(orm);
  await orm.close(true);
  process.env.MANDATE_TEST_SERVER = server.url;
  globalThis.__mandateTestServer = { stop: server.stop, folder };
}
