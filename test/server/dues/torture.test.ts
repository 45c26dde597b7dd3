// The books under sixteen writers at random, with retries, cut connections and messages that repeat: nothing is lost, and
// nothing is there twice. `npm run torture:ledger` does the same for longer; TORTURE_SEED plays one again.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { checkDatabase } from '../../../server/checks/index.js';
import { settleBetween } from '../../../server/dues/remittances/settleBetween.js';
import { charge, deed, foundWithDues } from '../../support/dues.js';
import { grantOffice, type Founded } from '../../support/founding.js';
import { openStripe, type StripeStandIn } from '../../support/stripe.js';
import { torture } from '../../support/torture.js';
import { newKey, openWorld, type World } from '../../support/world.js';

const seed = process.env['TORTURE_SEED'] ?? newKey().slice(0, 8);
const deeds = Number(process.env['TORTURE_DEEDS'] ?? 8);

let stripe: StripeStandIn;
let world: World;
let f: Founded;
beforeAll(async () => {
  stripe = await openStripe();
  world = await openWorld({ STRIPE_URL: stripe.url, SECRETS_KEY: Buffer.alloc(32, 5).toString('base64') });
  f = await foundWithDues(world);
  await grantOffice(world, f.people['amy']!, f.bodies.north, 'TREASURER');
  await grantOffice(world, f.people['cat']!, f.bodies.south, 'TREASURER');
  await charge(world);
  const keys = { bodyId: `Body_${f.bodies.birch}`, secretKey: stripe.key, webhookSecret: 'whsec_standin' };
  await deed(
    world,
    'setCardAccount',
    { idempotencyKey: newKey(), ...keys },
    f.people['ben']!,
    '... on CardAccountType { takesCards }',
  );
});
afterAll(async () => {
  await world.close();
  await stripe.close();
});

test(
  `Σ debit = Σ credit, no entry twice, no acknowledged payment missing (TORTURE_SEED=${seed})`,
  async () => {
    const survived = await torture(world, f, stripe, { seed, writers: 16, deeds });
    process.stderr.write(
      `torture: seed ${seed}, ${JSON.stringify({ ...survived, acknowledged: survived.acknowledged.length })}\n`,
    );
    await settleBetween(world.clock());
    const { rows: sums } = await sql<{ currency: string; sum: string }>`
      select currency, sum(amount)::text as sum from ledger_entry group by currency`.execute(world.db);
    expect(sums).toEqual([{ currency: 'USD', sum: '0' }]);
    const { rows: kept } = await sql<{ id: string; booked: number }>`
      select p.id, (select count(*)::int from ledger_transfer t where t.source_id = p.id and t.kind = 'PAYMENT') as booked from dues_payment p`.execute(
      world.db,
    );
    expect(kept.filter(({ booked }) => booked !== 1)).toEqual([]);
    const ids = new Set(kept.map(({ id }) => id));
    expect(survived.acknowledged.filter((id) => !ids.has(id))).toEqual([]);
    const { rows: cards } = await sql<{ paid: number }>`
      select count(*)::int as paid from dues_payment where method = 'CARD'`.execute(world.db);
    expect(cards[0]!.paid).toBe(survived.cards);
    const { rows: twice } = await sql`
      select body_id, source_id, kind from ledger_transfer where kind in ('REMITTANCE_SENT', 'REMITTANCE_RECEIVED', 'REMITTED') group by 1, 2, 3 having count(*) > 1`.execute(
      world.db,
    );
    expect(twice).toEqual([]);
    await world.services.sequencer.settle();
    const { checks } = await checkDatabase(world.db, world.services.sequencer.signer);
    expect(checks.filter(({ ok }) => !ok)).toEqual([]);
  },
  120_000 + deeds * 60_000,
);
