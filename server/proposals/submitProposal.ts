// A member puts a motion to a body: a draft they have, or one written and submitted in one step.
import { createHash } from 'node:crypto';
import { command } from '../command.js';
import type { Context } from '../context.js';
import { refuse } from '../errors.js';
import { mustHaveAVoice } from './judge.js';
import { motionOf, write, type MotionInput } from './drafting.js';
import { homeOf } from './loadMotion.js';
import { readPayload } from './payload.js';
import { putToBody } from './putToBody.js';
import { stateWords } from './transitions.js';

const submit = command(
  'submitProposal',
  async (deed, { idempotencyKey: _key, ...input }: MotionInput & { idempotencyKey: string }) => {
    const { em, db, actor } = deed;
    const motion = await motionOf(em, actor, input);
    if (motion.state !== 'DRAFT') {
      refuse('WRONG_STATE', `The motion ${stateWords[motion.state]}; it was submitted before.`, {
        rule: 'motions',
        values: { state: motion.state },
      });
    }
    await write(em, motion, input, actor, true);
    const body = await motion.body.loadOrFail();
    deed.authorize({ bodyId: body.id, authorId: actor.personId });
    mustHaveAVoice(await homeOf(db, actor));
    body.mustHaveAVote();
    motion.payload = await readPayload(db, motion.kind, motion.payload, body);
    await putToBody(deed, motion, actor.personId);
    await deed.record(motion.id, {
      kind: motion.kind,
      title: motion.title,
      text: motion.text,
      payload: motion.payload,
    });
    return { id: motion.id };
  },
);

/** Drafting and submitting share the motion's id, so the memory of answers keeps submissions under a key of their own. */
export const submitProposal = (context: Context, input: MotionInput) =>
  submit(context, { ...input, idempotencyKey: submissionKey(input.id) });

function submissionKey(id: string): string {
  const hash = createHash('sha256').update(`submitProposal/${id}`).digest('hex');
  return [hash.slice(0, 8), hash.slice(8, 12), hash.slice(12, 16), hash.slice(16, 20), hash.slice(20, 32)].join('-');
}
