// What the viewer can do with an election now, and why they cannot do what their offices are for.
import type { Context } from '../context.js';
import { Refusal } from '../errors.js';
import type { Actor } from '../policy/actor.js';
import { may, policy } from '../policy/table.js';
import { judgeCall } from './callElection.js';
import { whyNotEligible } from './eligibility.js';
import type { CandidateRow } from './candidates.reads.js';
import type { ElectionRow } from './elections.reads.js';
import { answerNames, judge, judgeAnswer, type JudgedDeed } from './judge.js';
import type { OfficeToElectRow } from './offices.reads.js';
import { vacanciesOf } from './vacancies.reads.js';

const ofOfficers = [
  'openElection',
  'handPaper',
  'takeBackPaper',
  'recordPapers',
  'certifyElection',
  'fillVacancy',
] as const;

export interface Abilities {
  can: JudgedDeed[];
  cannot: { deed: JudgedDeed; refusal: Refusal }[];
}

export async function electionAbilities(context: Context, election: ElectionRow): Promise<Abilities> {
  const { actor, loaders } = context;
  const abilities: Abilities = { can: [], cannot: [] };
  if (!actor) return abilities;
  const { bodyId } = election;
  if (may(actor, 'nominate', { bodyId }) && refusalOf(() => judge.nominate(election)) === null)
    abilities.can.push('nominate');
  for (const deed of ofOfficers) {
    if (!may(actor, deed, { bodyId, homeId: homeBelow(actor, bodyId) })) continue;
    const refusal = refusalOf(() => judge[deed](election));
    if (refusal) abilities.cannot.push({ deed, refusal });
    else if (
      deed !== 'fillVacancy' ||
      (await loaders.of(vacanciesOf).load(election.id)).some(({ how }) => how === null)
    )
      abilities.can.push(deed);
  }
  return abilities;
}

/** Where the person belongs, if that is a part of the body. */
const homeBelow = ({ membership }: Actor, bodyId: string): string =>
  membership?.aboveIds.includes(bodyId) ? membership.bodyId : bodyId;

export function candidateAbilities({ actor }: Context, candidate: CandidateRow, election: ElectionRow): JudgedDeed[] {
  if (!actor || actor.personId !== candidate.personId) return [];
  return answerNames.filter((deed) => refusalOf(() => judgeAnswer(deed, candidate.state, election)) === null);
}

/** Null where they can, and where nobody is signed in. */
export async function whyNotStand({ actor, db }: Context, election: ElectionRow): Promise<Refusal | null> {
  if (!actor) return null;
  return refusalOf(() => judge.nominate(election)) ?? whyNotEligible(db, election, actor.personId);
}

export function whyNotCall({ actor }: Context, office: OfficeToElectRow): Refusal | null {
  const { sentence, rule } = policy.callElection;
  if (!may(actor, 'callElection', { bodyId: office.bodyId })) return new Refusal('NOT_ALLOWED', sentence, { rule });
  return refusalOf(() => judgeCall(office));
}

function refusalOf(judgement: () => void): Refusal | null {
  try {
    judgement();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
