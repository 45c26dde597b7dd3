// The least a server can do for a ballot: express and pg, one prepared statement that knows the session and the
// roll and keeps one ballot for each elector. No history, no receipt, no closing order.
import express from 'express';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 16 });
await pool.query(
  `create table if not exists bare_ballot (poll_id uuid, person_id uuid, choice text not null, at timestamptz not null default now(), primary key (poll_id, person_id))`,
);
const cast = {
  name: 'cast',
  text: `insert into bare_ballot (poll_id, person_id, choice)
    select p.id, r.person_id, $3 from session s join roll_entry r on r.person_id = s.person_id and r.poll_id = $2 join poll p on p.id = r.poll_id
    where s.token_hash = sha256(convert_to($1, 'utf8')) and s.expires_at > now() and p.state = 'OPEN' and p.closes_at > now() and $3 = any (p.options)
    on conflict (poll_id, person_id) do update set choice = excluded.choice, at = now() returning at`,
};
const app = express();
app.use(express.json());
app.post('/ballots', async (request, response) => {
  const { token, poll, choice } = request.body;
  const done = await pool.query({ ...cast, values: [token, poll, choice] });
  response.status(done.rowCount ? 200 : 403).json({ at: done.rows[0]?.at ?? null });
});
app.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('ready'));
process.on('SIGTERM', () => process.exit(0));
