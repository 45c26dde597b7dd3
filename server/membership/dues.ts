// What belonging asks of a person now: to accept the platform in force, to answer applications, to apply at all.
import type { Context } from '../context.js';
import { bodiesById } from '../bodies/bodies.reads.js';
import { acceptedAt, platformInForceOnce } from '../platform/platform.reads.js';
import { may } from '../policy/table.js';
import type { Actor } from '../policy/actor.js';
import type { DueItem } from './dueItem.js';
import { waitingCounts } from './membership.reads.js';

export async function membershipDues(context: Context): Promise<DueItem[]> {
  const { actor } = context;
  if (!actor) return [];
  const found = await Promise.all([platformToAccept(context, actor), applicationsToAnswer(context, actor)]);
  return [...found.flat(), ...(actor.membership ? [] : [toApply])];
}

const toApply: DueItem = {
  kind: 'APPLY',
  title: 'Apply to a Local Group',
  bodyId: null,
  deadline: null,
  path: '/join',
  values: {},
};

async function platformToAccept({ loaders }: Context, actor: Actor): Promise<DueItem[]> {
  const platform = await loaders.of(platformInForceOnce).load('now');
  if (!platform || !actor.membership) return [];
  if (await loaders.of(acceptedAt).load(`${actor.personId}/${platform.id}`)) return [];
  const { number, bodyId, reacceptBy } = platform;
  return [
    {
      kind: 'ACCEPT_PLATFORM',
      title: `Platform ${number}`,
      bodyId,
      deadline: reacceptBy,
      path: '/platform',
      values: { version: number },
    },
  ];
}

/** The bodies whose applications this person answers. */
export const admittingBodies = (actor: Actor): string[] => {
  const bodies = new Set(actor.offices.map(({ bodyId }) => bodyId));
  return [...bodies].filter((bodyId) => may(actor, 'admitMember', { bodyId, personId: '' }));
};

async function applicationsToAnswer({ loaders }: Context, actor: Actor): Promise<DueItem[]> {
  const bodyIds = admittingBodies(actor);
  const counts = await loaders.of(waitingCounts).loadMany(bodyIds);
  const bodies = await loaders.of(bodiesById).loadMany(bodyIds);
  return bodies.flatMap((body, index): DueItem[] => {
    const count = counts[index];
    if (body instanceof Error) throw body;
    if (count instanceof Error) throw count;
    if (!body || !count) return [];
    const title = count === 1 ? '1 application' : `${count} applications`;
    return [
      { kind: 'ADMIT', title, bodyId: body.id, deadline: null, path: `/b/${body.slug}/members`, values: { count } },
    ];
  });
}
