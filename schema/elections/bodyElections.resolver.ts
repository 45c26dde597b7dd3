// Elections on the pages of bodies, motions and polls.
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { BodyRow } from '../../server/bodies/bodies.reads.js';
import type { Context } from '../../server/context.js';
import { electionPage, electionsById, electionsOfProposals } from '../../server/elections/elections.reads.js';
import { officesOf, type OfficeToElectRow } from '../../server/elections/offices.reads.js';
import { whyNotCall } from '../../server/elections/abilities.js';
import type { PollRow } from '../../server/polls/polls.reads.js';
import type { ProposalRow } from '../../server/proposals/proposals.reads.js';
import { BodyType } from '../bodies/bodies.types.js';
import { pageOf, pageSize, readCursor, writeCursor } from '../page.js';
import { PollType } from '../polls/polls.types.js';
import { ProposalType } from '../proposals/proposals.types.js';
import { RefusalType } from '../result.js';
import { ElectionConnection, ElectionState, ElectionType, OfficeToElect } from './elections.types.js';

@Resolver(() => BodyType)
export class BodyElectionsResolver {
  @FieldResolver(() => ElectionConnection, { description: 'Its elections, the latest first.' })
  async elections(
    @Root() { id: bodyId }: BodyRow,
    @Ctx() { db }: Context,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Arg('states', () => [ElectionState], { nullable: true, description: 'Only these.' })
    states: ElectionState[] | null,
  ) {
    const page = { bodyId, first: pageSize(first), after: readCursor(after, 'moment', 'uuid'), states: states ?? null };
    return pageOf(await electionPage(db, page), first, (row) => writeCursor(row.sortAt, row.id));
  }

  @FieldResolver(() => [OfficeToElect], { description: 'The offices its rule book fills by election.' })
  officesToElect(@Root() { id }: BodyRow, @Ctx() { loaders }: Context) {
    return loaders.of(officesOf).load(id);
  }
}

@Resolver(() => OfficeToElect)
export class OfficeToElectResolver {
  @FieldResolver(() => ElectionType, { nullable: true, description: 'The election to it that is under way.' })
  underWay(@Root() { electionId }: OfficeToElectRow, @Ctx() { loaders }: Context) {
    return electionId ? loaders.of(electionsById).load(electionId) : null;
  }

  @FieldResolver(() => RefusalType, {
    nullable: true,
    description: 'Why the viewer cannot call an election to it now; null where they can.',
  })
  async cannotCall(@Root() office: OfficeToElectRow, @Ctx() context: Context) {
    const refusal = whyNotCall(context, office);
    return refusal && RefusalType.of(refusal);
  }
}

@Resolver(() => ProposalType)
export class ProposalElectionResolver {
  @FieldResolver(() => ElectionType, { nullable: true, description: 'The election it called, once carried.' })
  election(@Root() { id }: ProposalRow, @Ctx() { loaders }: Context) {
    return loaders.of(electionsOfProposals).load(id);
  }
}

@Resolver(() => PollType)
export class PollElectionResolver {
  @FieldResolver(() => ElectionType, {
    nullable: true,
    description: 'The election it is the vote of; null of a motion.',
  })
  election(@Root() { id, method }: PollRow, @Ctx() { loaders }: Context) {
    return method === 'MOTION' ? null : loaders.of(electionsById).load(id);
  }
}
