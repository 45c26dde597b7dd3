// The receipt of a spending, for those who may see whom it pays: `GET /receipts/<id of the spending>`.
import { Router } from 'express';
import { makeContext, type Services } from '../../context.js';
import { sessionOf } from '../../http/sessionCookie.js';
import { isUuid } from '../../ids.js';
import { loadActor } from '../../policy/actor.js';
import { seesSpending } from '../../policy/sight.js';
import type { Database } from '../../database/database.js';

const endings = { 'application/pdf': 'pdf', 'image/png': 'png', 'image/jpeg': 'jpg' } as const;

export function receiptRoute(services: Services): Router {
  const router = Router();
  router.get('/receipts/:id', async (request, response) => {
    const id = String(request.params['id']);
    const context = makeContext(services, { session: sessionOf(request, response, services.publicUrl) });
    const { tokenHash } = context.session;
    const actor = tokenHash ? await loadActor(context.db, tokenHash) : null;
    const found = isUuid(id) ? await find(context.db, id) : undefined;
    // What is not theirs to see answers like what is not there.
    if (!found || !seesSpending(actor, found)) {
      response
        .status(404)
        .json({ errors: [{ message: 'There is no such receipt.', extensions: { code: 'NOT_FOUND' } }] });
      return;
    }
    response
      .set({
        'content-type': found.mediaType,
        'content-disposition': `attachment; filename="receipt-${id.slice(0, 8)}.${endings[found.mediaType]}"`,
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      })
      .send(found.bytes);
  });
  return router;
}

const find = (db: Database, id: string) =>
  db
    .selectFrom('spending_receipt as r')
    .innerJoin('spending as s', 's.id', 'r.spending_id')
    .select(['r.media_type as mediaType', 'r.bytes', 's.body_id as bodyId', 's.author_id as authorId'])
    .where('s.id', '=', id)
    .executeTakeFirst();
