// What the database itself refuses, whatever code stands above it: tried in plain SQL.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { found, type Founded } from '../../support/founding.js';
import { debated } from '../../support/motions.js';
import { openWorld, type World } from '../../support/world.js';

let world: World;
let f: Founded;
let proposal: string;
let poll: string;
beforeAll(async () => {
  world = await openWorld();
  f = await found(world);
  const motion = await debated(world, f.bodies.federation, f.people['abe']!, f.people['bob']!);
  proposal = motion['id'].slice('Proposal_'.length);
  poll = randomUUID();
  await world.db.transaction().execute(async (tx) => {
    await tx
      .insertInto('poll')
      .values({
        id: poll,
        proposal_id: null,
        root_id: poll,
        parent_id: null,
        body_id: f.bodies.alder,
        voting: 'MEMBERS',
        options: ['FOR', 'AGAINST', 'ABSTAIN'],
        secret: false,
        state: 'OPEN',
        closes_at: new Date(Date.now() + 3_600_000),
        challenge_until: new Date(Date.now() + 3_600_000),
        rule: '{}',
        rule_book_id: f.ruleBookId,
        rule_section: 'decisions.DEFAULT',
        roll_count: 1,
      } as never)
      .execute();
    await tx
      .insertInto('roll_entry')
      .values({ poll_id: poll, person_id: f.people['abe']!, body_id: f.bodies.alder })
      .execute();
  });
});
afterAll(() => world.close());

const refusal = (statement: Promise<unknown>) =>
  statement.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  );
const run = (text: string) => refusal(sql.raw(text).execute(world.db));
const ballot = (person: string, body = f.bodies.alder) =>
  run(
    `insert into ballot (poll_id, id, elector, body_id, marks, cast_at) values ('${poll}', gen_random_uuid(), '${person}', '${body}', 'FOR', now())`,
  );

test('a ballot says what its poll offers, and is of a poll there is', async () => {
  const marked = (of: string, marks: string) =>
    run(
      `insert into ballot (poll_id, id, elector, body_id, marks, cast_at) values ('${of}', gen_random_uuid(), '${f.people['abe']}', '${f.bodies.alder}', '${marks}', now())`,
    );
  expect(await marked(poll, 'PERHAPS')).toBe('MD013');
  expect(await marked(randomUUID(), 'FOR')).toBe('MD011');
});

test('of many ballots in one statement, one that is not of the roll refuses them all', async () => {
  const both = [f.people['abe'], f.people['amy']].map(
    (person) => `('${poll}', gen_random_uuid(), '${person}', '${f.bodies.alder}', 'FOR', now())`,
  );
  expect(
    await run(`insert into ballot (poll_id, id, elector, body_id, marks, cast_at) values ${both.join(', ')}`),
  ).toBe('MD016');
});

test('a ballot comes from the roll, and from the body for which the person stands on it', async () => {
  expect(await ballot(f.people['amy']!)).toBe('MD016');
  expect(await ballot(f.people['abe']!, f.bodies.birch)).toBe('MD016');
  expect(await ballot(f.people['abe']!)).toBe('done');
});

test('an elector has one ballot that stands', async () => expect(await ballot(f.people['abe']!)).toBe('23505'));

test('a frozen roll neither grows nor shrinks nor changes', async () => {
  expect(await run(`insert into roll_entry values ('${poll}', '${f.people['amy']}', '${f.bodies.alder}')`)).toBe(
    'MD017',
  );
  expect(await run(`delete from roll_entry where poll_id = '${poll}'`)).toBe('MD017');
  expect(await run(`update roll_entry set body_id = '${f.bodies.birch}' where poll_id = '${poll}'`)).toBe('MD001');
});

test('a result belongs to a poll that has closed', async () => {
  expect(
    await run(
      `insert into result (poll_id, outcome, decision_file, decision, decision_hash) values ('${poll}', 'CARRIED', '{}', '{}', sha256('x'))`,
    ),
  ).toBe('MD018');
});

test('a submitted motion stays the motion of who moved it, in the body it was moved in', async () => {
  expect(await run(`update proposal set body_id = '${f.bodies.alder}' where id = '${proposal}'`)).toBe('MD008');
  expect(await run(`update proposal set author_id = '${f.people['amy']}' where id = '${proposal}'`)).toBe('MD008');
  expect(await run(`update proposal set state = 'CARRIED' where id = '${proposal}'`)).toBe('MD007');
});

test('an adopted platform keeps its clauses, and only the Federation has one', async () => {
  expect(
    await run(
      `insert into platform_clause values ('${f.platformVersionId}', 'more', 'DECLARATION', 9, 'More', 'Much more.')`,
    ),
  ).toBe('MD001');
  expect(
    await run(`insert into platform_version (id, body_id, number) values (gen_random_uuid(), '${f.bodies.alder}', 1)`),
  ).toBe('MD009');
});

test('a body keeps its kind, and changes its state by a decision alone', async () => {
  expect(await run(`update body set kind = 'LOCAL_GROUP' where id = '${f.bodies.north}'`)).toBe('MD002');
  expect(await run(`update body set state = 'DISSOLVED' where id = '${f.bodies.alder}'`)).toBe('MD009');
});

test('a record leaves the queue only for its place in the log', async () => {
  const id = randomUUID();
  await run(`insert into history_record (id, type, body) values ('${id}', 'deed', '{}')`);
  expect(await run(`with q as (insert into history_pending (record_id) values ('${id}')) select 1`)).toBe('done');
  expect(await run(`delete from history_pending where record_id = '${id}'`)).toBe('MD001');
});

test('what waits for its number and what has one is a record, and keeps its name', async () => {
  const notThere = randomUUID();
  expect(await run(`insert into history_pending (record_id) values ('${notThere}')`)).toBe('23503');
  expect(
    await run(
      `insert into history_leaf (seq, record_id, data, hash) values (1000000, '${notThere}', '{}', sha256('x'))`,
    ),
  ).toBe('23503');
  const id = randomUUID();
  await run(`insert into history_record (id, type, body) values ('${id}', 'deed', '{}')`);
  await run(`insert into history_pending (record_id) values ('${id}')`);
  expect(await run(`update history_pending set record_id = '${notThere}' where record_id = '${id}'`)).toBe('MD001');
});

test('a poll and a body are never deleted: ballots and rolls point to them', async () => {
  expect(await run(`delete from poll where id = '${poll}'`)).toBe('MD001');
  expect(await run(`delete from body where id = '${f.bodies.birch}'`)).toBe('MD001');
});

test.each(['ballot', 'result', 'membership', 'rule_book', 'acceptance', 'proposal', 'body'])(
  '%s cannot be emptied in one stroke',
  async (table) => {
    expect(await run(`truncate ${table} cascade`)).toBe('MD001');
  },
);

test('two bodies moved at once do not end up below each other', async () => {
  const move = (body: string, below: string) => run(`update body set parent_id = '${below}' where id = '${body}'`);
  const answers = await Promise.all([move(f.bodies.north, f.bodies.south), move(f.bodies.south, f.bodies.north)]);
  expect(answers.sort()).toEqual(['MD003', 'done']);
});
