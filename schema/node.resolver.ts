// One look-up for anything with an id, under the same privacy as every other way to it: what is not the viewer's
// to see answers like what does not exist.
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { bodiesById } from '../server/bodies/bodies.reads.js';
import type { Context } from '../server/context.js';
import { electionsById } from '../server/elections/elections.reads.js';
import { malformed } from '../server/errors.js';
import { splitId } from '../server/ids.js';
import { membershipsById } from '../server/membership/membership.reads.js';
import { pollsById } from '../server/polls/polls.reads.js';
import { platformsById } from '../server/platform/platform.reads.js';
import { seesMembership } from '../server/policy/sight.js';
import { isSeenBy } from '../server/proposals/loadMotion.js';
import { proposalsById } from '../server/proposals/proposals.reads.js';
import { Node } from './node.js';

type Finder = (context: Context, id: string) => Promise<{ id: string } | null>;

const finders: Record<string, Finder> = {
  Body: ({ loaders }, id) => loaders.of(bodiesById).load(id),
  Poll: ({ loaders }, id) => loaders.of(pollsById).load(id),
  Election: ({ loaders }, id) => loaders.of(electionsById).load(id),
  PlatformVersion: ({ loaders }, id) => loaders.of(platformsById).load(id),
  async Membership({ loaders, actor }, id) {
    const membership = await loaders.of(membershipsById).load(id);
    return membership && seesMembership(actor, membership) ? membership : null;
  },
  async Proposal({ loaders, actor }, id) {
    const proposal = await loaders.of(proposalsById).load(id);
    return proposal && isSeenBy(proposal, actor) ? proposal : null;
  },
};

@Resolver()
export class NodeResolver {
  @Query(() => Node, {
    nullable: true,
    description: 'Anything by its id; null where there is no such thing, or it is not the viewer’s to see.',
  })
  async node(@Ctx() context: Context, @Arg('id', () => ID) id: string) {
    const [kind, local] = splitId(id);
    const find = Object.hasOwn(finders, kind) ? finders[kind] : undefined;
    if (!find || !local) throw malformed(`id should be that of one of: ${Object.keys(finders).join(', ')}.`, 'id');
    const found = await find(context, local);
    return found && { ...found, __node: kind };
  }
}
