// The least a server can do for a payment: express and pg, one prepared statement that knows the session, takes the next
// number of the group's books, and writes the payment, its transfer with six entries, the settlement and the balances.
// Nothing is judged, hashed or recorded.
import express from 'express';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 16 });
await pool.query(`
  create table if not exists bare_chain (body_id uuid primary key, number bigint not null);
  insert into bare_chain select id, 0 from body on conflict do nothing;
  create table if not exists bare_account (body_id uuid, kind text, balance bigint not null, primary key (body_id, kind));
  insert into bare_account select b.id, k, 0 from body b cross join unnest(array['CASH', 'RECEIVABLE', 'CHARGED', 'INCOME', 'REGION', 'FEDERATION']) k where b.kind = 'LOCAL_GROUP' on conflict do nothing;
  create table if not exists bare_payment (id uuid primary key, body_id uuid not null, number bigint not null, membership_id uuid not null, amount bigint not null, received_on date not null, at timestamptz not null default now(), unique (body_id, number));
  create table if not exists bare_transfer (body_id uuid, number bigint, id uuid not null, kind text not null, booked_on date not null, at timestamptz not null default now(), primary key (body_id, number));
  create table if not exists bare_entry (body_id uuid, number bigint, line int, kind text not null, amount bigint not null, primary key (body_id, number, line));
  create table if not exists bare_settlement (id uuid primary key, charge_id uuid not null, payment_id uuid not null, amount bigint not null)`);
const pay = {
  name: 'pay',
  text: `with session as (select person_id from session where token_hash = sha256(convert_to($1, 'utf8')) and expires_at > now()),
    chain as (update bare_chain set number = number + 1 from session where body_id = $4 returning number),
    lines as (select * from (values (1, 'CASH', $5::bigint), (2, 'RECEIVABLE', -$5::bigint), (3, 'CHARGED', $5::bigint), (4, 'INCOME', -$5::bigint / 2), (5, 'REGION', -$5::bigint / 5), (6, 'FEDERATION', -$5::bigint * 3 / 10)) l (line, kind, amount)),
    payment as (insert into bare_payment (id, body_id, number, membership_id, amount, received_on) select $2, $4, number, $3, $5, $6 from chain),
    transfer as (insert into bare_transfer (body_id, number, id, kind, booked_on) select $4, number, gen_random_uuid(), 'PAYMENT', $6 from chain),
    entries as (insert into bare_entry select $4, number, line, kind, amount from chain cross join lines),
    settled as (insert into bare_settlement select gen_random_uuid(), c.id, $2, $5 from dues_charge c cross join chain where c.membership_id = $3),
    balances as (update bare_account a set balance = a.balance + l.amount from lines l where a.body_id = $4 and a.kind = l.kind)
    select number from chain`,
};
const app = express();
app.use(express.json());
app.post('/payments', async (request, response) => {
  const { token, id, membership, body, amount, day } = request.body;
  const done = await pool.query({ ...pay, values: [token, id, membership, body, amount, day] });
  response.status(done.rowCount ? 200 : 403).json({ number: done.rows[0]?.number ?? null });
});
app.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('ready'));
process.on('SIGTERM', () => process.exit(0));
