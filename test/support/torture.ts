// Sixteen Treasurers at once, at random, over connections that are cut and messages that come twice and in any order: what
// each does follows from a seed. A writer sends a deed under its id until it is answered, as the web page does.
import pg from 'pg';
import { drawer } from '../../server/demo/seeded.js';
import { deed, today, type Facts } from './dues.js';
import type { Founded } from './founding.js';
import type { StripeStandIn } from './stripe.js';
import { newKey, type World } from './world.js';

export interface Torture {
  seed: string;
  writers: number;
  /** Deeds of each writer. */
  deeds: number;
}

export interface Survived {
  /** Payments whose receipt a Treasurer has seen, by the id they were sent under. */
  acknowledged: string[];
  /** Card payments that were made on the company’s page and told of. */
  cards: number;
  cuts: number;
  /** Answers that were refusals: many are, at random. */
  refusals: number;
}

const webhookSecret = 'whsec_standin';
const groups = [
  ['alder', 'north', 'abe', ['ada', 'amy', 'ann']],
  ['birch', 'north', 'ben', ['bea', 'bob']],
  ['cedar', 'south', 'cid', ['cat']],
] as const;
/** North’s and South’s books are kept by members of their groups. */
const receivers: Record<string, string> = { north: 'amy', south: 'cat', federation: 'art' };

export async function torture(
  world: World,
  f: Founded,
  stripe: StripeStandIn,
  { seed, writers, deeds }: Torture,
): Promise<Survived> {
  const day = await today(world);
  const survived: Survived = { acknowledged: [], cards: 0, cuts: 0, refusals: 0 };

  /** Again under the same id until there is an answer, whatever was cut meanwhile. */
  const insist = async (name: string, input: object, as: string, made: string): Promise<Facts> => {
    for (let turn = 1; ; turn++) {
      try {
        const answer = await deed(world, name, input, as, made);
        if (answer['code']) survived.refusals++;
        return answer;
      } catch (error) {
        if (turn > 60) throw error;
        await pause(20 * Math.min(turn, 10));
      }
    }
  };

  const usd = (draw: (below: number) => number) => ({ amount: `${draw(40)}.${10 + draw(90)}`, currency: 'USD' });
  const paid = '... on PaymentChanged { payment { id } }';
  const remitted = '... on RemittanceChanged { remittance { id } }';

  const write = async (writer: number) => {
    const draw = drawer(`${seed} ${writer}`);
    const mine: string[] = [];
    for (let done = 0; done < deeds; done++) {
      const [slug, region, treasurer, members] = groups[draw(groups.length)]!;
      const as = f.people[treasurer]!;
      const bodyId = `Body_${f.bodies[slug]}`;
      const pick = draw(100);
      if (pick < 55) {
        const id = newKey();
        const input = {
          id,
          membershipId: `Membership_${f.memberships[members[draw(members.length)]!]}`,
          method: (['CASH', 'TRANSFER', 'CHEQUE'] as const)[draw(3)],
          amount: usd(draw),
          receivedOn: day,
        };
        const answers = await Promise.all(
          Array.from({ length: 1 + draw(3) }, () => insist('recordPayment', input, as, paid)),
        );
        if (answers.some((answer) => answer['payment'])) {
          survived.acknowledged.push(id);
          mine.push(id);
        }
      } else if (pick < 63 && mine.length > 0) {
        const paymentId = `Payment_${mine[draw(mine.length)]}`;
        const input = { id: newKey(), paymentId, amount: usd(draw).amount, method: 'CASH', givenOn: day };
        await insist('refundPayment', input, f.people[treasurer]!, paid);
      } else if (pick < 70 && mine.length > 0) {
        const paymentId = `Payment_${mine[draw(mine.length)]}`;
        await insist('reversePayment', { idempotencyKey: newKey(), paymentId, reason: 'A mistake.' }, as, paid);
      } else if (pick < 84) {
        const to = draw(2) === 0 ? region : 'federation';
        const input = {
          id: newKey(),
          bodyId,
          toBodyId: `Body_${f.bodies[to]}`,
          periodFrom: day,
          periodUntil: day,
          amount: usd(draw),
          method: (['CASH', 'TRANSFER'] as const)[draw(2)],
          sentOn: day,
        };
        const { remittance } = await insist('remitDues', input, as, remitted);
        if (!remittance) continue;
        const about = { idempotencyKey: newKey(), remittanceId: remittance.id };
        const answer = draw(10);
        const other = f.people[receivers[to]!]!;
        if (answer < 6) await insist('confirmRemittance', { ...about, receivedOn: day }, other, remitted);
        else if (answer < 8) await insist('disputeRemittance', { ...about, reason: 'Not here.' }, other, remitted);
        else await insist('withdrawRemittance', { ...about, reason: 'Not sent.' }, as, remitted);
      } else if (pick < 92) {
        const input = {
          id: newKey(),
          bodyId,
          from: { kind: 'CASH' },
          to: { kind: 'BANK' },
          amount: usd(draw),
          movedOn: day,
        };
        await insist('moveMoney', input, as, '... on BooksChanged { ledger { slug } }');
      } else {
        const payer = (['bea', 'bob'] as const)[draw(2)]!;
        const input = { id: newKey(), membershipId: `Membership_${f.memberships[payer]}`, amount: usd(draw) };
        const { url } = await insist('payByCard', input, f.people[payer]!, '... on CardPage { url }');
        if (!url) continue;
        const session = (url as string).split('/').at(-1)!;
        stripe.pay(session);
        const completed = stripe.event('checkout.session.completed', session, webhookSecret);
        const later = stripe.event('checkout.session.async_payment_succeeded', session, webhookSecret);
        const stray = stripe.event('checkout.session.expired', session, webhookSecret);
        const messages = [completed, completed, later, stray, completed];
        await Promise.all(messages.sort(() => draw(3) - 1).map((event) => untilTaken(world, f.bodies.birch, event)));
        survived.cards++;
      }
    }
  };

  const cutter = new pg.Client({ connectionString: world.databaseUrl });
  await cutter.connect();
  let writing = true;
  const cutting = (async () => {
    const draw = drawer(`${seed} cuts`);
    while (writing) {
      await pause(150 + draw(300));
      const { rowCount } = await cutter.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() order by md5(pid::text || $1) limit 1',
        [String(draw(1_000_000))],
      );
      survived.cuts += rowCount ?? 0;
    }
  })();
  try {
    await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));
  } finally {
    writing = false;
    await cutting;
    await cutter.end();
  }
  return survived;
}

/** As the card company does: again until it is taken. */
async function untilTaken(world: World, bodyId: string, event: { body: string; signature: string }): Promise<void> {
  for (let turn = 1; turn <= 60; turn++) {
    const response = await fetch(`${world.url}/webhooks/stripe/${bodyId}`, {
      method: 'POST',
      headers: { 'stripe-signature': event.signature, 'content-type': 'application/json' },
      body: event.body,
    }).catch(() => null);
    if (response?.status === 200) return;
    await pause(20 * Math.min(turn, 10));
  }
  throw new Error('a message of the card company was never taken');
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
