// The database goes away and comes back: people are told so, nothing leaks, and the server recovers by itself.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { found, type Founded } from '../../support/founding.js';
import { newKey, openWorld, type World } from '../../support/world.js';

let world: World;
let f: Founded;
beforeAll(async () => {
  world = await openWorld({ POOL_SIZE: '4' });
  f = await found(world);
  await submit();
});
afterAll(() => world.close());

/** Cuts every connection of the server to its database, as a restart of PostgreSQL does. */
async function cut(): Promise<void> {
  const client = new pg.Client({ connectionString: world.databaseUrl });
  await client.connect();
  await client.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  );
  await client.end();
}

const submit = () =>
  world.ask(
    'mutation ($input: SubmitProposalInput!) { submitProposal(input: $input) { __typename } }',
    {
      input: { id: newKey(), bodyId: `Body_${f.bodies.alder}`, title: 'A motion', text: 'That we go on.' },
    },
    f.people['abe']!,
  );

test('connections cut in the middle of deeds are given back: forty cuts later every deed is still done', async () => {
  for (let round = 0; round < 10; round++) {
    const deeds = [submit(), submit(), submit(), submit()];
    await new Promise((resolve) => setTimeout(resolve, round));
    await cut();
    for (const { status, data, errors } of await Promise.all(deeds)) {
      if (status === 200) expect(data.submitProposal.__typename).toBe('ProposalChanged');
      else expect([status, errors?.[0]?.extensions.code]).toEqual([503, 'UNAVAILABLE']);
    }
  }
  const after = await Promise.all([submit(), submit(), submit(), submit()]);
  expect(after.map(({ data }) => data?.submitProposal.__typename)).toEqual(Array(4).fill('ProposalChanged'));
});

test('a file that is not there is 404, not an absent database', async () => {
  const response = await fetch(`${world.url}/assets/index-of-another-day.js`);
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
});
