// Starts and stops the servers under measurement as processes of their own on loopback ports.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

export async function startProcess(file, { port, databaseUrl, args = [], env = {}, ready }) {
  const child = spawn(process.execPath, [file, ...args], {
    env: { ...process.env, NODE_ENV: 'production', DATABASE_URL: databaseUrl, PORT: String(port), ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk) => ready.test(chunk.toString()) && resolve());
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code} before it listened`)));
  });
  return {
    port,
    /** Most memory it ever held, in MB (the kernel's own figure). */
    peakMegabytes: () =>
      Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024),
    stop: () =>
      new Promise((resolve) => {
        child.removeAllListeners('exit');
        child.once('exit', resolve);
        child.kill('SIGTERM');
      }),
  };
}
