// Two polls made by the server's own deeds: one of 2,000 Local Groups, counted and certified, and one of all 200,000
// members, left open for ballots.
import { createHash } from 'node:crypto';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const built = (file) => import(path.join(root, 'dist/server', file));
const uuidOf = (kind, n) =>
  createHash('md5')
    .update(`${kind}-${n}`)
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

export async function preparePolls(url, client, say) {
  const [{ readEnv }, { openServices }, { makeContext }, { openPoll }, { closePoll }, { certifyResult }] =
    await Promise.all(
      ['env.js', 'services.js', 'context.js', 'polls/openPoll.js', 'polls/closePoll.js', 'polls/certifyResult.js'].map(
        built,
      ),
    );
  const services = await openServices(readEnv({ LOG_LEVEL: 'error' }), url, 'http://localhost:4801');
  const clock = () => makeContext(services, { clock: true });
  const timed = async (what, work) => {
    const start = performance.now();
    const done = await work();
    say(`${what}: ${Math.round(performance.now() - start)} ms`);
    return done;
  };
  try {
    const { id: certified } = await timed('opening 2,000 polls over 200,000 members', () =>
      openPoll(clock(), { proposalId: uuidOf('proposal', 1) }),
    );
    const { id: open } = await timed('opening one poll of 200,000 members', () =>
      openPoll(clock(), { proposalId: uuidOf('proposal', 2) }),
    );
    await client.query(`
      insert into ballot (poll_id, id, elector, body_id, marks, cast_at)
      select r.poll_id, gen_random_uuid(), r.person_id, r.body_id, (array['FOR', 'AGAINST', 'FOR', 'AGAINST', 'ABSTAIN', 'FOR', 'AGAINST'])[1 + ('x' || left(md5(r.person_id::text || r.body_id::text), 6))::bit(24)::int % 7], now()
      from roll_entry r join poll p on p.id = r.poll_id where p.root_id = '${certified}'`);
    await client.query('analyze');
    await client.query(
      `update poll set opened_at = opened_at - interval '8 days', challenge_until = challenge_until - interval '8 days', closes_at = now() - interval '1 second' where root_id = '${certified}'`,
    );
    await timed('closing 2,000 polls', () => closePoll(clock(), { pollId: certified }));
    await timed('certifying the result', () => certifyResult(clock(), { pollId: certified }));
    await timed('putting the log in order', () => services.sequencer.settle());
    return { certified, open };
  } finally {
    await services.stop();
  }
}
