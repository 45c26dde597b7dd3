// The run is over: its PostgreSQL stops and its folder goes.
import { rmSync } from 'node:fs';

export default async function tearDown() {
  const server = globalThis.__mandateTestServer;
  await server?.stop();
  if (server) rmSync(server.folder, { recursive: true, force: true });
}
