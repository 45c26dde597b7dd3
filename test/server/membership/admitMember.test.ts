// The Local Group admits, or does not, and says why.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newestMail } from '../../support/browser.js';
import { found, grantOffice, type Founded } from '../../support/founding.js';
import { admit, apply, application, turnDown } from '../../support/joining.js';
import { openWorld, type World } from '../../support/world.js';

let world: World;
let federation: Founded;
beforeAll(async () => {
  world = await openWorld();
  federation = await found(world);
});
afterAll(() => world.close());

/** A person who has applied to Alder with a proved address. */
async function applicant(name: string, more: object = {}): Promise<{ personId: string; membershipId: string }> {
  const personId = randomUUID();
  await world.db
    .insertInto('person')
    .values({
      id: personId,
      display_name: name,
      email: `${name}@example.org`,
      email_proved_at: new Date(),
      salt: Buffer.alloc(16, name),
    })
    .execute();
  const input = application(federation.bodies.alder, more);
  await apply(world, input, personId);
  return { personId, membershipId: `Membership_${input.id}` };
}

describe('admitting', () => {
  test('makes an applicant an active member from today, and tells them', async () => {
    const { membershipId, personId } = await applicant('nora');
    const answer = await admit(world, federation.people['ada']!, { membershipId });
    expect(answer.membership).toMatchObject({ id: membershipId, state: 'ACTIVE', body: { slug: 'alder' } });
    const [today] = await world.db.selectNoFrom((is) => is.cast<string>(is.val('today'), 'date').as('day')).execute();
    expect(answer.membership.joinedOn).toBe(new Date(today!.day).toISOString().slice(0, 10));
    expect(answer.membership.events.map(({ what }: { what: string }) => what)).toEqual(['APPLIED', 'ADMITTED']);
    expect((await newestMail(world, 'nora@example.org'))!.subject).toBe('Welcome to Alder');
    const { data } = await world.ask('{ viewer { standing { inGoodStanding reasons { code } } } }', {}, personId);
    expect(data.viewer.standing).toEqual({ inGoodStanding: true, reasons: [] });
  });

  test('a retry with the same key gives the same answer and admits once', async () => {
    const { membershipId } = await applicant('nick');
    const key = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => admit(world, federation.people['ada']!, { membershipId }, key)),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0].membership.events).toHaveLength(2);
  });

  test('two officers at once admit once; the second reads that nothing awaits an answer', async () => {
    await grantOffice(world, federation.people['abe']!, federation.bodies.alder, 'CONVENOR');
    const { membershipId } = await applicant('nell');
    const answers = await Promise.all(
      ['ada', 'abe'].map((name) => admit(world, federation.people[name]!, { membershipId })),
    );
    expect(answers.filter(({ membership }) => membership)).toHaveLength(1);
    expect(answers.find(({ code }) => code)).toMatchObject({ code: 'NOTHING_TO_ANSWER' });
  });

  test('is for the Secretary or Convenor of that very group', async () => {
    const { membershipId } = await applicant('nils');
    const outsiders = ['amy', 'bea', 'cat', null];
    const answers = await Promise.all(
      outsiders.map((name) => admit(world, name && federation.people[name]!, { membershipId })),
    );
    expect(answers.map((answer) => answer.code ?? answer.extensions.code)).toEqual([
      'NOT_FOUND',
      'NOT_FOUND',
      'NOT_FOUND',
      'UNAUTHENTICATED',
    ]);
  });

  test('a fellow member who holds no office reads who may', async () => {
    const answer = await admit(world, federation.people['amy']!, {
      membershipId: `Membership_${federation.memberships['ann']}`,
    });
    expect(answer).toMatchObject({ code: 'NOT_ALLOWED', message: expect.stringContaining('Secretary or Convenor') });
  });

  test('nobody admits themselves', async () => {
    const { membershipId, personId } = await applicant('nadia');
    await grantOffice(world, personId, federation.bodies.alder, 'SECRETARY');
    expect(await admit(world, personId, { membershipId })).toMatchObject({ code: 'NOT_ALLOWED' });
  });

  test('an office that ended yesterday admits nobody', async () => {
    const { membershipId } = await applicant('noel');
    await world.db
      .updateTable('office_term')
      .set({ ended_on: '2024-01-01' })
      .where('person_id', '=', federation.people['abe']!)
      .execute();
    expect(await admit(world, federation.people['abe']!, { membershipId })).toMatchObject({
      extensions: { code: 'NOT_FOUND' },
    });
  });

  test('a membership that is not there and one that is not theirs to see answer alike', async () => {
    const answers = await Promise.all(
      [`Membership_${randomUUID()}`, `Membership_${federation.memberships['cid']}`].map((membershipId) =>
        admit(world, federation.people['ada']!, { membershipId }),
      ),
    );
    expect(answers.map(({ message, extensions }) => ({ message, extensions }))[0]).toEqual(
      answers.map(({ message, extensions }) => ({ message, extensions }))[1],
    );
    expect(answers[0].extensions.code).toBe('NOT_FOUND');
  });
});

describe('not admitting', () => {
  test('ends the application with its reason, and the person may apply again', async () => {
    const { membershipId, personId } = await applicant('omar');
    const answer = await turnDown(world, federation.people['ada']!, { membershipId, reason: 'You manage the depot.' });
    expect(answer.membership).toMatchObject({ state: 'RESIGNED', joinedOn: null });
    expect(answer.membership.events.at(-1)).toMatchObject({ what: 'NOT_ADMITTED', reason: 'You manage the depot.' });
    expect((await newestMail(world, 'omar@example.org'))!.body).toContain('You manage the depot.');
    expect(await apply(world, application(federation.bodies.birch), personId)).toMatchObject({
      membership: { state: 'APPLICANT' },
    });
  });

  test('needs a reason', async () => {
    const { membershipId } = await applicant('olga');
    expect(await turnDown(world, federation.people['ada']!, { membershipId, reason: '  ' })).toMatchObject({
      code: 'TEXT_MISSING',
      field: 'reason',
    });
  });

  test('does not reach somebody who is a member', async () => {
    const membershipId = `Membership_${federation.memberships['ann']}`;
    expect(await turnDown(world, federation.people['ada']!, { membershipId, reason: 'No.' })).toMatchObject({
      code: 'NOTHING_TO_ANSWER',
    });
  });
});
