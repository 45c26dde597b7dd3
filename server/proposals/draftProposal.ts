// A member writes a draft, or goes on with one: nobody else sees it, and the public record does not know of it.
import { command } from '../command.js';
import { refuse } from '../errors.js';
import { motionOf, write, type MotionInput } from './drafting.js';
import { stateWords } from './transitions.js';

export const draftProposal = command(
  'draftProposal',
  async ({ em, actor, authorize }, input: MotionInput) => {
    const motion = await motionOf(em, actor, input);
    if (motion.state !== 'DRAFT') {
      refuse(
        'WRONG_STATE',
        `The motion ${stateWords[motion.state]}, so it cannot be edited: a submitted motion keeps its text.`,
        {
          rule: 'motions',
          values: { state: motion.state },
        },
      );
    }
    await write(em, motion, input, actor, false);
    authorize({ bodyId: motion.body.id, authorId: actor.personId });
    await em.persist(motion).flush();
    return { id: motion.id };
  },
  // The id names the draft, which is written again and again; doing so twice changes nothing.
  { ownKey: true },
);
