// Results: the rule of the day applied to real ballots, three lenses, one that binds, and a file anybody decides anew.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { decide, readDecisionFile } from '../../../server/counting/index.js';
import { publishedBundle } from '../../../server/history/publish.js';
import { decisionHash } from '../../../server/history/commitments.js';
import { verifyBundle } from '../../../server/history/verify.js';
import { rollTextOf } from '../../../server/polls/freeze.js';
import { foundingRules } from '../../support/founding.js';
import {
  asTally,
  cast,
  castAll,
  certify,
  close,
  gather,
  motion,
  opened,
  ownRules,
  pollIn,
  readPoll,
  result,
  type Facts,
  type Gathered,
} from '../../support/polls.js';
import { passTime } from '../../support/time.js';
import { openWorld, type World } from '../../support/world.js';

type Ballots = Record<string, readonly [number, number, number?]>;

/** Casts in each Local Group and lets the clock run out; answers the result of the whole. */
async function decided(
  world: World,
  here: Gathered,
  ballots: Ballots,
  more: Parameters<typeof motion>[2] = {},
): Promise<{ root: string; told: Facts }> {
  const root = await opened(world, here.bodies['federation']!, here.secretary, more);
  for (const [slug, tally] of Object.entries(ballots)) {
    const poll = await pollIn(world, root, here.bodies[slug]!).catch(() => root);
    await castAll(world, poll, here.people[slug]!, tally);
  }
  await passTime(world, root);
  const answer = await close(world, root, here.secretary);
  if (!answer['poll']) throw new Error(JSON.stringify(answer));
  return { root, told: await result(world, root) };
}

const ruling = (change: object) => ({
  ...foundingRules,
  decisions: { DEFAULT: { ...foundingRules.decisions.DEFAULT, ...change } },
});
const lens = (told: Facts, name: string) => told['lenses'].find((each: Facts) => each['lens'] === name);
const of = (told: Facts, slug: string) => told['tallies'].find((each: Facts) => each['body'].slug === slug);

describe('Motion 7', () => {
  let world: World;
  let told: Facts;
  let root: string;
  let here: Gathered;
  beforeAll(async () => {
    world = await openWorld();
    here = await gather(world, {
      Cascadia: { Tacoma: 24, Portland: 61, Victoria: 12 },
      'Great Lakes': { Toledo: 9, Detroit: 33, Hamilton: 18, Duluth: 7 },
      Atlantic: { Worcester: 15, Halifax: 11, Baltimore: 42 },
      Gulf: { Tampico: 28, Mobile: 8 },
    });
    ({ root, told } = await decided(
      world,
      here,
      {
        tacoma: [15, 6, 1],
        victoria: [8, 2],
        toledo: [6, 2],
        hamilton: [11, 4],
        duluth: [5, 1],
        halifax: [7, 3],
        mobile: [6, 1],
        portland: [27, 28],
        detroit: [13, 15],
        worcester: [5, 7],
        baltimore: [17, 18, 3],
        tampico: [11, 12],
      },
      { title: 'Motion 7' },
    ));
  }, 120_000);
  afterAll(() => world.close());

  test('is carried by 7 Local Groups to 5 and by 131 members to 99, and lost by 12 votes to 16, which bind', () => {
    expect([told['outcome'], told['binding']]).toEqual(['DEFEATED', 'WEIGHT']);
    expect([asTally(lens(told, 'BODIES').totals), lens(told, 'BODIES').carries]).toEqual([
      { FOR: 7, AGAINST: 5 },
      true,
    ]);
    expect([asTally(lens(told, 'WEIGHT').totals), lens(told, 'WEIGHT').carries, lens(told, 'WEIGHT').binds]).toEqual([
      { FOR: 12, AGAINST: 16 },
      false,
      true,
    ]);
    expect([asTally(lens(told, 'MEMBERS').totals), lens(told, 'MEMBERS').total]).toEqual([
      { FOR: 131, AGAINST: 99, ABSTAIN: 4 },
      268,
    ]);
    expect(told).toMatchObject({
      electors: 268,
      ballots: 234,
      quorumBodiesNeeded: 6,
      quorumBodies: 12,
      quorumElectorsNeeded: null,
    });
  });

  test('says what was asked and the sum, with the rule book it rests on', () => {
    const sentences = told['arithmetic'].map((each: Facts) => each['text']).join('\n');
    expect(sentences).toMatch(/12 of 28 .*FOR; more than 14 needed.*rule book 1/);
    expect(told).toMatchObject({
      ruleBookVersion: 1,
      ruleSection: 'decisions.DEFAULT',
      ruleBookBody: { slug: 'federation' },
    });
  });

  test('shows every body once from the top down, a Region as the sum of its Local Groups', () => {
    expect(told['tallies'].map((each: Facts) => each['body'].slug)).toEqual([
      'federation',
      'atlantic',
      'baltimore',
      'halifax',
      'worcester',
      'cascadia',
      'portland',
      'tacoma',
      'victoria',
      'great-lakes',
      'detroit',
      'duluth',
      'hamilton',
      'toledo',
      'gulf',
      'mobile',
      'tampico',
    ]);
    expect(of(told, 'tacoma')).toMatchObject({
      entitled: 24,
      ballots: 22,
      weight: 3,
      outcome: 'CARRIED',
      quorate: true,
      merged: false,
    });
    expect(asTally(of(told, 'tacoma').cast)).toEqual({ FOR: 3 });
    expect(of(told, 'gulf')).toMatchObject({ entitled: 36, ballots: 30, weight: 4, outcome: '', pollId: null });
    expect([asTally(of(told, 'gulf').tally), asTally(of(told, 'gulf').cast)]).toEqual([
      { FOR: 17, AGAINST: 13 },
      { FOR: 1, AGAINST: 3 },
    ]);
  });

  test('is decided anew from the published file to the same', () => {
    const again = decide(readDecisionFile(told['decisionFile']));
    expect(again.outcome).toBe(told['outcome']);
    expect(asTally(lens(told, 'WEIGHT').totals)).toEqual({
      FOR: again.lenses.weight.totals['FOR'],
      AGAINST: again.lenses.weight.totals['AGAINST'],
    });
    expect(told['arithmetic'].map((each: Facts) => each['text'])).toEqual(
      again.arithmetic.filter((_, i) => !again.sentences[i]!.key.startsWith('body.')),
    );
    expect(decisionHash(told['decisionFile'])).toBe(told['decisionHash']);
  });

  test('is shown with the bodies as they are called today, and for one body with that body alone', async () => {
    const { bodies } = here;
    const rename = (name: string) =>
      world.db.updateTable('body').set({ name, locality: name }).where('slug', '=', 'tacoma').execute();
    const names = async (pollId: string) => {
      const query = 'query ($id: ID!) { result(poll: $id) { tallies { parentBodyId body { slug name locality } } } }';
      return (await world.ask(query, { id: pollId })).data.result.tallies;
    };
    await rename('Commencement Bay');
    const whole = await names(`Poll_${root}`);
    expect(whole.find((each: Facts) => each['body'].slug === 'tacoma').body).toMatchObject({
      name: 'Commencement Bay',
      locality: 'Commencement Bay',
    });
    await rename('Tacoma');
    const own = await pollIn(world, root, bodies['tacoma']!);
    expect((await names(`Poll_${own}`)).map((each: Facts) => each['body'].name)).toEqual(['Tacoma']);
  });

  test('gives each Local Group the result of its own poll', async () => {
    const portland = await result(world, await pollIn(world, root, here.bodies['portland']!));
    expect(portland).toMatchObject({ outcome: 'DEFEATED', binding: 'MEMBERS', electors: 61, ballots: 55 });
    expect(decide(readDecisionFile(portland['decisionFile'])).outcome).toBe('DEFEATED');
    expect(portland['tallies']).toHaveLength(1);
  });

  test('is recounted offline from the published bundle', async () => {
    await world.services.sequencer.settle();
    const { bundle } = await publishedBundle(world.db, world.services.sequencer, rollTextOf);
    const { ok, checks } = verifyBundle(bundle);
    expect(checks.filter((check) => !check.ok)).toEqual([]);
    expect(ok).toBe(true);
  });

  test('stands: it is not certified twice, and nothing of it can be changed', async () => {
    expect(await certify(world, root, here.secretary)).toMatchObject({ code: 'ALREADY_CERTIFIED' });
    await expect(world.db.updateTable('result').set({ outcome: 'CARRIED' }).execute()).rejects.toMatchObject({
      code: 'MD001',
    });
    await expect(
      world.db
        .updateTable('ballot')
        .set({ replaced: true })
        .where('poll_id', '=', await pollIn(world, root, here.bodies['mobile']!))
        .execute(),
    ).rejects.toMatchObject({ code: 'MD011' });
  });
});

describe('other rules', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  const fresh = async (rules: object): Promise<[World, Gathered]> => {
    await world.close();
    world = await openWorld();
    return [world, await gather(world, { North: { Alder: 10, Birch: 4 }, South: { Cedar: 6, Dogwood: 5 } }, rules)];
  };

  test('too few bodies took part: the motion is inquorate, and the motion ends so', async () => {
    const [at, here] = await fresh(ruling({}));
    const { told, root } = await decided(at, here, { alder: [6, 1] });
    expect(told).toMatchObject({ outcome: 'INQUORATE', quorumBodies: 1, quorumBodiesNeeded: 2 });
    expect(of(told, 'birch')).toMatchObject({ ballots: 0, cast: expect.anything(), outcome: 'DEFEATED' });
    expect(asTally(of(told, 'birch').cast)).toEqual({});
    const { state } = await at.db
      .selectFrom('proposal')
      .innerJoin('poll', 'poll.proposal_id', 'proposal.id')
      .select('proposal.state')
      .where('poll.id', '=', root)
      .executeTakeFirstOrThrow();
    expect(state).toBe('INQUORATE');
  });

  test('through Regions: members instruct their Local Group, it its Region, the Region the Federation', async () => {
    const [at, here] = await fresh(ruling({ constituents: 'CHILDREN', weight: { kind: 'EQUAL' } }));
    const { told } = await decided(at, here, { alder: [9, 1], birch: [1, 3], cedar: [2, 1], dogwood: [3, 0] });
    // North: one Local Group FOR and one AGAINST, so it abstains; South is FOR.
    expect(asTally(of(told, 'north').cast)).toEqual({ ABSTAIN: 1 });
    expect(asTally(of(told, 'south').cast)).toEqual({ FOR: 1 });
    expect(of(told, 'north')).toMatchObject({ pollId: expect.any(String), weight: 1, ballots: 14 });
    expect(told['outcome']).toBe('CARRIED');
  });

  test('a body whose own rule book asks more of a mandate is held to it, and not to the rule above', async () => {
    const [at, here] = await fresh(ruling({ weight: { kind: 'EQUAL' } }));
    await ownRules(at, here.bodies['alder']!, {
      decisions: {
        MANDATE: {
          voting: 'MEMBERS',
          quorum: { electors: '1/2' },
          threshold: { fraction: '2/3', base: 'CAST', strict: false },
          constituents: 'CHILDREN',
          secret: false,
        },
      },
    });
    const { told } = await decided(at, here, { alder: [6, 4], birch: [3, 1], cedar: [2, 1] });
    expect(of(told, 'alder')).toMatchObject({ outcome: 'DEFEATED' });
    expect([asTally(of(told, 'alder').cast), asTally(of(told, 'birch').cast)]).toEqual([{ AGAINST: 1 }, { FOR: 1 }]);
    expect(decide(readDecisionFile(told['decisionFile'])).tree.find((body) => body.name === 'Alder')?.ownRule).toBe(
      true,
    );
  });

  test('members together, with a majority of the bodies besides', async () => {
    const double = {
      voting: 'MEMBERS',
      constituents: 'CHILDREN',
      weight: { kind: 'EQUAL' },
      cast: 'BLOC',
      quorum: { electors: '0/1' },
      bodies: { fraction: '1/2', base: 'CAST', strict: true },
    };
    const [at, here] = await fresh(ruling(double));
    const { told } = await decided(at, here, { alder: [10, 0], birch: [4, 0], cedar: [2, 4], dogwood: [2, 3] });
    expect(told).toMatchObject({ outcome: 'DEFEATED', binding: 'MEMBERS', ballots: 25 });
    expect([lens(told, 'MEMBERS').carries, lens(told, 'BODIES').binds]).toEqual([true, true]);
    expect(told['tallies'].map((each: Facts) => each['body'].slug)).toEqual([
      'federation',
      'north',
      'alder',
      'birch',
      'south',
      'cedar',
      'dogwood',
    ]);
    expect([of(told, 'north').outcome, of(told, 'south').outcome]).toEqual(['FOR', 'AGAINST']);
  });

  test('a carried motion does what it says as it is certified', async () => {
    const [at, here] = await fresh(ruling({}));
    const payload = { rules: { roll: { challengeDays: 5 } } };
    const { told } = await decided(
      at,
      here,
      { alder: [9, 0], birch: [3, 0], cedar: [4, 0] },
      { kind: 'ADOPT_RULE_BOOK', payload },
    );
    expect(told['outcome']).toBe('CARRIED');
    const book = await at.db
      .selectFrom('rule_book')
      .select(['version', 'rules'])
      .orderBy('version', 'desc')
      .executeTakeFirstOrThrow();
    expect(book).toMatchObject({ version: 2, rules: payload.rules });
  });

  test('a poll without a roll or a ballot casts nothing and can be verified', async () => {
    const [at, here] = await fresh(ruling({}));
    await at.db
      .updateTable('membership')
      .set({ dues_paid_until: '2020-01-01' })
      .where('body_id', '=', here.bodies['dogwood']!)
      .execute();
    const { told } = await decided(at, here, { alder: [9, 0], birch: [3, 0], cedar: [4, 0] });
    expect(of(told, 'dogwood')).toMatchObject({ entitled: 0, ballots: 0 });
    await at.services.sequencer.settle();
    const { bundle } = await publishedBundle(at.db, at.services.sequencer, rollTextOf);
    expect(verifyBundle(bundle).checks.filter((check) => !check.ok)).toEqual([]);
  });

  test('nobody closes a poll before its time, and nobody certifies an open one', async () => {
    const [at, here] = await fresh(ruling({}));
    const root = await opened(at, here.bodies['federation']!, here.secretary);
    expect(await close(at, root, here.secretary)).toMatchObject({
      code: 'POLL_OPEN',
      values: { closesAt: expect.any(String) },
    });
    expect(await certify(at, root, here.secretary)).toMatchObject({ code: 'POLL_OPEN' });
    expect(await result(at, root)).toBeNull();
    await cast(at, await pollIn(at, root, here.bodies['alder']!), 'FOR', here.people['alder']![0]!);
    const { viewerCan, ballotCount } = await readPoll(at, root, here.secretary);
    expect([viewerCan, ballotCount]).toEqual([['challengeRoll'], 1]);
  });
});
