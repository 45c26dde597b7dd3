// Builds server, schema and migrations into dist/ (swc keeps the decorators' metadata).
import { execFileSync } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const swc = path.join(root, 'node_modules/@swc/cli/bin/swc.js');
execFileSync(process.execPath, [swc, 'server', 'schema', 'migrations', '-d', 'dist', '--quiet'], {
  cwd: root,
  stdio: 'inherit',
});
