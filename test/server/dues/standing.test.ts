// Where a member stands with dues, with the day on which it changes; the ladder of kind words, grace, a vote that rests, a
// membership that lapses; and the way back, which is to pay.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { lapseOwing } from '../../../server/dues/lapseOwing.js';
import { remind } from '../../../server/dues/remind.js';
import { standingOf } from '../../../server/membership/standing.js';
import { newestMail } from '../../support/browser.js';
import { charge, daysFromToday, joinedAgo, oldSchedule, pay, statement, waive } from '../../support/dues.js';
import { found, foundingRules, grantOffice, type Founded } from '../../support/founding.js';
import { openWorld, type World } from '../../support/world.js';

let world: World;
let f: Founded;
beforeAll(async () => {
  world = await openWorld();
  f = await found(world, {
    ...foundingRules,
    standing: { duesGraceDays: 30 },
    dues: { ...foundingRules.dues, reminderDays: [10, 40], lapseDays: 100 },
  });
  await oldSchedule(world, f.bodies.federation);
  await grantOffice(world, f.people['ben']!, f.bodies.birch, 'TREASURER');
});
afterAll(() => world.close());

let count = 0;
let name: string;
beforeEach(() => {
  name = `stander${++count}`;
});
/** Joined so many days ago, charged, and has not paid: dues fell due on the day after. */
async function owes(days: number): Promise<string> {
  const membership = await joinedAgo(world, f, name, 'birch', days);
  await charge(world);
  await sql`update person set email_proved_at = now() where id = ${f.people[name]}`.execute(world.db);
  return membership;
}
const standing = async (membership: string) => (await statement(world, membership, f.people['ben']!))!['standing'];
const mayVote = async (membership: string) => (await standingOf(world.db, membership))!.inGoodStanding;
/** All that is open, however many periods that is. */
const payAll = async (membership: string) => {
  const { owed } = (await statement(world, membership, f.people['ben']!))!;
  return pay(world, membership, f.people['ben']!, { amount: owed[0] });
};

describe('standing', () => {
  test('within the grace the vote stays, to its last day', async () => {
    const membership = await owes(30);
    expect(await standing(membership)).toEqual({
      state: 'WITHIN_GRACE',
      until: await daysFromToday(world, 0),
      next: 'IN_ARREARS',
      nextOn: await daysFromToday(world, 1),
    });
    expect(await mayVote(membership)).toBe(true);
  });

  test('the day after, the vote rests', async () => {
    const membership = await owes(31);
    expect(await standing(membership)).toMatchObject({
      state: 'IN_ARREARS',
      next: 'LAPSED',
      nextOn: await daysFromToday(world, 100 + 2 - 31),
    });
    expect(await mayVote(membership)).toBe(false);
  });

  test('paying brings it back at once', async () => {
    const membership = await owes(40);
    expect(await mayVote(membership)).toBe(false);
    const { statement: told } = await payAll(membership);
    expect(told.standing).toMatchObject({ state: 'PAID', next: 'WITHIN_GRACE' });
    expect(await mayVote(membership)).toBe(true);
  });

  test('paying in part does not', async () => {
    const membership = await owes(40);
    await pay(world, membership, f.people['ben']!, { amount: { amount: '27.99', currency: 'USD' } });
    expect(await mayVote(membership)).toBe(false);
  });

  test('a waiver does, for its term', async () => {
    const membership = await owes(40);
    const { statement: told } = await waive(world, membership, await daysFromToday(world, 20), f.people['ben']!);
    expect(told.standing.state).toBe('WAIVED');
    expect(await mayVote(membership)).toBe(true);
  });

  test('of a new member who has not been charged yet is within the grace', async () => {
    const membership = await joinedAgo(world, f, name, 'birch', 3);
    expect(await standing(membership)).toMatchObject({ state: 'WITHIN_GRACE', until: await daysFromToday(world, 27) });
  });

  test('what an import brought of arrears stays arrears until the charges of the books are paid', async () => {
    const membership = await joinedAgo(world, f, name, 'birch', 300);
    await sql`update membership set dues_paid_until = current_date - 200, dues_brought_until = current_date - 200 where id = ${membership}`.execute(
      world.db,
    );
    await charge(world);
    expect((await standing(membership)).state).toBe('IN_ARREARS');
    await payAll(membership);
    expect((await standing(membership)).state).toBe('PAID');
  });
});

describe('the ladder', () => {
  const mails = async () =>
    (
      await sql<{
        n: string;
      }>`select count(*) as n from outbox_mail where recipient = ${`${name}@example.org`}`.execute(world.db)
    ).rows[0]!.n;

  test('reminds with kind words on the days the rule book names, once a step', async () => {
    await owes(9);
    await remind(world.clock());
    expect(await mails()).toBe('0');
    name = `stander${++count}`;
    const membership = await owes(11);
    const { owed } = (await statement(world, membership, f.people['ben']!))!;
    await remind(world.clock());
    await remind(world.clock());
    expect(await mails()).toBe('1');
    const mail = (await newestMail(world, `${name}@example.org`))!;
    expect(mail.subject).toBe('A note for you');
    expect(mail.body).toContain(`${owed[0].amount} USD of dues to Birch are still open`);
    expect(mail.body).toContain(`Your vote stays with you until ${await daysFromToday(world, 19)}.`);
    expect(mail.body).toContain('ask for a waiver');
  });

  test('speaks of several steps that came due together in one mail, and not of a vote that stays when it rests', async () => {
    await owes(45);
    await remind(world.clock());
    expect(await mails()).toBe('1');
    expect((await newestMail(world, `${name}@example.org`))!.body).toContain(
      'Your vote rests until then, and comes back the same day.',
    );
  });

  test('does not remind who has paid or is excused', async () => {
    const membership = await owes(45);
    await waive(world, membership, await daysFromToday(world, 20), f.people['ben']!);
    const before = await mails();
    await remind(world.clock());
    expect(await mails()).toBe(before);
  });

  test('lapses a membership after the days of the rule book, ends its offices, and says how to come back', async () => {
    const membership = await owes(101);
    await grantOffice(world, f.people[name]!, f.bodies.birch, 'TELLER');
    await lapseOwing(world.clock());
    expect((await standing(membership)).state).toBe('IN_ARREARS');
    name = `stander${++count}`;
    const late = await owes(102);
    await grantOffice(world, f.people[name]!, f.bodies.birch, 'TELLER');
    await lapseOwing(world.clock());
    expect(await standing(late)).toEqual({ state: 'LAPSED', until: null, next: null, nextOn: null });
    const { rows } = await sql<{ what: string; ended: boolean }>`
      select (select what from membership_event where membership_id = ${late} order by at desc limit 1) as what,
        (select ended_on is not null from office_term where person_id = ${f.people[name]}) as ended`.execute(world.db);
    expect(rows).toEqual([{ what: 'LAPSED', ended: true }]);
    expect((await newestMail(world, `${name}@example.org`))!.body).toContain(
      'comes back as it was, on the day they are paid',
    );
  });

  test('and a membership that lapsed is restored on the day it is paid', async () => {
    const membership = await owes(150);
    await lapseOwing(world.clock());
    expect((await standing(membership)).state).toBe('LAPSED');
    await pay(world, membership, f.people['ben']!, { amount: { amount: '1.00', currency: 'USD' } });
    expect((await standing(membership)).state).toBe('LAPSED');
    const { statement: told } = await payAll(membership);
    expect(told.standing.state).toBe('PAID');
    expect(await mayVote(membership)).toBe(true);
    const { rows } = await sql<{
      what: string;
    }>`select what from membership_event where membership_id = ${membership} order by at desc limit 1`.execute(
      world.db,
    );
    expect(rows).toEqual([{ what: 'RESTORED' }]);
  });
});
