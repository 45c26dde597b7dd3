// How often one may try. Counted in the database, so that a restart forgets nothing and every process counts
// alike; per mail address together with the network it is tried from, and per network. Never per mail address
// alone: that would let a stranger lock somebody out.
import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { CompiledQuery } from 'kysely';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Context, Services } from '../context.js';
import { rowsOf } from '../database/database.js';
import { refuse } from '../errors.js';

const quarter = 15 * 60;
const hour = 60 * 60;

/** Tries in a span of seconds. A network may be a whole hall of people, so its number is larger. */
const bounds = {
  signIn: { account: { points: 10, duration: quarter }, network: { points: 100, duration: quarter } },
  link: { account: { points: 5, duration: hour }, network: { points: 60, duration: hour } },
  demonstration: { account: { points: 300, duration: quarter }, network: { points: 600, duration: quarter } },
} as const;
type Purpose = keyof typeof bounds;

/** Counts one try; refuses when there were too many. Runs outside the deed, whose rolling back would uncount it. */
export async function countTry(context: Context, purpose: Purpose, account: string): Promise<void> {
  const network = networkOf(context.session.address);
  await consume(context.services, purpose, 'network', network);
  await consume(context.services, purpose, 'account', `${account}/${network}`);
}

/** A try that succeeded does not count against the next ones. */
export async function forgetTries(context: Context, purpose: Purpose, account: string): Promise<void> {
  await limiter(context.services, purpose, 'account').delete(keyOf(`${account}/${networkOf(context.session.address)}`));
}

async function consume(services: Services, purpose: Purpose, whose: 'account' | 'network', key: string): Promise<void> {
  try {
    await limiter(services, purpose, whose).consume(keyOf(key));
  } catch (over) {
    if (!(over instanceof RateLimiterRes)) throw over;
    const seconds = Math.ceil(over.msBeforeNext / 1000);
    const minutes = Math.max(1, Math.ceil(seconds / 60));
    refuse('TOO_MANY_TRIES', `Too many tries. Try again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`, {
      values: { seconds, minutes },
    });
  }
}

const made = new WeakMap<Services, Map<string, RateLimiterPostgres>>();

function limiter(services: Services, purpose: Purpose, whose: 'account' | 'network'): RateLimiterPostgres {
  const mine = made.get(services) ?? new Map<string, RateLimiterPostgres>();
  made.set(services, mine);
  const keyPrefix = `${purpose}-${whose}`;
  const known = mine.get(keyPrefix);
  if (known) return known;
  const fresh = new RateLimiterPostgres({
    storeClient: overOurConnections(services),
    storeType: 'client',
    tableName: 'rate_limit',
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix,
    ...bounds[purpose][whose],
  });
  mine.set(keyPrefix, fresh);
  return fresh;
}

/** The limiter speaks to the database through the connections everything else uses. */
const overOurConnections = (services: Services) => ({
  query: async ({ text, values }: { text: string; values: unknown[] }) => {
    const { rows, numAffectedRows } = await rowsOf(services.orm.em.fork()).executeQuery(
      CompiledQuery.raw(text, values),
    );
    return { rows, rowCount: Number(numAffectedRows ?? rows.length) };
  },
});

/** Counters name nobody: neither a mail address nor a network can be read off them. */
const keyOf = (key: string) => createHash('sha256').update(key).digest('base64url');

/** One IPv4 address, or the /64 that a home or a phone is given of IPv6. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (!isIPv6(plain)) return plain;
  const [head, tail] = plain.split('::') as [string, string?];
  const left = head.split(':').filter(Boolean);
  const right = (tail ?? '').split(':').filter(Boolean);
  const groups = [
    ...left,
    ...Array<string>(tail === undefined ? 0 : 8 - left.length - right.length).fill('0'),
    ...right,
  ];
  return groups
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':');
}
