// The deeds on elections: shape in, the command, shape out. The election is read anew after each.
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../server/context.js';
import {
  acceptNomination,
  declineNomination,
  withdrawCandidate,
  withdrawNomination,
} from '../../server/elections/answerNomination.js';
import { callElection } from '../../server/elections/callElection.js';
import { certifyElection } from '../../server/elections/certifyElection.js';
import { candidatesById } from '../../server/elections/candidates.reads.js';
import { electionsById } from '../../server/elections/elections.reads.js';
import { fillVacancy } from '../../server/elections/fillVacancy.js';
import { handPaper, takeBackPaper } from '../../server/elections/handPaper.js';
import { nominate } from '../../server/elections/nominate.js';
import { openElection } from '../../server/elections/openElection.js';
import { recordPapers } from '../../server/elections/recordPapers.js';
import { localId } from '../../server/ids.js';
import { orRefusal } from '../result.js';
import {
  AcceptNominationInput,
  CallElectionInput,
  CandidateInput,
  CandidateResult,
  CertifyElectionInput,
  ElectionResult,
  FillVacancyInput,
  NominateInput,
  OpenElectionInput,
  PaperInput,
  RecordPapersInput,
} from './deeds.types.js';

const changed = (context: Context, deed: () => Promise<{ electionId: string }>) =>
  orRefusal(async () => {
    const { electionId } = await deed();
    return { election: await context.loaders.of(electionsById).load(electionId) };
  });

const stood = (context: Context, deed: () => Promise<{ id: string; electionId: string }>) =>
  orRefusal(async () => {
    const { id, electionId } = await deed();
    return {
      candidate: await context.loaders.of(candidatesById).load(id),
      election: await context.loaders.of(electionsById).load(electionId),
    };
  });

const election = ({ electionId }: { electionId: string }) => ({
  electionId: localId('Election', electionId, 'electionId'),
});
const candidate = ({ candidateId }: { candidateId: string }) => ({
  candidateId: localId('Candidate', candidateId, 'candidateId'),
});
const member = ({ membershipId }: { membershipId: string }) => ({
  membershipId: localId('Membership', membershipId, 'membershipId'),
});

@Resolver()
export class ElectionDeedsResolver {
  @Mutation(() => ElectionResult, { description: 'An officer calls the election to an office of the rule book.' })
  callElection(@Ctx() context: Context, @Arg('input') input: CallElectionInput) {
    const bodyId = localId('Body', input.bodyId, 'bodyId');
    return changed(context, () => callElection(context, { ...input, bodyId }));
  }

  @Mutation(() => CandidateResult, { description: 'A member nominates another, or stands.' })
  nominate(@Ctx() context: Context, @Arg('input') input: NominateInput) {
    const membershipId = input.membershipId ? localId('Membership', input.membershipId, 'membershipId') : null;
    return stood(context, () => nominate(context, { ...input, ...election(input), membershipId }));
  }

  @Mutation(() => CandidateResult, { description: 'The nominated person stands, with a statement.' })
  acceptNomination(@Ctx() context: Context, @Arg('input') input: AcceptNominationInput) {
    return stood(context, () => acceptNomination(context, { ...input, ...candidate(input) }));
  }

  @Mutation(() => CandidateResult, { description: 'The nominated person does not stand.' })
  declineNomination(@Ctx() context: Context, @Arg('input') input: CandidateInput) {
    return stood(context, () => declineNomination(context, { ...input, ...candidate(input) }));
  }

  @Mutation(() => CandidateResult, { description: 'A candidate withdraws before voting opens.' })
  withdrawNomination(@Ctx() context: Context, @Arg('input') input: CandidateInput) {
    return stood(context, () => withdrawNomination(context, { ...input, ...candidate(input) }));
  }

  @Mutation(() => CandidateResult, {
    description: 'A candidate withdraws while voting is open: papers pass over them to the next preference.',
  })
  withdrawCandidate(@Ctx() context: Context, @Arg('input') input: CandidateInput) {
    return stood(context, () => withdrawCandidate(context, { ...input, ...candidate(input) }));
  }

  @Mutation(() => ElectionResult, {
    description: 'An officer opens the vote once nominations are closed; the clock does it too.',
  })
  openElection(@Ctx() context: Context, @Arg('input') input: OpenElectionInput) {
    return changed(context, () => openElection(context, { ...input, ...election(input) }));
  }

  @Mutation(() => ElectionResult, {
    description: 'A teller hands a member on the roll a paper: they vote on it and not here.',
  })
  handPaper(@Ctx() context: Context, @Arg('input') input: PaperInput) {
    return changed(context, () => handPaper(context, { ...input, ...election(input), ...member(input) }));
  }

  @Mutation(() => ElectionResult, {
    description: 'A teller takes an unmarked paper back: the member votes here again.',
  })
  takeBackPaper(@Ctx() context: Context, @Arg('input') input: PaperInput) {
    return changed(context, () => takeBackPaper(context, { ...input, ...election(input), ...member(input) }));
  }

  @Mutation(() => ElectionResult, {
    description: 'A teller enters a batch of papers; it counts once two tellers have read the same.',
  })
  recordPapers(@Ctx() context: Context, @Arg('input') input: RecordPapersInput) {
    return changed(context, () => recordPapers(context, { ...input, ...election(input) }));
  }

  @Mutation(() => ElectionResult, {
    description: 'An officer has a closed election counted and certified; the clock does it too.',
  })
  certifyElection(@Ctx() context: Context, @Arg('input') input: CertifyElectionInput) {
    return changed(context, () => certifyElection(context, { ...input, ...election(input) }));
  }

  @Mutation(() => ElectionResult, {
    description: 'A vacant seat goes to the next alternate, or to whom a count-back finds.',
  })
  fillVacancy(@Ctx() context: Context, @Arg('input') input: FillVacancyInput) {
    const officeTermId = localId('OfficeTerm', input.officeTermId, 'officeTermId');
    return changed(context, () => fillVacancy(context, { ...input, ...election(input), officeTermId }));
  }
}
