// What the viewer can do with a motion, and why not the rest: a client holds no rules of its own.
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../server/context.js';
import type { ProposalRow } from '../../server/proposals/proposals.reads.js';
import { viewerAbilities } from '../../server/proposals/viewerAbilities.js';
import { RefusalType } from '../result.js';
import { Cannot, ProposalType } from './proposals.types.js';

@Resolver(() => ProposalType)
export class ProposalAbilitiesResolver {
  @FieldResolver(() => [String], { description: 'Names of deeds the viewer may do with it now.' })
  async viewerCan(@Root() motion: ProposalRow, @Ctx() context: Context) {
    return (await viewerAbilities(context, motion)).can;
  }

  @FieldResolver(() => [Cannot], { description: 'For each deed not possible now, why.' })
  async viewerCannot(@Root() motion: ProposalRow, @Ctx() context: Context): Promise<Cannot[]> {
    const { cannot } = await viewerAbilities(context, motion);
    return cannot.map(({ deed, refusal }) => ({ deed, refusal: RefusalType.of(refusal) }));
  }
}
