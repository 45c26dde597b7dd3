// The project needs Node 22.17 or later and brings one along (the package `node`). Older ones hand over to it.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

export function isRecent() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 17);
}

/** Runs the script again under the project's own Node, and ends as it ends. */
export function runAgain(root, script, args) {
  const node = join(root, 'node_modules/node/bin/node');
  if (!existsSync(node)) {
    console.error('mandate: Node 22.17 or later is needed; `npm ci` in the folder of the project brings one along');
    process.exitCode = 1;
    return;
  }
  // The channel tells the child when this process is gone, however it went.
  const child = spawn(node, [script, ...args], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(signal === null ? code : 1));
}
