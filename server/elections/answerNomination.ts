// The nominated person answers: stands, with a statement; declines; or withdraws, before the vote opens or while it is
// open. Who withdrew stands on the paper still, and papers pass over them.
import { command, type Deed } from '../command.js';
import { readCandidacy, type CandidacyInput } from './candidacy.js';
import { whyNotEligible } from './eligibility.js';
import { judgeAnswer, type Answer } from './judge.js';
import { lockCandidacy, type LockedCandidacy } from './load.js';

export interface CandidateInput {
  idempotencyKey: string;
  candidateId: string;
}

export const acceptNomination = command('acceptNomination', async (deed, input: CandidateInput & CandidacyInput) => {
  const { candidate, election } = await answering(deed, input);
  const refusal = await whyNotEligible(deed.db, election, candidate.personId!);
  if (refusal) throw refusal;
  const says = readCandidacy(input, election);
  await deed.db
    .updateTable('candidate')
    .set({ state: 'STANDING', ...says })
    .where('id', '=', candidate.id)
    .execute();
  await deed.record(election.id, says.statement);
  return { id: candidate.id, electionId: election.id };
});

export const declineNomination = command('declineNomination', (deed, input: CandidateInput) =>
  go(deed, input, 'DECLINED'),
);

export const withdrawNomination = command('withdrawNomination', (deed, input: CandidateInput) =>
  go(deed, input, 'WITHDRAWN'),
);

export const withdrawCandidate = command('withdrawCandidate', (deed, input: CandidateInput) =>
  go(deed, input, 'WITHDRAWN'),
);

/** The candidacy locked, the person and the moment judged. */
async function answering(deed: Deed<Answer>, { candidateId }: CandidateInput): Promise<LockedCandidacy> {
  const locked = await lockCandidacy(deed.db, candidateId);
  deed.authorize({ personId: locked.candidate.personId });
  judgeAnswer(deed.name, locked.candidate.state, locked.election);
  return locked;
}

async function go(deed: Deed<Answer>, input: CandidateInput, state: 'DECLINED' | 'WITHDRAWN') {
  const { candidate, election } = await answering(deed, input);
  await deed.db.updateTable('candidate').set({ state }).where('id', '=', candidate.id).execute();
  await deed.record(candidate.id);
  return { id: candidate.id, electionId: election.id };
}
