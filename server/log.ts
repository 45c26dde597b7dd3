// What the process writes down about itself. Never a name, an address, a token, or what stood in a row.
import { pino, type Logger } from 'pino';
import type { Env } from './env.js';

export const makeLog = (env: Env): Logger =>
  pino({
    level: env.LOG_LEVEL,
    base: null,
    serializers: { err: describe, error: describe },
    redact: { paths: ['*.password', '*.token', '*.email', '*.cookie'], censor: '[hidden]' },
  });

/** An error of the database is told by its code and where it arose: its own words may quote a row. */
function describe(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, constraint, table } = error as { code?: unknown; constraint?: unknown; table?: unknown };
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12);
  const ofDatabase = typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code);
  return {
    type: error.name,
    ...(code !== undefined && { code, constraint, table }),
    ...(!ofDatabase && { message: withoutAddresses(error.message) }),
    stack: frames,
  };
}

const withoutAddresses = (text: string) => text.replace(/[^\s<>"'(),]+@[^\s<>"'(),]+/g, '[address]').slice(0, 500);
