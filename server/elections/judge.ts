// Whether an election is at a point where a deed can be done: one judgement a deed, asked by the deed itself and by the
// page that shows what its reader can do.
import { mustHaveAVote } from '../bodies/Body.js';
import type { BodyStateWord, CandidateStateWord } from '../database/tables.js';
import { refuse } from '../errors.js';
import type { ElectionStateWord } from './elections.reads.js';

export interface ElectionFacts {
  state: ElectionStateWord;
  kind: 'PERSONS' | 'OPTIONS';
  nominationsUntil: Date;
  closesAt: Date | null;
  now: Date;
  bodyName: string;
  bodyState: BodyStateWord;
}

const rule = 'elections';
const stateWords: Record<ElectionStateWord, string> = {
  NOMINATIONS: 'is open for nominations',
  VOTING: 'is being voted on',
  CLOSED: 'is closed and waits for its count',
  CERTIFIED: 'is decided',
  LAPSED: 'lapsed, because nobody stood',
};

function mustBe({ state }: ElectionFacts, todo: string, ...states: ElectionStateWord[]): void {
  if (states.includes(state)) return;
  refuse('ELECTION_STATE', `The election ${stateWords[state]}; ${todo}.`, { rule, values: { state } });
}

function mustTakeNominations(election: ElectionFacts): void {
  const { kind, now, nominationsUntil } = election;
  if (kind === 'OPTIONS') refuse('NO_NOMINATIONS', 'Here options are put to the vote; nobody is nominated.', { rule });
  mustBe(election, 'nominations are closed', 'NOMINATIONS');
  if (now < nominationsUntil) return;
  refuse('NOMINATIONS_CLOSED', `Nominations were open until ${nominationsUntil.toISOString()}.`, {
    rule,
    values: { until: nominationsUntil.toISOString() },
  });
}

function mustBeVoting(election: ElectionFacts, todo: string): void {
  mustBe(election, todo, 'VOTING');
  const { now, closesAt } = election;
  if (closesAt === null || now < closesAt) return;
  refuse('POLL_CLOSED', `The poll closed at ${closesAt.toISOString()}.`, {
    rule,
    values: { closedAt: closesAt.toISOString() },
  });
}

export const judge = {
  nominate: mustTakeNominations,
  acceptNomination: mustTakeNominations,
  declineNomination: mustTakeNominations,
  withdrawNomination: mustTakeNominations,
  openElection: (election) => {
    mustBe(election, 'voting opens once', 'NOMINATIONS');
    mustHaveAVote({ name: election.bodyName, state: election.bodyState });
    const { now, nominationsUntil } = election;
    if (now >= nominationsUntil) return;
    refuse('NOMINATIONS_OPEN', `Nominations are open until ${nominationsUntil.toISOString()}; the vote opens after.`, {
      rule,
      values: { until: nominationsUntil.toISOString() },
    });
  },
  withdrawCandidate: (election) => mustBeVoting(election, 'a candidate withdraws from the paper while voting is open'),
  handPaper: (election) => mustBeVoting(election, 'papers are handed out while voting is open'),
  takeBackPaper: (election) => mustBeVoting(election, 'papers are taken back while voting is open'),
  recordPapers: (election) =>
    mustBe(election, 'papers are entered from the opening of the vote until it is counted', 'VOTING', 'CLOSED'),
  certifyElection: (election) => {
    if (election.state === 'VOTING')
      refuse('POLL_OPEN', 'The poll is still open; its result follows when it is closed.', { rule });
    mustBe(election, 'only a closed one is counted', 'CLOSED');
  },
  fillVacancy: (election) => mustBe(election, 'a seat falls vacant after it was won', 'CERTIFIED'),
} satisfies Record<string, (election: ElectionFacts) => void>;

export type JudgedDeed = keyof typeof judge;

const candidateWords: Record<CandidateStateWord, string> = {
  PROPOSED: 'has not been answered',
  STANDING: 'stands',
  DECLINED: 'was declined',
  WITHDRAWN: 'was withdrawn',
  LAPSED: 'was not answered in time',
};

/** From which states of a candidacy each answer is possible. */
const answers = {
  acceptNomination: ['PROPOSED', 'STANDING', 'DECLINED', 'WITHDRAWN'],
  declineNomination: ['PROPOSED'],
  withdrawNomination: ['STANDING'],
  withdrawCandidate: ['STANDING'],
} as const satisfies Partial<Record<JudgedDeed, readonly CandidateStateWord[]>>;
export type Answer = keyof typeof answers;
export const answerNames = Object.keys(answers) as Answer[];

export function judgeAnswer(deed: Answer, state: CandidateStateWord, election: ElectionFacts): void {
  judge[deed](election);
  if ((answers[deed] as readonly CandidateStateWord[]).includes(state)) return;
  refuse('CANDIDATE_STATE', `The nomination ${candidateWords[state]}.`, { rule, values: { state } });
}
