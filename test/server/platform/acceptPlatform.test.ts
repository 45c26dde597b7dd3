// The platform: read by version, accepted as it stands now, changed by a carried motion alone.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { adoptPlatform } from '../../../server/platform/adoptPlatform.js';
import type { NewClause } from '../../../server/platform/clauses.js';
import { found, type Founded } from '../../support/founding.js';
import { openWorld, type World } from '../../support/world.js';

let world: World;
let federation: Founded;
beforeAll(async () => {
  world = await openWorld();
  federation = await found(world);
});
afterAll(() => world.close());

const clauses: NewClause[] = [
  { key: 'solidarity', kind: 'PRINCIPLE', heading: 'Solidarity', text: 'An injury to one is the concern of all.' },
  { key: 'not-an-employer', kind: 'DECLARATION', heading: 'Not an employer', text: 'I employ nobody.' },
  { key: 'not-a-landlord', kind: 'DECLARATION', heading: 'Not a landlord', text: 'I let no housing.' },
];

async function motion(
  state: 'CARRIED' | 'DEFEATED',
  kind: 'ADOPT_PLATFORM' | 'ORDINARY' = 'ADOPT_PLATFORM',
): Promise<string> {
  const id = randomUUID();
  const number = Math.floor(Math.random() * 1_000_000) + 1;
  await world.db
    .insertInto('proposal')
    .values({
      id,
      body_id: federation.bodies.federation,
      number,
      kind,
      title: 'A platform',
      text: 'That it be adopted.',
      state,
      author_id: federation.people['ada']!,
    })
    .execute();
  return id;
}
const adopt = async (proposalId: string, more: object = {}) =>
  world.db
    .transaction()
    .execute((tx) =>
      adoptPlatform(tx, { bodyId: federation.bodies.federation, clauses, reacceptDays: 60, proposalId, ...more }),
    );

const acceptance = `mutation ($input: AcceptPlatformInput!) { acceptPlatform(input: $input) {
  ... on PlatformAccepted { platform { number acceptedCount viewerAcceptedAt } viewer { acceptedPlatform } } ... on Refusal { code field values } } }`;
const accept = async (name: string, version: number, declarations: string[], idempotencyKey = randomUUID()) =>
  (await world.ask(acceptance, { input: { idempotencyKey, version, declarations } }, federation.people[name])).data
    .acceptPlatform;
const all = ['not-an-employer', 'not-a-landlord'];

describe('the next version', () => {
  test('is not written by a motion that was not carried, nor by one of another kind', async () => {
    await expect(adopt(await motion('DEFEATED'))).rejects.toThrow(/carried motion/);
    await expect(adopt(await motion('CARRIED', 'ORDINARY'))).rejects.toThrow(/carried motion/);
    expect((await world.ask('{ platform { number } }')).data.platform.number).toBe(1);
  });

  test('is the Federation’s alone', async () => {
    await expect(adopt(await motion('CARRIED'), { bodyId: federation.bodies.north })).rejects.toMatchObject({
      code: 'NOT_THE_FEDERATION',
    });
  });

  test('has clauses that can be told apart', async () => {
    await expect(adopt(await motion('CARRIED'), { clauses: [clauses[0], clauses[0]] })).rejects.toMatchObject({
      code: 'PLATFORM_MALFORMED',
      more: { values: { key: 'solidarity' } },
    });
    await expect(adopt(await motion('CARRIED'), { clauses: [] })).rejects.toMatchObject({ code: 'PLATFORM_MALFORMED' });
  });

  test('is in force at once, with its own window, and names its motion', async () => {
    const proposalId = await motion('CARRIED');
    expect((await adopt(proposalId)).number).toBe(2);
    const { data } = await world.ask(
      '{ platform { number inForce inForceFrom reacceptBy versions proposal { id } clauses { key position } acceptedCount } }',
    );
    expect(data.platform).toMatchObject({
      number: 2,
      inForce: true,
      versions: [1, 2],
      proposal: { id: `Proposal_${proposalId}` },
      acceptedCount: 0,
      clauses: [
        { key: 'solidarity', position: 1 },
        { key: 'not-an-employer', position: 2 },
        { key: 'not-a-landlord', position: 3 },
      ],
    });
    const days = (Date.parse(data.platform.reacceptBy) - Date.parse(data.platform.inForceFrom)) / 86_400_000;
    expect(Math.round(days)).toBe(60);
  });

  test('leaves the one before as it was, and shows what changed', async () => {
    const { data } = await world.ask(
      '{ platform(version: 1) { inForce acceptedCount clauses { text } } now: platform { diff(from: 1) { key change before { text } after { text } } } }',
    );
    expect(data.platform).toMatchObject({
      inForce: false,
      acceptedCount: 10,
      clauses: [{ text: 'An injury to one is an injury to all.' }, { text: 'I employ nobody.' }],
    });
    expect(data.now.diff.map(({ key, change }: { key: string; change: string }) => `${change} ${key}`)).toEqual([
      'CHANGED solidarity',
      'SAME not-an-employer',
      'ADDED not-a-landlord',
    ]);
    await expect(world.db.updateTable('platform_clause').set({ text: 'otherwise' }).execute()).rejects.toThrow(
      /append-only/,
    );
  });

  test('that does not exist is null, and nothing is compared with it', async () => {
    expect((await world.ask('{ platform(version: 9) { number } }')).data.platform).toBeNull();
    expect((await world.ask('{ platform { diff(from: 9) { key } } }')).errors![0]!.extensions.code).toBe('NOT_FOUND');
  });
});

describe('accepting', () => {
  test('is due from every member, with the day the window closes', async () => {
    const { data } = await world.ask(
      '{ dueFromMe { kind title deadline path values body { slug } } platform { reacceptBy } }',
      {},
      federation.people['abe'],
    );
    expect(data.dueFromMe).toContainEqual({
      kind: 'ACCEPT_PLATFORM',
      title: 'Platform 2',
      deadline: data.platform.reacceptBy,
      path: '/platform',
      values: { version: 2 },
      body: { slug: 'federation' },
    });
  });

  test('is for the version in force', async () => {
    expect(await accept('abe', 1, all)).toMatchObject({
      code: 'PLATFORM_VERSION_OLD',
      values: { given: 1, inForce: 2 },
    });
  });

  test('makes every declaration', async () => {
    expect(await accept('abe', 2, ['not-an-employer'])).toEqual({
      code: 'DECLARATION_MISSING',
      field: 'declarations',
      values: { missing: ['not-a-landlord'], headings: ['Not a landlord'] },
    });
  });

  test('is done once, however often it is said', async () => {
    const first = await accept('abe', 2, all);
    expect(first).toMatchObject({ platform: { number: 2, acceptedCount: 1 }, viewer: { acceptedPlatform: true } });
    expect(await accept('abe', 2, all)).toEqual(first);
    const { data } = await world.ask('{ dueFromMe { kind } }', {}, federation.people['abe']);
    expect(data.dueFromMe).toEqual([]);
  });

  test('needs somebody signed in', async () => {
    const { errors } = await world.ask(acceptance, {
      input: { idempotencyKey: randomUUID(), version: 2, declarations: all },
    });
    expect(errors![0]!.extensions.code).toBe('UNAUTHENTICATED');
  });

  test('is not changed afterwards', async () => {
    await expect(world.db.deleteFrom('acceptance').execute()).rejects.toThrow(/append-only/);
  });
});
