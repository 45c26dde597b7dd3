// The figures that the demonstration promises, read back through the API and the tables it filled.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { checkDatabase } from '../../../server/checks/index.js';
import { ensureDemonstration, loadDemonstration } from '../../../server/demo/load.js';
import { motionId } from '../../../server/demo/acts.js';
import { localGroups } from '../../../server/demo/bodies.js';
import { personId } from '../../../server/demo/people.js';
import { bundleText, readBundle } from '../../../server/history/bundle.js';
import { publishedBundle } from '../../../server/history/publish.js';
import { verifyBundle } from '../../../server/history/verify.js';
import { rollTextOf } from '../../../server/polls/freeze.js';
import { newKey, openWorld, type World } from '../../support/world.js';

let world: World;
let counts: Record<string, number>;
beforeAll(async () => {
  world = await openWorld();
  counts = await loadDemonstration(world.services);
}, 60_000);
afterAll(() => world.close());

test('268 members in good standing: each Local Group has its number', async () => {
  const { data } = await world.ask('{ tree { name kind goodStandingCount } }');
  const standing = Object.fromEntries(
    data.tree.map((body: { name: string; goodStandingCount: number }) => [body.name, body.goodStandingCount]),
  );
  expect(standing).toEqual({
    Federation: 268,
    Cascadia: 97,
    'Great Lakes': 67,
    Atlantic: 68,
    Gulf: 36,
    Tacoma: 24,
    Portland: 61,
    Victoria: 12,
    Toledo: 9,
    Detroit: 33,
    Hamilton: 18,
    Duluth: 7,
    Worcester: 15,
    Halifax: 11,
    Baltimore: 42,
    Tampico: 28,
    Mobile: 8,
    Tucson: 0,
  });
  expect(counts).toMatchObject({ bodies: 18, results: 3 });
});

test('268 payments of 28.00 make 7,504.00: Local Groups 3,752.00, Regions 1,500.80, the Federation 2,251.20', async () => {
  const slugs = [...new Set(localGroups.map(({ slug }) => slug))];
  const sums: Record<string, bigint> = { LOCAL_GROUP: 0n, REGION: 0n, FEDERATION: 0n, RECEIPTS: 0n };
  const year = new Date().getFullYear();
  const minor = (amount: string) => BigInt(amount.replace('.', ''));
  for (const slug of slugs) {
    const { data } = await world.ask(
      `query ($slug: String!) { ledger(bodySlug: $slug) { accounts { kind balance { amount currency } } before: yearStatement(year: ${year - 1}) { sharesUp { toBody { kind } added { amount } } } yearStatement(year: ${year}) { sharesUp { toBody { kind } added { amount } } } payments(first: 100) { edges { node { number amount { amount } } } } } }`,
      { slug },
      personId(slug, 1),
    );
    for (const { kind, balance } of data.ledger.accounts)
      if (kind === 'DUES_INCOME') sums['LOCAL_GROUP']! -= minor(balance.amount);
    for (const { sharesUp } of [...data.ledger.before, ...data.ledger.yearStatement])
      for (const { toBody, added } of sharesUp) sums[toBody.kind]! += minor(added.amount);
    const numbers = data.ledger.payments.edges.map(({ node }: { node: { number: number } }) => node.number);
    expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, i) => numbers.length - i));
    sums['RECEIPTS']! += BigInt(numbers.length);
  }
  expect(sums).toEqual({ LOCAL_GROUP: 375_200n, REGION: 150_080n, FEDERATION: 225_120n, RECEIPTS: 268n });
});

test('Mobile is two quarters late with what it owes Gulf and the Federation; all others have passed up their shares', async () => {
  const { data } = await world.ask(
    `{ ledger(bodySlug: "federation") { remittingCounts { groups inTime late region { slug } }
      remittances(first: 20, direction: RECEIVED) { edges { node { state body { slug } } } } } }`,
    {},
    personId('portland', 7),
  );
  const { remittingCounts, remittances } = data.ledger;
  expect(remittingCounts).toContainEqual({ groups: 2, inTime: 1, late: 1, region: { slug: 'gulf' } });
  expect(remittingCounts.reduce((sum: number, { late }: { late: number }) => sum + late, 0)).toBe(1);
  const states = remittances.edges.map(({ node }: any) => `${node.body.slug} ${node.state}`);
  expect(states).toHaveLength(11);
  expect(states.filter((line: string) => line.endsWith('SENT'))).toEqual(['detroit SENT']);
  const mobile = await world.ask(
    '{ ledger(bodySlug: "mobile") { late { periods amount { amount } toBody { slug } } } }',
    {},
    personId('mobile', 1),
  );
  expect(mobile.data.ledger.late).toEqual(
    expect.arrayContaining([
      { periods: 2, amount: { amount: '44.80' }, toBody: { slug: 'gulf' } },
      { periods: 2, amount: { amount: '67.20' }, toBody: { slug: 'federation' } },
    ]),
  );
});

test('Hamilton’s year: opened with 476.50, 252.00 kept of its dues, a duplicator for 165.00, and nothing lost', async () => {
  const year = new Date().getFullYear();
  const told =
    '{ moneyBefore { amount } moneyAfter { amount } income { kind amount { amount } } spending { name amount { amount } } sharesUp { passedUp { amount } closing { amount } } funds { name closing { amount } } }';
  const { data } = await world.ask(
    `{ ledger(bodySlug: "hamilton") { before: yearStatement(year: ${year - 1}) ${told} now: yearStatement(year: ${year}) ${told} } }`,
    {},
    personId('hamilton', 12),
  );
  // Loaded in the first weeks of a year, all of it happened in the year before or across the two.
  const [first] = [...data.ledger.before, ...data.ledger.now];
  const last = [...data.ledger.before, ...data.ledger.now].at(-1)!;
  expect(first.moneyBefore.amount).toBe('476.50');
  expect(last.moneyAfter.amount).toBe('563.50');
  expect(last.funds).toEqual([{ name: 'Strike', closing: { amount: '150.00' } }]);
  expect(last.sharesUp.map(({ closing }: any) => closing.amount)).toEqual(['0.00', '0.00']);
  expect(JSON.stringify([data.ledger.before, data.ledger.now])).toContain(
    '{"name":"A duplicator","amount":{"amount":"165.00"}}',
  );
});

test('Tucson is in formation below Gulf: its members have a voice and no vote', async () => {
  const { data } = await world.ask('{ body(slug: "tucson") { state parent { slug } memberCount goodStandingCount } }');
  expect(data.body).toEqual({ state: 'IN_FORMATION', parent: { slug: 'gulf' }, memberCount: 6, goodStandingCount: 0 });
});

test.each([
  ['federation', 8, 'VOTING'],
  ['federation', 9, 'DEBATE'],
  ['federation', 10, 'SUBMITTED'],
  ['tacoma', 12, 'CARRIED'],
  ['portland', 31, 'VOTING'],
  ['duluth', 4, 'VOTING'],
  ['gulf', 9, 'DEBATE'],
])('something to do: %s %i is %s', async (body, number, state) => {
  const { data } = await world.ask(
    'query Q($body: String!, $number: Int!) { proposal(body: $body, number: $number) { state } }',
    { body, number },
  );
  expect(data.proposal.state).toBe(state);
});

test('a member of Tacoma casts a ballot in the open poll of the Federation, and gets a receipt', async () => {
  const member = personId('tacoma', 8);
  const { data } = await world.ask(
    '{ proposal(body: "federation", number: 8) { poll { viewerPoll { id body { slug } viewer { onRoll cannot { code } ballot { id } } } } } }',
    {},
    member,
  );
  const { viewerPoll } = data.proposal.poll;
  expect(viewerPoll).toMatchObject({ body: { slug: 'tacoma' }, viewer: { onRoll: true, cannot: null, ballot: null } });
  const cast = await world.ask(
    'mutation Cast($input: CastBallotInput!) { castBallot(input: $input) { __typename ... on BallotReceipt { choice replaced } } }',
    { input: { id: newKey(), pollId: viewerPoll.id, choice: 'FOR' } },
    member,
  );
  expect(cast.data.castBallot).toEqual({ __typename: 'BallotReceipt', choice: 'FOR', replaced: false });
});

test('the confidential poll of Portland waits for its demonstration member', async () => {
  const { data } = await world.ask(
    '{ proposal(body: "portland", number: 31) { secret poll { secret ballotCount viewer { onRoll cannot { code } } } } }',
    {},
    personId('portland', 9),
  );
  expect(data.proposal).toMatchObject({
    secret: true,
    poll: { secret: true, ballotCount: 21, viewer: { onRoll: true, cannot: null } },
  });
});

test('the Secretary of Tacoma can refer its carried motion up', async () => {
  const { data } = await world.ask('{ proposal(body: "tacoma", number: 12) { viewerCan } }', {}, personId('tacoma', 0));
  expect(data.proposal.viewerCan).toContain('referUp');
});

test('one count of Duluth is in, and the second Teller is asked for theirs', async () => {
  const { data } = await world.ask('{ dueFromMe { kind } }', {}, personId('duluth', 4));
  expect(data.dueFromMe.map(({ kind }: { kind: string }) => kind)).toContain('TELLER_COUNT');
});

test.each([
  ['arrears', 'tacoma', 'DUES_OWED'],
  ['unaccepted', 'portland', 'PLATFORM_NOT_ACCEPTED'],
  ['0', 'tucson', 'BODY_IN_FORMATION'],
])('standing tells its reason: %s of %s is not in good standing because of %s', async (which, body, code) => {
  const { data } = await world.ask(
    '{ viewer { standing { inGoodStanding reasons { code cure } } } }',
    {},
    personId(body, which),
  );
  expect(data.viewer.standing.inGoodStanding).toBe(false);
  expect(data.viewer.standing.reasons.map((reason: { code: string }) => reason.code)).toEqual([code]);
  expect(data.viewer.standing.reasons[0].cure).not.toBe('');
});

test('one can be twelve people, each with a part of their own', async () => {
  const { data } = await world.ask('{ demonstration { displayName part } }');
  expect(data.demonstration).toHaveLength(12);
  expect(new Set(data.demonstration.map(({ part }: { part: string }) => part)).size).toBe(12);
});

test('everything that must hold in a database holds in the demonstration', async () => {
  const { checks } = await checkDatabase(world.db, world.services.sequencer.signer);
  expect(checks.filter(({ ok }) => !ok)).toEqual([]);
});

test('its public record is verified offline, from the rolls to the outcome', async () => {
  const { bundle, polls } = await publishedBundle(world.db, world.services.sequencer, rollTextOf);
  const { checks } = verifyBundle(readBundle(bundleText(bundle)), { vkey: world.services.sequencer.signer.vkey });
  expect(checks.filter(({ ok }) => !ok)).toEqual([]);
  expect(polls).toBe(3);
});

test('one ballot turned round in the published record is found', async () => {
  const { bundle } = await publishedBundle(world.db, world.services.sequencer, rollTextOf);
  const tampered = bundleText(bundle).replace('\\"choice\\":\\"AGAINST\\"', '\\"choice\\":\\"FOR\\"');
  const { ok, checks } = verifyBundle(readBundle(tampered));
  expect(ok).toBe(false);
  expect(checks.filter((check) => !check.ok).map(({ name }) => name)).toEqual(
    expect.arrayContaining(['manifest', 'root']),
  );
});

test('nothing is left of the clock that was set back', async () => {
  const left = await world.services.orm.em
    .fork()
    .getConnection()
    .execute(`select 1 from pg_namespace where nspname = 'demonstration'`);
  expect(left).toEqual([]);
});

test('it is loaded into an empty database only', async () => {
  await expect(loadDemonstration(world.services)).rejects.toMatchObject({ code: 'NOT_EMPTY' });
});

test('a load that was cut off goes on where it stopped, and comes to the same', async () => {
  const other = await openWorld();
  try {
    let told = 0;
    const cut = loadDemonstration(other.services, () => {
      if (++told === 9) throw new Error('the power failed');
    });
    await expect(cut).rejects.toThrow('the power failed');
    expect((await other.ask('{ demonstration { part } }')).data.demonstration).toEqual([]);
    await ensureDemonstration(other.services);
    expect((await other.ask('{ demonstration { part } }')).data.demonstration).toHaveLength(12);
    const { state } = await other.db
      .selectFrom('proposal')
      .select('state')
      .where('id', '=', motionId('motion 7'))
      .executeTakeFirstOrThrow();
    expect(state).toBe('DEFEATED');
    const { checks } = await checkDatabase(other.db, other.services.sequencer.signer);
    expect(checks.filter(({ ok }) => !ok)).toEqual([]);
  } finally {
    await other.close();
  }
}, 60_000);
