// Candidates: whose name and statement a viewer sees is asked of one page, server/policy/sight.ts.
import { Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { bodiesById } from '../../server/bodies/bodies.reads.js';
import type { Context } from '../../server/context.js';
import { candidateAbilities } from '../../server/elections/abilities.js';
import type { CandidateRow } from '../../server/elections/candidates.reads.js';
import { electionsById } from '../../server/elections/elections.reads.js';
import { globalId } from '../../server/ids.js';
import { seesCandidate } from '../../server/policy/sight.js';
import { BodyType } from '../bodies/bodies.types.js';
import { CandidateType } from './candidates.types.js';
import { ElectionType } from './elections.types.js';

@Resolver(() => CandidateType)
export class CandidatesResolver {
  @FieldResolver(() => ID)
  id(@Root() { id }: CandidateRow) {
    return globalId('Candidate', id);
  }

  @FieldResolver(() => ElectionType, { description: 'In which election.' })
  election(@Root() { electionId }: CandidateRow, @Ctx() { loaders }: Context) {
    return loaders.of(electionsById).load(electionId);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The name of the person, as far as the viewer may see it; the title of an option.',
  })
  name(@Root() candidate: CandidateRow, @Ctx() { actor }: Context) {
    return seesCandidate(actor, candidate) ? candidate.privateName : null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'What they say, as Markdown; null where the viewer may not see the name. Empty where nothing is said.',
  })
  statement(@Root() candidate: CandidateRow, @Ctx() { actor }: Context) {
    return seesCandidate(actor, candidate) ? candidate.privateStatement : null;
  }

  @FieldResolver(() => BodyType, {
    nullable: true,
    description: 'The Local Group they belonged to when they were nominated, where the viewer may see the name.',
  })
  body(@Root() candidate: CandidateRow, @Ctx() { actor, loaders }: Context) {
    return candidate.bodyId && seesCandidate(actor, candidate) ? loaders.of(bodiesById).load(candidate.bodyId) : null;
  }

  @FieldResolver(() => Boolean, { description: 'Whether it is the viewer.' })
  mine(@Root() { personId }: CandidateRow, @Ctx() { actor }: Context): boolean {
    return actor !== null && actor.personId === personId;
  }

  @FieldResolver(() => [String], {
    description:
      'Of acceptNomination, declineNomination, withdrawNomination and withdrawCandidate what the viewer may do now.',
  })
  async viewerCan(@Root() candidate: CandidateRow, @Ctx() context: Context) {
    const election = await context.loaders.of(electionsById).load(candidate.electionId);
    return candidateAbilities(context, candidate, election!);
  }
}
