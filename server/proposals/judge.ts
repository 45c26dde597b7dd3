// Whether a motion is at a point where a deed can be done, judged by one function a deed: the deed itself asks it, and
// so does the page that shows what its reader can do, so that the two can not differ.
import { mustHaveAVote } from '../bodies/Body.js';
import type { BodyStateWord, ProposalStateWord } from '../database/tables.js';
import { refuse } from '../errors.js';
import { stateWords } from './transitions.js';

/** What of a motion and its body such a judgement rests on. */
export interface MotionFacts {
  state: ProposalStateWord;
  bodyName: string;
  bodyState: BodyStateWord;
  parentId: string | null;
  parentName: string | null;
  parentState: BodyStateWord | null;
  /** A motion of the parent has come of it. */
  climbed: boolean;
  secondBy: Date | null;
  debateUntil: Date | null;
}

/** Of the person acting: whether they have seconded, and how the body they belong to stands. */
export interface ActorFacts {
  seconded: boolean;
  home: { name: string; state: BodyStateWord } | null;
}

type Judgement = (motion: MotionFacts, now: Date, actor: ActorFacts) => void;

const rule = 'motions';

function mustBe(motion: MotionFacts, todo: string, ...states: ProposalStateWord[]): void {
  if (states.includes(motion.state)) return;
  refuse('WRONG_STATE', `The motion ${stateWords[motion.state]}, so it cannot be ${todo}.`, {
    rule,
    values: { state: motion.state },
  });
}

/** A body in formation has a voice; one suspended, withdrawn or dissolved has none above itself. */
export function mustHaveAVoice(home: ActorFacts['home']): void {
  if (!home || home.state === 'AFFILIATED' || home.state === 'IN_FORMATION') return;
  refuse('BODY_NOT_AFFILIATED', `${home.name} is not an affiliated body now, so its members take no part in motions.`, {
    rule: 'bodies',
    values: { body: home.name },
  });
}

export const judge = {
  draftProposal: (motion) => mustBe(motion, 'edited: a submitted motion keeps its text', 'DRAFT'),
  submitProposal: (motion, _now, { home }) => {
    mustBe(motion, 'submitted', 'DRAFT');
    mustHaveAVoice(home);
    mustHaveAVote({ name: motion.bodyName, state: motion.bodyState });
  },
  secondProposal: (motion, now, { seconded, home }) => {
    if (seconded) refuse('ALREADY_SECONDED', 'You have seconded this motion already; once is enough.', { rule });
    if (
      motion.state === 'LAPSED' ||
      (motion.state === 'SUBMITTED' && motion.secondBy !== null && now >= motion.secondBy)
    ) {
      refuse(
        'NOT_SECONDED_IN_TIME',
        'The time for seconding this motion is over. It can be moved again as a new motion.',
        {
          rule,
          values: { secondBy: motion.secondBy?.toISOString() ?? null },
        },
      );
    }
    mustBe(motion, 'seconded', 'SUBMITTED');
    mustHaveAVoice(home);
  },
  withdrawProposal: (motion) => mustBe(motion, 'withdrawn', 'DRAFT', 'SUBMITTED', 'DEBATE'),
  notAdmitProposal: (motion) => mustBe(motion, 'ruled out of order', 'SUBMITTED'),
  referUp: (motion) => {
    if (motion.state !== 'CARRIED') {
      refuse('NOT_CARRIED', `Only a carried motion goes to the body above; this one ${stateWords[motion.state]}.`, {
        rule,
        values: { state: motion.state },
      });
    }
    if (motion.parentId === null)
      refuse('NO_BODY_ABOVE', `There is no body above ${motion.bodyName}.`, { values: { body: motion.bodyName } });
    mustHaveAVote({ name: motion.bodyName, state: motion.bodyState });
    mustHaveAVote({ name: motion.parentName!, state: motion.parentState! });
    if (motion.climbed) {
      refuse('ALREADY_CLIMBED', `This motion is before ${motion.parentName} already.`, {
        rule,
        values: { body: motion.parentName },
      });
    }
  },
  addComment: (motion, _now, { home }) => {
    mustBe(motion, 'debated', 'SUBMITTED', 'DEBATE', 'VOTING');
    mustHaveAVoice(home);
  },
  openPoll: (motion, now) => {
    mustBe(motion, 'put to a vote', 'DEBATE');
    if (motion.debateUntil !== null && now < motion.debateUntil) {
      refuse('DEBATE_NOT_OVER', 'The debate has not run its time yet; the poll opens after it.', {
        rule,
        values: { debateUntil: motion.debateUntil.toISOString() },
      });
    }
  },
} satisfies Record<string, Judgement>;

export type JudgedDeed = keyof typeof judge;
