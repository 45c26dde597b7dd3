// The environment this process was given, read once, typed and validated. Nothing else reads process.env.
import { z } from 'zod';

const flag = z.enum(['true', 'false', '1', '0', '']).transform((word) => word === 'true' || word === '1');

const schema = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('production'),
  /** Any PostgreSQL 15 or later. Unset: the embedded one is started in DATA_DIR. */
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')
    .optional(),
  DATA_DIR: z.string().min(1).default('data'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(4000),
  /** Where people reach the server; absolute links and the Origin check rest on it. */
  PUBLIC_URL: z.url().optional(),
  /** Loads the demonstration federation into an empty database and lets anyone sign in as its people. */
  DEMO: flag.optional(),
  /** smtp://… or smtps://…; unset: mail is kept in a readable local outbox (never in production with real people). */
  MAIL_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must begin with smtp:// or smtps://')
    .optional(),
  /** 32 bytes in base64: seals what bodies entrust to the server. Unset: a key of its own is kept in DATA_DIR. */
  SECRETS_KEY: z
    .string()
    .refine((text) => Buffer.from(text, 'base64').length === 32, 'must be 32 bytes in base64 (openssl rand -base64 32)')
    .optional(),
  /** Another address that speaks Stripe's protocol, for trying card payments out; unset: Stripe's own. */
  STRIPE_URL: z.url().optional(),
  MAIL_FROM: z.string().default('Mandate <no-reply@localhost>'),
  INTROSPECTION: flag.default(false),
  METRICS_PORT: z.coerce.number().int().min(0).max(65535).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  /** How many proxies in front set X-Forwarded-For. */
  TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
  POOL_SIZE: z.coerce.number().int().min(2).max(200).default(16),
});

export type Env = z.infer<typeof schema>;

export class BadEnvironment extends Error {}

/** Reads the environment; throws BadEnvironment with one line per wrong variable, never printing a value. */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  const known = Object.fromEntries(
    Object.entries(source).filter(([key, value]) => key in schema.shape && value !== ''),
  );
  const read = schema.safeParse(known);
  if (read.success) return read.data;
  throw new BadEnvironment(read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'));
}
