// What dues ask of a person now: to pay what has fallen due, and of the two officers who may excuse, to answer who asked.
import { sql } from 'kysely';
import { bodiesById } from '../bodies/bodies.reads.js';
import type { Context } from '../context.js';
import type { DueItem } from '../membership/dueItem.js';
import type { Actor } from '../policy/actor.js';
import { may } from '../policy/table.js';
import { duesStandingsOf } from './duesStanding.js';
import { writeAmount } from './money.js';

export async function duesDue(context: Context): Promise<DueItem[]> {
  const { actor } = context;
  if (!actor) return [];
  const found = await Promise.all([toPay(context, actor), waiversToAnswer(context, actor)]);
  return found.flat();
}

/** Until the grace is over, because after it the vote rests. */
async function toPay({ db, loaders }: Context, { personId, membership }: Actor): Promise<DueItem[]> {
  if (!membership) return [];
  const { rows } = await sql<{ currency: string; amount: string }>`
    select currency, sum(amount - settled)::text as amount from dues_charge
    where person_id = ${personId} and settled < amount and due_on <= clock_timestamp()::date group by currency order by currency`.execute(
    db,
  );
  if (rows.length === 0) return [];
  const standing = await loaders.of(duesStandingsOf).load(membership.id);
  const sum = rows.map(({ currency, amount }) => `${writeAmount(BigInt(amount), currency)} ${currency}`).join(' + ');
  const until = standing?.state === 'WITHIN_GRACE' ? standing.nextOn : null;
  return [
    {
      kind: 'PAY_DUES',
      title: `Dues: ${sum}`,
      bodyId: membership.bodyId,
      deadline: until ? new Date(`${until}T00:00:00Z`) : null,
      path: '/dues',
      values: { sum },
    },
  ];
}

async function waiversToAnswer({ db, loaders }: Context, actor: Actor): Promise<DueItem[]> {
  const offices = new Set(actor.offices.map(({ bodyId }) => bodyId));
  const bodyIds = [...offices].filter((bodyId) => may(actor, 'declineWaiver', { bodyId, personId: '' }));
  if (bodyIds.length === 0) return [];
  const { rows } = await sql<{ bodyId: string; count: number }>`
    select m.body_id as "bodyId", count(*)::int as count from dues_waiver_request r join membership m on m.id = r.membership_id
    where r.answer is null and m.body_id = any (${bodyIds}::uuid[]) and m.person_id <> ${actor.personId} group by m.body_id`.execute(
    db,
  );
  return Promise.all(
    rows.map(async ({ bodyId, count }): Promise<DueItem> => {
      const body = await loaders.of(bodiesById).load(bodyId);
      const title = count === 1 ? '1 private request' : `${count} private requests`;
      return {
        kind: 'ANSWER_WAIVERS',
        title,
        bodyId,
        deadline: null,
        path: `/b/${body!.slug}/treasurer`,
        values: { count },
      };
    }),
  );
}
