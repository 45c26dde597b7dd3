// Setting or changing one's password. Whoever has one shows it first, unless a mailed link has just brought them
// in: that is how a forgotten password is replaced. All other sessions end, and so do links not yet used.
import { sql } from 'kysely';
import { command, type Deed } from '../command.js';
import { signedIn, type Context } from '../context.js';
import { refuse } from '../errors.js';
import { hashPassword, isPassword, judgePassword } from './password.js';
import { countTry } from './rateLimits.js';
import { endSessions } from './session.js';
import { linkMinutes } from './signInLink.js';

export interface SetPassword {
  password: string;
  currentPassword: string | null;
}

export async function setPassword(context: Context, input: SetPassword): Promise<{ personId: string }> {
  const { personId } = signedIn(context);
  judgePassword(input.password);
  if (input.currentPassword !== null) await countTry(context, 'signIn', personId);
  return keep(context, input);
}

const keep = command('setPassword', async (deed, { password, currentPassword }: SetPassword) => {
  const { personId } = deed.actor;
  deed.authorize({ personId });
  await deed.db.selectFrom('person').select('id').where('id', '=', personId).forUpdate().execute();
  await judgeCurrent(deed, currentPassword);
  const hash = await hashPassword(password);
  await deed.db
    .insertInto('person_password')
    .values({ person_id: personId, hash })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ hash, set_at: sql<Date>`now()` }))
    .execute();
  await endSessions(deed.db, personId, deed.context.session.tokenHash);
  await deed.db.deleteFrom('sign_in_link').where('person_id', '=', personId).where('used_at', 'is', null).execute();
  return { personId };
});

async function judgeCurrent({ db, actor, context }: Deed<'setPassword'>, given: string | null): Promise<void> {
  const current = await db
    .selectFrom('person_password')
    .select('hash')
    .where('person_id', '=', actor.personId)
    .executeTakeFirst();
  if (!current) return;
  if (given !== null && (await isPassword(given, current.hash))) return;
  if (given === null && (await cameByLink(db, actor.personId, context.session.tokenHash))) return;
  refuse(
    'CURRENT_PASSWORD_WRONG',
    'That is not your present password. If you have forgotten it, sign in by a link in your mail and set a new one right after.',
    {
      field: 'currentPassword',
    },
  );
}

/** Whether this very session was begun by a mailed link, a few minutes ago. */
async function cameByLink(db: Deed<'setPassword'>['db'], personId: string, tokenHash: Buffer | null): Promise<boolean> {
  const found = await db
    .selectFrom('session')
    .innerJoin('sign_in_link', (join) =>
      join
        .onRef('sign_in_link.person_id', '=', 'session.person_id')
        .onRef('sign_in_link.used_at', '=', 'session.made_at'),
    )
    .select('session.person_id')
    .where('session.token_hash', '=', tokenHash)
    .where('session.person_id', '=', personId)
    .where('session.made_at', '>', sql<Date>`now() - make_interval(mins => ${linkMinutes})`)
    .executeTakeFirst();
  return found !== undefined;
}
