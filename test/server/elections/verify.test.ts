// What is published of elections checks offline, and what was tampered with is found by the step that is unsound; a hand
// in the tables is found by the checks of the living database.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql, type RawBuilder } from 'kysely';
import { checkSnapshot } from '../../../server/checks/index.js';
import type { Database } from '../../../server/database/database.js';
import { digests, FILES, readManifest, type Bundle } from '../../../server/history/bundle.js';
import { publishedBundle } from '../../../server/history/publish.js';
import { verifyBundle } from '../../../server/history/verify.js';
import { rollTextOf } from '../../../server/polls/freeze.js';
import { foundingRules } from '../../support/founding.js';
import {
  call,
  closeNominations,
  electing,
  keyed,
  membershipOf,
  read,
  stand,
  voting,
  type Electing,
  type Voting,
} from '../../support/elections.js';
import { cast, close, local, ownRules, type Facts } from '../../support/polls.js';
import { passTime } from '../../support/time.js';

let all: Electing;
/** A secret one with papers and a withdrawal, an open one, one without a vote, and one of four papers. */
let secret: Voting;
let open: Voting;
let few: Voting;
let unopposed: string;
let bundle: Bundle;

const offices = ['SPEAKER', 'SCRIBE', 'COOK', 'KEEPER'].map((office) => ({
  office,
  seats: 1,
  termMonths: 6,
  termLimit: null,
  alternates: 1,
}));

async function finish(vote: Voting): Promise<void> {
  await passTime(all.world, vote.pollId);
  await close(all.world, vote.pollId, all.secretary);
  const done = await keyed(all.world, 'certifyElection', { electionId: vote.id }, all.secretary);
  if (done['state'] !== 'CERTIFIED') throw new Error(JSON.stringify(done));
}

beforeAll(async () => {
  all = await electing(16, { offices });
  const { world, people, tellers, bodyId, secretary } = all;
  secret = await voting(all, people.slice(3, 7), { office: 'SPEAKER' });
  for (const [at, marks] of ['1>2', '1>2', '2>1', '3', '4>1', 'BLANK'].entries())
    await cast(world, secret.pollId, marks, people[at]!);
  await cast(world, secret.pollId, '3>4', people[0]!);
  for (const person of people.slice(6, 9))
    await keyed(
      world,
      'handPaper',
      { electionId: secret.id, membershipId: await membershipOf(world, person) },
      tellers[0],
    );
  for (const teller of tellers)
    await keyed(world, 'recordPapers', { electionId: secret.id, batch: 1, lines: ['1=2', '2>-', 'SPOILT'] }, teller);
  const [mine] = (await read(world, secret.id, people[3]!))['candidates'].filter((each: Facts) => each['mine']);
  await keyed(world, 'withdrawCandidate', { candidateId: mine.id }, people[3]!);
  await finish(secret);
  few = await voting(all, people.slice(7, 9), { office: 'COOK' });
  for (const [at, marks] of ['1', '1', '2', '1'].entries()) await cast(world, few.pollId, marks, people[at]!);
  await finish(few);
  const { id: keeper } = await call(world, bodyId, secretary, { office: 'KEEPER' });
  await stand(world, keeper, people[10]!);
  await closeNominations(world, keeper);
  await keyed(world, 'openElection', { electionId: keeper }, secretary);
  unopposed = local(keeper);
  await ownRules(world, bodyId, {
    elections: { ...foundingRules.elections, secret: false, oneOfficeEach: false, offices },
  });
  open = await voting(all, people.slice(3, 7), { office: 'SCRIBE' });
  for (const [at, marks] of ['1>2', '1>2', '2>1', '3', '4>1', 'BLANK'].entries())
    await cast(world, open.pollId, marks, people[at]!);
  await cast(world, open.pollId, '2', people[0]!);
  await finish(open);
  bundle = (await publishedBundle(world.db, world.services.sequencer, rollTextOf)).bundle;
}, 60_000);
afterAll(() => all.world.close());

const failures = (told: Bundle) => verifyBundle(told).checks.filter(({ ok }) => !ok);

test('the bundle checks, and says of each election what it found', () => {
  const { ok, checks } = verifyBundle(bundle);
  expect(checks.filter((each) => !each.ok)).toEqual([]);
  expect(ok).toBe(true);
  const told = new Map(checks.map(({ name, detail }) => [name, detail]));
  expect(told.get('polls')).toContain('4 elections');
  expect(told.get(`election ${secret.pollId}: papers`)).toMatch(/6 ballots .* 3 on paper/);
  expect(told.get(`election ${secret.pollId}: lot`)).toMatch(/before the first ballot/);
  expect(told.get(`election ${few.pollId}: recount`)).toMatch(/so few secret papers/);
  expect(told.get(`election ${unopposed}: recount`)).toMatch(/^counted anew: UNOPPOSED/);
  expect(told.get(`election ${open.pollId}: recount`)).toMatch(/^counted anew: ELECTED/);
});

test('no name leaves with it', async () => {
  const text = [...bundle.values()].join('\n');
  const names = await all.world.db.selectFrom('person').select('display_name').execute();
  expect(names.filter(({ display_name }) => text.includes(display_name))).toEqual([]);
});

/** The same bundle with one election file changed, its manifest made to fit. */
function changed(poll: string, change: (file: Record<string, any>) => void): Bundle {
  const name = FILES.election(poll);
  const file = JSON.parse(bundle.get(name)!);
  change(file);
  const told = new Map([...bundle, [name, JSON.stringify(file)]]);
  const manifest = { ...readManifest(told), files: digests(told) };
  return told.set(FILES.manifest, JSON.stringify(manifest));
}
const stepsFailed = (told: Bundle) => failures(told).map(({ name }) => name.replace(/^election [^:]+: /, ''));

test.each<[string, (file: Record<string, any>) => void, string[]]>([
  ['places added', (file) => (file['seats'] = 2), ['question', 'result', 'recount']],
  ['candidates in another order', (file) => file['candidates'].reverse(), ['question', 'lot', 'result']],
  ['a withdrawal unsaid', (file) => (file['withdrawn'] = []), ['question', 'result']],
  ['somebody withdrawn who did not', (file) => (file['withdrawn'] = [1, 2, 3]), ['question', 'result']],
  ['another seed', (file) => (file['lot'].seed = '00'.repeat(32)), ['lot', 'result']],
  ['another order of the lot', (file) => file['lot'].order.reverse(), ['lot', 'result']],
  ['a roll made longer', (file) => (file['entitled'] += 1), ['roll', 'result']],
  ['a paper slipped in', (file) => { file['papers'].push('1 4>3'); file['cast'] += 1; }, ['papers', 'result']], // prettier-ignore
  ['a paper published that was not counted', (file) => file['papers'].push('1 4>3'), ['papers', 'result']],
  ['papers left out', (file) => (file['papers'] = null), ['result', 'recount']],
  ['another elected', (file) => (file['elected'] = [file['elected'][0] === 1 ? 2 : 1]), ['result', 'recount']],
  ['another outcome', (file) => (file['outcome'] = 'INQUORATE'), ['result', 'recount']],
  [
    'no vote said to have been held',
    (file) => Object.assign(file, { outcome: 'UNOPPOSED' }),
    ['question', 'result', 'recount'],
  ],
  ['no such file at all', (file) => delete file['lot'], ['files']],
])('%s is found', (_what, change, steps) => {
  const found = stepsFailed(changed(secret.pollId, change));
  expect(found).toEqual(expect.arrayContaining(steps));
});

test('of open ballots every one is looked for among the papers', () => {
  const found = failures(
    changed(
      open.pollId,
      (file) =>
        (file['papers'] = file['papers'].map((line: string) =>
          line.replace(/^2 1>2$/, '2 2>1').replace(/^1 2>1$/, '1 1>2'),
        )),
    ),
  );
  expect(found.map(({ detail }) => detail).join()).toMatch(/not among the papers/);
});

test('an election left out of the bundle is missed', () => {
  const told = new Map([...bundle].filter(([name]) => name !== FILES.election(open.pollId)));
  told.set(FILES.manifest, JSON.stringify({ ...readManifest(bundle), files: digests(told) }));
  expect(failures(told).map(({ name, detail }) => `${name}: ${detail}`)).toEqual([
    expect.stringContaining(`poll ${open.pollId} is left out`),
  ]);
});

test('every invariant of the living database holds', async () => {
  const { checks } = await checkSnapshot(all.world.db, all.world.services.sequencer.signer);
  expect(checks.filter(({ ok }) => !ok)).toEqual([]);
});

class Undo extends Error {}
async function broken(harm: RawBuilder<unknown>): Promise<string[]> {
  let found: string[] = [];
  await all.world.db
    .transaction()
    .execute(async (tx: Database) => {
      await sql`set local session_replication_role = replica`.execute(tx);
      await harm.execute(tx);
      const { checks } = await checkSnapshot(tx, all.world.services.sequencer.signer);
      found = checks.filter(({ ok }) => !ok).map(({ name }) => name);
      throw new Undo();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undo)) throw error;
    });
  return found;
}

test.each<[string, string, () => RawBuilder<unknown>]>([
  [
    'a ballot rewritten',
    'elections: recount',
    () => sql`update ballot set marks = '4' where poll_id = ${secret.pollId} and marks = '1>2'`,
  ],
  [
    'a paper of a batch rewritten',
    'elections: recount',
    () => sql`update paper_batch set lines = array['1', '1', '1'] where poll_id = ${secret.pollId}`,
  ],
  [
    'a file rewritten',
    'elections: recount',
    () => sql`update election_result set file = replace(file, 'SPOILT', 'BLANK')`,
  ],
  [
    'another elected',
    'elections: recount',
    () => sql`update election_result set elected = alternates where election_id = ${open.pollId}`,
  ],
  [
    'a stage rewritten',
    'elections: recount',
    () => sql`update election_result set count = jsonb_set(count, '{valid}', '99') where election_id = ${open.pollId}`,
  ],
  [
    'marks that none can cast',
    'polls: ballots',
    () => sql`update ballot set marks = '1>1' where poll_id = ${open.pollId} and marks = '3'`,
  ],
  [
    'more papers than handed out',
    'elections: papers',
    () => sql`update election set papers_handed = 1 where id = ${secret.pollId}`,
  ],
  [
    'an office given to another',
    'elections: offices',
    () => sql`update office_term set person_id = ${all.people[12]!} where source = 'ELECTION'`,
  ],
  [
    'an office taken from who won it',
    'elections: offices',
    () => sql`delete from office_term where source = 'ELECTION'`,
  ],
])('%s is found by %s', async (_what, check, harm) => {
  expect(await broken(harm())).toContain(check);
});
