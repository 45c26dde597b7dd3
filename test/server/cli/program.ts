// The command line as anybody starts it: a program of its own, with its output and its way of ending.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

const script = path.resolve(import.meta.dirname, '../../../scripts/mandate.mjs');

export interface Ended {
  code: number | null;
  out: string;
  err: string;
}

export interface Running {
  child: ChildProcess;
  ended: Promise<Ended>;
  /** Resolves with what was written once this stands in it. */
  says(text: string): Promise<string>;
}

export function start(words: string[], env: Record<string, string> = {}): Running {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [script, ...words], {
    env: { PATH, HOME, LOG_LEVEL: 'silent', METRICS_PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  const ended = new Promise<Ended>((resolve) => child.once('close', (code) => resolve({ code, out, err })));
  child.stderr!.on('data', (chunk: Buffer) => void (err += chunk.toString()));
  child.stdout!.on('data', (chunk: Buffer) => void (out += chunk.toString()));
  const says = async (text: string) => {
    while (!out.includes(text)) {
      await Promise.race([new Promise((resolve) => child.stdout!.once('data', resolve)), ended]);
      if (child.exitCode !== null && !out.includes(text)) throw new Error(`ended without saying ${text}: ${out}${err}`);
    }
    return out;
  };
  return { child, ended, says };
}

export const run = (words: string[], env?: Record<string, string>): Promise<Ended> => start(words, env).ended;

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

const made: string[] = [];
export function emptyFolder(): string {
  const place = mkdtempSync(path.join(tmpdir(), 'mandate-cli-'));
  made.push(place);
  return place;
}
export const tidyFolders = () => made.splice(0).forEach((place) => rmSync(place, { recursive: true, force: true }));
