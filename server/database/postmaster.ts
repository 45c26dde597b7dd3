// The PostgreSQL process itself: launched, found again, watched over and stopped.
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { program, type Place } from './postgresPrograms.js';

export interface Postmaster {
  readonly port: number;
  ended(): boolean;
  /** What it said last, for the sentence about a failed start. */
  lastLines(): string;
  /** A fast, clean shutdown: PostgreSQL ends its sessions, writes everything down and leaves. */
  stop(): Promise<void>;
}

/** The server that still holds this folder, after a hard kill of the process that started it; or null. */
export function holderOf(cluster: string): Postmaster | null {
  const file = path.join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const [pid = '', , , port = ''] = readFileSync(file, 'utf8').split('\n');
  if (!isPostgres(Number(pid))) {
    // The machine (or container) was restarted and the number belongs to another process now.
    rmSync(file, { force: true });
    return null;
  }
  return {
    port: Number(port),
    ended: () => !isAlive(Number(pid)),
    lastLines: () => 'it is the server of an earlier start',
    stop: async () => {
      if (isAlive(Number(pid))) process.kill(Number(pid), 'SIGINT');
      for (let attempt = 0; attempt < 200 && isAlive(Number(pid)); attempt++)
        await new Promise((resolve) => setTimeout(resolve, 50));
    },
  };
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function isPostgres(pid: number): boolean {
  if (!(pid > 0) || !isAlive(pid)) return false;
  const name = `/proc/${pid}/comm`;
  return !existsSync(name) || readFileSync(name, 'utf8').startsWith('postgres');
}

/** Starts PostgreSQL, and starts it again whenever it ends without having been asked to. */
export function launch(place: Place, port: number, settings: string[]): Postmaster {
  const lines: string[] = [];
  let wanted = true;
  let everReady = false;
  let child: ChildProcess;
  const start = () => {
    child = spawnServer(place, port, settings, lines);
    const born = process.hrtime.bigint();
    child.once('exit', () => {
      everReady ||= process.hrtime.bigint() - born > 3_000_000_000n;
      if (wanted && everReady) setTimeout(() => wanted && start(), 500).unref();
    });
  };
  start();
  return {
    port,
    ended: () => !everReady && gone(child),
    lastLines: () => lines.join('').trim(),
    stop: () => {
      wanted = false;
      return new Promise((resolve) => {
        if (gone(child)) return resolve();
        // Until now it did not keep us running; we leave after it.
        child.ref();
        child.once('exit', () => resolve());
        child.kill('SIGINT');
      });
    },
  };
}

const gone = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;

function spawnServer(
  { native, cluster, account }: Place,
  port: number,
  settings: string[],
  lines: string[],
): ChildProcess {
  const fixed = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=120',
    'shared_buffers=128MB',
  ];
  const child = spawn(
    program(native, 'postgres'),
    ['-D', cluster, ...[...fixed, ...settings].flatMap((setting) => ['-c', setting])],
    {
      ...account,
      cwd: path.dirname(cluster),
      // A group of its own, so that Ctrl-C in the terminal reaches us first and the database is stopped last.
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  child.on('error', (error) => void lines.push(error.message));
  child.stderr?.on('data', (chunk: Buffer) => {
    lines.push(chunk.toString());
    if (lines.length > 20) lines.shift();
  });
  child.unref();
  (child.stderr as unknown as { unref?: () => void } | null)?.unref?.();
  return child;
}
