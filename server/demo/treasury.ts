// What became of the money in the demonstration: Hamilton opened its books with what was in the box, every group but one
// passed up its shares, Mobile is two quarters late, and Hamilton authorised a duplicator and paid it by two persons.
import { sql } from 'kysely';
import { moveMoney } from '../dues/accounts/moveMoney.js';
import { openBooks } from '../dues/accounts/openBooks.js';
import { setAside } from '../dues/accounts/setAside.js';
import { writeAmount } from '../dues/money.js';
import { confirmRemittance } from '../dues/remittances/confirmRemittance.js';
import { owedAbove } from '../dues/remittances/owed.js';
import { remitDues } from '../dues/remittances/remitDues.js';
import { approveSpending } from '../dues/spending/approveSpending.js';
import { proposeSpending } from '../dues/spending/proposeSpending.js';
import { motionId, type Acts, type MotionText, type Who } from './acts.js';
import { localGroups } from './bodies.js';
import { bodyId } from './found.js';
import { idOf } from './seeded.js';
import type { Step } from './story.js';

/** Its Treasurer moved away in spring; what came in stayed in the box for two quarters. */
export const LATE_GROUP = 'mobile';
/** On which days, counted from today, its members paid: in two quarters that are over for more than a month. */
export const LATE_DAYS = [-235, -135];
/** The one whose share for the Federation is still on its way. */
const ON_ITS_WAY = 'detroit';

const treasurers: Record<string, Who> = {
  federation: ['portland', 7],
  cascadia: ['victoria', 5],
  'great-lakes': ['toledo', 5],
  atlantic: ['halifax', 5],
  gulf: ['tampico', 6],
};

const duplicator: MotionText = {
  key: 'duplicator',
  body: 'hamilton',
  kind: 'AUTHORISE_SPENDING',
  payload: { amount: '180.00', currency: 'USD', purpose: 'A duplicator', until: '', fund: null },
  title: 'A duplicator of our own',
  text: 'We buy the duplicator that the parish is giving up, for at most 180.00 with ink and two boxes of paper, and stop paying the copy shop.',
};

/** The day on which it happens, moved by so many. */
async function day({ db }: Acts, days = 0): Promise<string> {
  const { rows } = await sql<{ day: string }>`select (clock_timestamp()::date + ${days}::int)::text as day`.execute(db);
  return rows[0]!.day;
}

async function quarter({ db }: Acts): Promise<{ periodFrom: string; periodUntil: string }> {
  const { rows } = await sql<{ periodFrom: string; periodUntil: string }>`
    select q::date::text as "periodFrom", (q + interval '3 months' - interval '1 day')::date::text as "periodUntil" from date_trunc('quarter', clock_timestamp()) q`.execute(
    db,
  );
  return rows[0]!;
}

async function openHamilton(acts: Acts): Promise<void> {
  const context = await acts.as(['hamilton', 1]);
  await openBooks(context, {
    id: idOf('opening', 'hamilton'),
    bodyId: bodyId('hamilton'),
    currency: 'USD',
    openedOn: await day(acts),
    money: [
      { kind: 'CASH', bank: null, amount: '64.50' },
      { kind: 'BANK', bank: null, amount: '412.00' },
    ],
    funds: [{ name: 'Strike', amount: '150.00' }],
  });
}

/** What a group has in cash goes to its bank, and from there to each body above what it is owed. */
async function passUp(acts: Acts, group: string): Promise<void> {
  const id = bodyId(group);
  const context = await acts.as([group, 1]);
  const cash = await acts.db
    .selectFrom('ledger_account')
    .select('balance')
    .where('body_id', '=', id)
    .where('kind', '=', 'CASH')
    .executeTakeFirst();
  if (cash && BigInt(cash.balance) > 0n)
    await moveMoney(context, {
      id: idOf('banked', group),
      bodyId: id,
      from: { kind: 'CASH', bank: null },
      to: { kind: 'BANK', bank: null },
      amount: writeAmount(BigInt(cash.balance), 'USD'),
      currency: 'USD',
      movedOn: await day(acts),
      memo: null,
    });
  for (const { toBodyId, open, currency } of await owedAbove(acts.db, id))
    await remitDues(context, {
      id: idOf('remittance', group, toBodyId),
      bodyId: id,
      toBodyId,
      ...(await quarter(acts)),
      amount: writeAmount(open, currency),
      currency,
      method: 'TRANSFER',
      bank: null,
      sentOn: await day(acts),
      reference: null,
    });
}

/** Each Treasurer above enters what has come. */
async function receive(acts: Acts): Promise<void> {
  const sent = await acts.db
    .selectFrom('remittance as r')
    .innerJoin('body as to', 'to.id', 'r.to_body_id')
    .innerJoin('body as b', 'b.id', 'r.body_id')
    .select(['r.id', 'to.slug as to', 'b.slug'])
    .where('r.state', '=', 'SENT')
    .orderBy('b.slug')
    .execute();
  for (const { id, to, slug } of sent)
    if (slug !== ON_ITS_WAY || to !== 'federation')
      await confirmRemittance(await acts.as(treasurers[to]!), {
        idempotencyKey: idOf('confirmed', id),
        remittanceId: id,
        receivedOn: await day(acts),
        bank: null,
      });
}

async function buy(acts: Acts): Promise<void> {
  const { id } = await acts.db
    .selectFrom('spending_authority')
    .select('id')
    .where('proposal_id', '=', motionId(duplicator.key))
    .executeTakeFirstOrThrow();
  const spendingId = idOf('spending', duplicator.key);
  await proposeSpending(await acts.as(['hamilton', 8]), {
    id: spendingId,
    bodyId: bodyId('hamilton'),
    authorityId: id,
    fund: null,
    payee: 'St. Brendan’s parish office',
    words: 'The duplicator, ink and two boxes of paper, as agreed with the sexton',
    amount: '165.00',
    currency: 'USD',
    paidFrom: 'BANK',
    bank: null,
    receiptId: null,
  });
  await approveSpending(await acts.as(['hamilton', 1]), {
    idempotencyKey: idOf('approved', duplicator.key),
    spendingId,
    authorityId: null,
  });
}

const step = (ago: number, happen: Step['happen']): Step => ({ ago, happen });

export const treasurySteps: Step[] = [
  step(44.95, openHamilton),
  step(33, async (acts) => {
    for (const { slug } of localGroups) if (slug !== LATE_GROUP) await passUp(acts, slug);
  }),
  step(31, receive),
  step(28.5, async (acts) =>
    setAside(await acts.as(treasurers['federation']!), {
      id: idOf('aside', 'strike'),
      bodyId: bodyId('federation'),
      fund: 'Strike',
      amount: '400.00',
      currency: 'USD',
      on: await day(acts),
      memo: null,
    }).then(() => undefined),
  ),
  step(26, async (acts) =>
    acts.move(['hamilton', 9], { ...duplicator, payload: { ...duplicator.payload, until: await day(acts, 180) } }),
  ),
  step(25.5, (acts) => acts.second(duplicator.key, ['hamilton', 10], ['hamilton', 11])),
  step(17, (acts) => acts.openPoll(duplicator.key, ['hamilton', 2])),
  ...[16.5, 15, 12.8].map((ago, i) =>
    step(ago, (acts) => acts.vote(duplicator.key, { hamilton: [11, 2, 1] }, i / 3, (i + 1) / 3)),
  ),
  step(9.8, (acts) => acts.close(duplicator.key)),
  step(6.2, buy),
];
