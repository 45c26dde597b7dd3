// The group `dues`: the first charging of 200,000 members beside one INSERT … SELECT of the same rows, and a Treasurer's
// payment over the API beside a bare handler that writes the same rows and checks nothing.
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { size, statements, tokenOf } from './generate.mjs';
import { median, requestsPerSecond } from './load.mjs';
import { startProcess } from './servers.mjs';

const here = import.meta.dirname;
const root = path.resolve(here, '../..');
const seconds = Number(process.env.BENCH_SECONDS ?? 4);
const rounds = Number(process.env.BENCH_ROUNDS ?? 3);
const groups = size.regions * size.groupsPerRegion;
const members = groups * size.membersPerGroup;
const built = (file) => import(path.join(root, 'dist/server', file));

export async function dues(say, tell) {
  const { startEmbedded } = await built('database/embedded.js');
  const { openOrm, migrate } = await built('database/orm.js');
  const { foundingRules } = await built('rules/defaults.js');
  const folder = path.join(root, 'data', `bench-dues-${process.pid}`);
  const database = await startEmbedded({ dataDir: folder });
  try {
    const orm = await openOrm({ url: database.url });
    await migrate(orm);
    await orm.close(true);
    say('making 200,000 members who owe from now …');
    await withClient(database.url, async (client) => {
      for (const statement of [...statements(foundingRules), ...owing]) await client.query(statement);
      await client.query('vacuum analyze');
    });
    const made = await chargeRounds(database.url, say, tell);
    await recordPayments(made, tell);
  } finally {
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The Secretary of each group keeps its books too; dues are decided, and nobody has paid. */
const owing = [
  `update membership set dues_paid_until = null, dues_brought_until = null`,
  `insert into office_term (id, person_id, body_id, office, from_date, until_date, source)
     select gen_random_uuid(), person_id, body_id, 'TREASURER', from_date, until_date, source from office_term where office = 'SECRETARY'`,
  `insert into dues_schedule (id, body_id, version, valid_from, laid_down_on, period, currency, amount, part_period)
     select gen_random_uuid(), id, 1, date_trunc('year', now()), '2020-01-01', 'YEAR', 'USD', 2800, 'WHOLE' from body where kind = 'FEDERATION'`,
  `insert into dues_split (id, body_id, version, valid_from, shares) select gen_random_uuid(), id, 1, '2020-01-01',
     '[{"level":"REGION","purpose":"","share":"1/5","until":null},{"level":"FEDERATION","purpose":"","share":"3/10","until":null}]' from body where kind = 'FEDERATION'`,
];

/** Each round on a fresh copy of the same database. Answers the address of the last one, in which all is charged. */
async function chargeRounds(url, say, tell) {
  const [mine, theirs] = [[], []];
  let copy = '';
  for (let round = 0; round < rounds; round++) {
    const name = `dues_${round}`;
    const from = new URL(url).pathname.slice(1);
    copy = Object.assign(new URL(url), { pathname: `/${name}` }).href;
    await withClient(Object.assign(new URL(url), { pathname: '/postgres' }).href, (client) =>
      client.query(`create database ${name} template ${from}`),
    );
    mine.push(await run(copy));
    theirs.push(await plain(copy));
    say(
      `charging, round ${round + 1}: ${Math.round(mine.at(-1))} ms, in one statement ${Math.round(theirs.at(-1))} ms`,
    );
  }
  const [ours, reference] = [median(mine), median(theirs)];
  tell({
    case: 'dues-run',
    ours,
    reference,
    unit: 'ms',
    ratio: reference / ours,
    note: `${members.toLocaleString('en')} members of ${groups.toLocaleString('en')} groups charged for the first time, with a transfer and a hash in each group's books and their standing; reference one INSERT … SELECT of the same charges, indexed alike`,
  });
  return copy;
}

async function run(url) {
  const [{ readEnv }, { openServices }, { makeContext }, { raiseDues }] = await Promise.all(
    ['env.js', 'services.js', 'context.js', 'dues/raiseDues.js'].map(built),
  );
  const services = await openServices(readEnv({ LOG_LEVEL: 'error' }), url, 'http://localhost:4811');
  try {
    const start = performance.now();
    const { charges } = await raiseDues(makeContext(services, { clock: true }));
    if (charges !== members) throw new Error(`${charges} were charged`);
    return performance.now() - start;
  } finally {
    await services.stop();
  }
}

const plain = (url) =>
  withClient(url, async (client) => {
    await client.query(
      'create table plain_charge (like dues_charge including defaults including constraints including indexes)',
    );
    const start = performance.now();
    const { rowCount } = await client.query(`
      insert into plain_charge
      select gen_random_uuid(), m.id, m.person_id, 'BASE', date_trunc('year', now())::date, (date_trunc('year', now()) + interval '1 year - 1 day')::date, s.id, null,
        date_trunc('year', now())::date, s.currency, s.amount, 0, m.body_id, gen_random_uuid(), m.body_id
      from membership m cross join dues_schedule s`);
    if (rowCount !== members) throw new Error(`${rowCount} rows were written`);
    return performance.now() - start;
  });

/** Every request is another member's payment, entered by the Treasurer of their group. */
async function recordPayments(url, tell) {
  const memberships = await withClient(url, async (client) => {
    const { rows } = await client.query(
      `select m.id, m.body_id as body, g.n as group from generate_series(1, ${groups}) g (n) join membership m on m.body_id = md5('group-' || g.n)::uuid
       order by row_number() over (partition by g.n order by m.id), g.n`,
    );
    await client.query('vacuum analyze');
    return rows;
  });
  const servers = [];
  try {
    const start = async (file, port, more) => {
      servers.push(await startProcess(file, { port, databaseUrl: url, ...more }));
    };
    await start(path.join(root, 'scripts/mandate.mjs'), 4811, {
      args: ['serve'],
      ready: /4811/,
      env: { LOG_LEVEL: 'error', METRICS_PORT: '0', PUBLIC_URL: 'http://localhost:4811' },
    });
    await start(path.join(here, 'references/barePayment.mjs'), 4812, { ready: /ready/ });
    const day = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
    const next = (request) => {
      let at = 0;
      return () => request(memberships[at++ % memberships.length]);
    };
    const session = (group) => tokenOf((group - 1) * ((size.membersPerGroup * size.sessions) / members) + 1);
    const query =
      'mutation ($input: RecordPaymentInput!) { recordPayment(input: $input) { ... on PaymentChanged { payment { number } } ... on Refusal { code } } }';
    const ours = {
      url: 'http://127.0.0.1:4811/graphql',
      next: next(({ id, group }) => ({
        path: '/graphql',
        headers: { 'content-type': 'application/json', cookie: `mandate=${session(group)}` },
        body: JSON.stringify({
          query,
          variables: {
            input: {
              id: randomUUID(),
              membershipId: `Membership_${id}`,
              method: 'CASH',
              amount: { amount: '28.00', currency: 'USD' },
              receivedOn: day,
            },
          },
        }),
      })),
    };
    const reference = {
      url: 'http://127.0.0.1:4812/payments',
      next: next(({ id, body, group }) => ({
        path: '/payments',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ token: session(group), id: randomUUID(), membership: id, body, amount: 2800, day }),
      })),
    };
    await requestsPerSecond({ ...ours, seconds: 1 });
    await requestsPerSecond({ ...reference, seconds: 1 });
    const [mine, theirs] = [[], []];
    for (let round = 0; round < rounds; round++) {
      mine.push(await requestsPerSecond({ ...ours, seconds }));
      theirs.push(await requestsPerSecond({ ...reference, seconds }));
    }
    const booked = await withClient(url, (client) => client.query('select count(*)::int as n from dues_payment'));
    if (booked.rows[0].n === 0) throw new Error('no payment was booked');
    const [a, b] = [median(mine), median(theirs)];
    tell({
      case: 'record-payment',
      ours: a,
      reference: b,
      unit: 'requests/s',
      ratio: a / b,
      note: 'a payment with receipt, settlement and all shares, hashed into its chain and recorded in the history; reference express and pg writing the same rows in one statement, unchecked',
    });
  } finally {
    for (const server of servers) await server.stop();
  }
}

async function withClient(url, work) {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
