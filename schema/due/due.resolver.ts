// Due from you: what each membership and office of the viewer owes now, the most pressing first.
import { Ctx, Field, FieldResolver, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { bodiesById } from '../../server/bodies/bodies.reads.js';
import type { Context } from '../../server/context.js';
import { duesDue } from '../../server/dues/due.js';
import { electionDues } from '../../server/elections/dues.js';
import type { DueItem } from '../../server/membership/dueItem.js';
import { membershipDues } from '../../server/membership/dues.js';
import { pollDues } from '../../server/polls/dues.js';
import { proposalDues } from '../../server/proposals/dues.js';
import { BodyType } from '../bodies/bodies.types.js';
import { DateTime, JSONObject } from '../scalars.js';

@ObjectType('Due', { description: 'One thing a person owes now.' })
class DueType {
  @Field({
    description:
      'VOTE, SECOND, ACCEPT_PLATFORM, ADMIT, OPEN_POLL, TELLER_COUNT, CHALLENGE, APPLY; of elections NOMINATION (to be answered), ELECT, PAPERS (to be read by a second teller), CALL_ELECTION (nobody stood) and VACANCY; of dues PAY_DUES and ANSWER_WAIVERS.',
  })
  kind!: string;

  @Field({ description: 'What it is about.' })
  title!: string;

  @Field(() => DateTime, { nullable: true, description: 'Until when.' })
  deadline!: Date | null;

  @Field({ description: 'Where it is done: a route of the web client.' })
  path!: string;

  @Field(() => JSONObject, { nullable: true, description: 'Facts for wording it in the reader’s language.' })
  values!: Record<string, string | number>;
}

/** Each feature lists what is due of its own. */
const sources: ((context: Context) => Promise<DueItem[]>)[] = [
  membershipDues,
  proposalDues,
  pollDues,
  electionDues,
  duesDue,
];

@Resolver(() => DueType)
export class DueResolver {
  @Query(() => [DueType], {
    description: 'What the viewer owes now, the nearest deadline first, then what has none; empty when signed out.',
  })
  async dueFromMe(@Ctx() context: Context) {
    const due = (await Promise.all(sources.map((source) => source(context)))).flat();
    const at = ({ deadline }: DueItem) => deadline?.getTime() ?? Infinity;
    return due.sort((a, b) => (at(a) === at(b) ? 0 : at(a) - at(b)));
  }

  @FieldResolver(() => BodyType, { nullable: true, description: 'The body it is owed to.' })
  body(@Root() due: DueItem, @Ctx() { loaders }: Context) {
    return due.bodyId ? loaders.of(bodiesById).load(due.bodyId) : null;
  }
}
