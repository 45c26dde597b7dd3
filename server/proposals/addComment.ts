// A member or supporter takes part in the debate. Outside their Local Group the name is shown only if they sign.
import { command } from '../command.js';
import { notFound } from '../errors.js';
import { loadMotion } from './loadMotion.js';
import { checkComment } from './motionText.js';

interface Input {
  id: string;
  proposalId: string;
  parentId?: string | null;
  text: string;
  signed: boolean;
}

export const addComment = command(
  'addComment',
  async (deed, { id, proposalId, parentId = null, text, signed }: Input) => {
    const { db, actor } = deed;
    const { facts, now, judge } = await loadMotion(deed, proposalId);
    deed.authorize({ bodyId: facts.bodyId });
    judge('addComment');
    const said = checkComment(text);
    if (parentId !== null) {
      const answered = await db
        .selectFrom('comment')
        .select('id')
        .where('id', '=', parentId)
        .where('proposal_id', '=', proposalId)
        .executeTakeFirst();
      if (!answered) throw notFound('comment');
    }
    await db
      .insertInto('comment')
      .values({
        id,
        proposal_id: proposalId,
        parent_id: parentId,
        author_id: actor.personId,
        author_body_id: actor.membership!.bodyId,
        signed,
        text: said,
        at: now,
      })
      .execute();
    await deed.record(id, said);
    return { id, proposalId };
  },
);
