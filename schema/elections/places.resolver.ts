// What an election is to the viewer and to its officers: nominations, abilities, tellers' papers, vacant seats.
import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '../../server/context.js';
import { electionAbilities, whyNotStand } from '../../server/elections/abilities.js';
import { batchesOf, paperHolders, papersRead } from '../../server/elections/batches.reads.js';
import { candidatesById, candidatesOf } from '../../server/elections/candidates.reads.js';
import type { ElectionRow } from '../../server/elections/elections.reads.js';
import { vacanciesOf, type VacancyRow } from '../../server/elections/vacancies.reads.js';
import { globalId } from '../../server/ids.js';
import { may } from '../../server/policy/table.js';
import { seesCandidate, seesNames } from '../../server/policy/sight.js';
import { Cannot } from '../proposals/proposals.types.js';
import { RefusalType } from '../result.js';
import { CandidateType } from './candidates.types.js';
import { ElectionType } from './elections.types.js';
import { PaperBatch, PaperHolder } from './papers.types.js';
import { Vacancy } from './results.types.js';

@Resolver(() => ElectionType)
export class ElectionPlacesResolver {
  @FieldResolver(() => [CandidateType], {
    description:
      'Every nomination the viewer may know of, with what became of it: their own, those they made, and those who stand or stood.',
  })
  async nominations(@Root() { id }: ElectionRow, @Ctx() { actor, loaders }: Context) {
    const all = await loaders.of(candidatesOf).load(id);
    return all.filter((candidate) => candidate.kind === 'PERSON' && seesCandidate(actor, candidate));
  }

  @FieldResolver(() => CandidateType, { nullable: true, description: 'The viewer’s own candidacy.' })
  async viewerCandidacy(@Root() { id }: ElectionRow, @Ctx() { actor, loaders }: Context) {
    if (!actor) return null;
    const all = await loaders.of(candidatesOf).load(id);
    return all.find(({ personId }) => personId === actor.personId) ?? null;
  }

  @FieldResolver(() => RefusalType, {
    nullable: true,
    description: 'Why the viewer cannot stand; null where they can, and when signed out.',
  })
  async viewerCannotStand(@Root() election: ElectionRow, @Ctx() context: Context) {
    const refusal = await whyNotStand(context, election);
    return refusal && RefusalType.of(refusal);
  }

  @FieldResolver(() => [String], {
    description: 'Names of deeds the viewer may do with it now; ballots are the poll’s.',
  })
  async viewerCan(@Root() election: ElectionRow, @Ctx() context: Context) {
    return (await electionAbilities(context, election)).can;
  }

  @FieldResolver(() => [Cannot], { description: 'Of the viewer’s offices, each deed not possible now, and why.' })
  async viewerCannot(@Root() election: ElectionRow, @Ctx() context: Context): Promise<Cannot[]> {
    const { cannot } = await electionAbilities(context, election);
    return cannot.map(({ deed, refusal }) => ({ deed, refusal: RefusalType.of(refusal) }));
  }

  @FieldResolver(() => Int, { description: 'Papers in batches on which two tellers agree.' })
  papersAgreed(@Root() { id }: ElectionRow, @Ctx() { loaders }: Context) {
    return loaders.of(papersRead).load(id);
  }

  @FieldResolver(() => [PaperBatch], { description: 'The tellers’ batches: to tellers and officers of the body.' })
  async batches(@Root() { id, bodyId }: ElectionRow, @Ctx() { actor, loaders }: Context): Promise<PaperBatch[]> {
    if (!actor || !may(actor, 'recordPapers', { bodyId })) return [];
    const batches = await loaders.of(batchesOf).load(id);
    return batches.map(({ number, agreed, readings }) => ({
      number,
      agreed,
      readings: readings.map(({ tellerId, ...reading }) => ({ ...reading, mine: tellerId === actor.personId })),
    }));
  }

  @FieldResolver(() => [PaperHolder], {
    description:
      'Who has been handed a paper, to tellers and officers, as far as they see names; forgotten as a secret vote closes.',
  })
  async paperHolders(@Root() { id, bodyId }: ElectionRow, @Ctx() { actor, loaders }: Context): Promise<PaperHolder[]> {
    if (!actor) return [];
    const holders = await loaders.of(paperHolders).load(id);
    return holders
      .filter(({ bodyId: homeId }) => may(actor, 'handPaper', { bodyId, homeId }) && seesNames(actor, homeId))
      .map(({ membershipId, privateName, at }) => ({
        membershipId: globalId('Membership', membershipId),
        name: privateName,
        at,
      }));
  }

  @FieldResolver(() => [Vacancy], {
    description: 'Seats won here whose holders left early, and who followed.',
  })
  vacancies(@Root() { id }: ElectionRow, @Ctx() { loaders }: Context) {
    return loaders.of(vacanciesOf).load(id);
  }
}

@Resolver(() => Vacancy)
export class VacancyResolver {
  @FieldResolver()
  officeTermId(@Root() { termId }: VacancyRow): string {
    return globalId('OfficeTerm', termId);
  }

  @FieldResolver(() => CandidateType, { description: 'Who left.' })
  left(@Root() { leftCandidateId }: VacancyRow, @Ctx() { loaders }: Context) {
    return loaders.of(candidatesById).load(leftCandidateId);
  }

  @FieldResolver(() => CandidateType, { nullable: true, description: 'Who followed; null while the seat is empty.' })
  filledBy(@Root() { candidateId }: VacancyRow, @Ctx() { loaders }: Context) {
    return candidateId ? loaders.of(candidatesById).load(candidateId) : null;
  }

  @FieldResolver(() => String, { nullable: true })
  count(@Root() { count }: VacancyRow) {
    return count && JSON.stringify(count);
  }
}
