// A file on its way: put by whoever is signed in under an id of their own making, taken by the deed that names it.
import { createHash } from 'node:crypto';
import express, { Router } from 'express';
import { sql } from 'kysely';
import { makeContext, type Services } from '../context.js';
import type { Database } from '../database/database.js';
import { refuse } from '../errors.js';
import { onlyOurPage } from '../http/onlyOurPage.js';
import { sessionOf } from '../http/sessionCookie.js';
import { loadActors } from '../policy/actor.js';
import { mediaTypeOf, type MediaType } from './mediaType.js';

export const LARGEST_UPLOAD = 5 * 1024 * 1024;
/** What one person may have lying here at once. */
const MOST_WAITING = 20;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export interface Upload {
  mediaType: MediaType;
  bytes: Buffer;
  digest: Buffer;
}

/** The route `PUT /uploads/:id`. */
export function uploadRoute(services: Services): Router {
  const router = Router();
  const say = (response: express.Response, status: number, code: string, message: string) =>
    void response.status(status).json({ errors: [{ message, extensions: { code } }] });
  router.all(
    '/uploads/:id',
    onlyOurPage(services.publicUrl, { method: 'PUT', json: false }),
    express.raw({ type: () => true, limit: LARGEST_UPLOAD }),
    async (request, response) => {
      const id = String(request.params['id']);
      const context = makeContext(services, { session: sessionOf(request, response, services.publicUrl) });
      const { tokenHash } = context.session;
      const [actor] = tokenHash ? await loadActors(context.db, [tokenHash]) : [null];
      if (!actor) return say(response, 401, 'NOT_SIGNED_IN', 'Sign in first.');
      if (!uuid.test(id)) return say(response, 400, 'BAD_REQUEST', 'The address of an upload ends with a UUID.');
      const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const mediaType = mediaTypeOf(bytes);
      if (!mediaType) return say(response, 415, 'UNSUPPORTED', 'A CSV table, a PDF, a PNG or a JPEG is taken.');
      const kept = await keep(context.db, { id, personId: actor.personId, mediaType, bytes });
      if (kept === 'OTHER') return say(response, 409, 'KEY_USED', 'This id already belongs to another file.');
      if (kept === 'TOO_MANY') return say(response, 429, 'TOO_MANY', 'Too many files are waiting. Use them first.');
      response.status(204).end();
    },
  );
  return router;
}

async function keep(
  db: Database,
  { id, personId, mediaType, bytes }: { id: string; personId: string; mediaType: MediaType; bytes: Buffer },
): Promise<'KEPT' | 'OTHER' | 'TOO_MANY'> {
  const digest = createHash('sha256').update(bytes).digest();
  const { rows } = await sql<{ waiting: number; same: boolean | null }>`
    select (select count(*)::int from upload where person_id = ${personId}) as waiting,
      (select person_id = ${personId} and digest = ${digest} from upload where id = ${id}) as same`.execute(db);
  const { waiting, same } = rows[0]!;
  if (same !== null) return same ? 'KEPT' : 'OTHER';
  if (waiting >= MOST_WAITING) return 'TOO_MANY';
  await db
    .insertInto('upload')
    .values({ id, person_id: personId, media_type: mediaType, bytes, digest })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return 'KEPT';
}

/** The file a deed names: the person's own, and of a kind the deed can use. */
export async function readUpload(
  db: Database,
  id: string,
  { personId, field, types }: { personId: string; field: string; types: readonly MediaType[] },
): Promise<Upload> {
  const found = await db
    .selectFrom('upload')
    .select(['media_type as mediaType', 'bytes', 'digest'])
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  if (!found) refuse('UPLOAD_GONE', 'The file is not here any more. Choose it again.', { field });
  if (!types.includes(found.mediaType))
    refuse('UPLOAD_UNFIT', `A file of another kind is needed here: ${types.join(', ')}.`, {
      field,
      values: { types: [...types] },
    });
  return found;
}

/** Taken: it now stands where the deed put it. */
export async function forgetUpload(db: Database, id: string): Promise<void> {
  await db.deleteFrom('upload').where('id', '=', id).execute();
}

export async function forgetOldUploads(db: Database): Promise<void> {
  await db
    .deleteFrom('upload')
    .where('at', '<', sql<Date>`clock_timestamp() - interval '1 day'`)
    .execute();
}
