// A person asks to join a Local Group and accepts the platform in force, declaration by declaration.
// Somebody not signed in gives a name and an address and gets a link by mail. Whether the address is known here
// already is told to its owner alone, in that mail: the answer, its time and the public log are the same.
import { command, type Deed } from '../command.js';
import type { Context } from '../context.js';
import { refuse } from '../errors.js';
import { limits } from '../../schema/limits.js';
import { writeMail } from '../notices/mailTexts.js';
import { post } from '../notices/post.js';
import { readEmail } from '../accounts/email.js';
import { inEqualTime } from '../accounts/equalTime.js';
import { makePerson } from '../accounts/persons.js';
import { countTry } from '../accounts/rateLimits.js';
import { refreshActor } from '../accounts/session.js';
import { makeLink } from '../accounts/signInLink.js';
import { judgeYes, keepYes, type GoodYes, type Yes } from '../platform/acceptance.js';
import { readName, readText } from '../text.js';
import { writeEvent } from './events.js';
import { homeToJoin, type Home } from './homes.js';

export interface ApplyToLocalGroup {
  /** Becomes the id of the membership. */
  id: string;
  bodyId: string;
  displayName: string | null;
  email: string | null;
  yes: Yes;
  message: string | null;
  kind: 'MEMBER' | 'SUPPORTER';
}

export interface Applied {
  /** Null for somebody not signed in: they see it once they have come by the link. */
  membershipId: string | null;
}

/** What is asked, judged and in order. */
interface Asked {
  id: string;
  home: Home;
  yes: GoodYes | null;
  message: string;
  kind: ApplyToLocalGroup['kind'];
}

export async function applyToLocalGroup(context: Context, input: ApplyToLocalGroup): Promise<Applied> {
  if (context.actor) return apply(context, input);
  await countTry(context, 'link', readEmail(input.email ?? ''));
  return inEqualTime(() => apply(context, input));
}

const apply = command('applyToLocalGroup', async (deed, input: ApplyToLocalGroup): Promise<Applied> => {
  deed.authorize({});
  const stranger = deed.actorOrNull ? refuseTwoIdentities(input) : readStranger(input);
  await refuseTakenId(deed, input.id);
  const asked: Asked = {
    id: input.id,
    home: await homeToJoin(deed.db, input.bodyId, 'bodyId'),
    yes: await judgeYes(deed.db, input.yes),
    message: readText(input.message ?? '', 'message', limits.reason),
    kind: input.kind,
  };
  const answer = stranger ? await applyAsStranger(deed, asked, stranger) : await applySignedIn(deed, asked);
  await deed.record(asked.id);
  return answer;
});

interface Stranger {
  name: string;
  email: string;
}

function readStranger({ displayName, email }: ApplyToLocalGroup): Stranger {
  return { name: readName(displayName ?? '', 'displayName', limits.displayName), email: readEmail(email ?? '') };
}

function refuseTwoIdentities({ displayName, email }: ApplyToLocalGroup): null {
  if (displayName === null && email === null) return null;
  return refuse(
    'SIGNED_IN',
    'You are signed in, so the application is yours: leave out name and address, or sign out first.',
    {
      field: displayName === null ? 'email' : 'displayName',
    },
  );
}

/** Asked of everyone alike, before it matters who they are. */
async function refuseTakenId({ db }: Deed<'applyToLocalGroup'>, id: string): Promise<void> {
  const taken = await db.selectFrom('membership').select('id').where('id', '=', id).executeTakeFirst();
  if (taken)
    refuse('KEY_USED', 'This id was already used for something else. Make a new one and send again.', { field: 'id' });
}

async function applySignedIn(deed: Deed<'applyToLocalGroup'>, asked: Asked): Promise<Applied> {
  const { personId } = deed.actor;
  const open = await deed.db
    .selectFrom('membership')
    .innerJoin('body', 'body.id', 'membership.body_id')
    .select(['body.name', 'membership.state'])
    .where('person_id', '=', personId)
    .where('membership.state', 'in', ['APPLICANT', 'ACTIVE', 'ON_LEAVE', 'SUSPENDED'])
    .executeTakeFirst();
  if (open?.state === 'APPLICANT') {
    refuse('ALREADY_APPLIED', `You have applied to ${open.name}. Take that application back before you make another.`, {
      values: { body: open.name },
    });
  }
  if (open)
    refuse('ALREADY_MEMBER', `You belong to ${open.name}. To move, ask for a transfer.`, {
      values: { body: open.name },
    });
  await enter(deed, asked, personId);
  deed.afterCommit(() => refreshActor(deed.context));
  return { membershipId: asked.id };
}

async function applyAsStranger(
  deed: Deed<'applyToLocalGroup'>,
  asked: Asked,
  { name, email }: Stranger,
): Promise<Applied> {
  const { context, db } = deed;
  const { publicUrl } = context.services;
  const known = await db
    .selectFrom('person')
    .select(['id', 'display_name as name', 'locale'])
    .where('email', '=', email)
    .executeTakeFirst();
  const person = known ?? {
    id: await makePerson(db, { name, email, locale: context.session.locale }),
    name,
    locale: context.session.locale,
  };
  if (!known) await enter(deed, asked, person.id);
  const link = await makeLink(db, publicUrl, { id: person.id, email });
  await post(
    deed,
    writeMail(known ? 'appliedAgain' : 'applied', email, person.locale, {
      name: person.name,
      body: asked.home.name,
      link,
    }),
  );
  return { membershipId: null };
}

async function enter(
  deed: Deed<'applyToLocalGroup'>,
  { id, home, yes, message, kind }: Asked,
  personId: string,
): Promise<void> {
  await deed.db
    .insertInto('membership')
    .values({ id, person_id: personId, body_id: home.id, kind, state: 'APPLICANT' })
    .execute();
  await writeEvent(
    deed.db,
    { what: 'APPLIED', bodyId: home.id, fromBodyId: null },
    { membershipId: id, byPersonId: personId, reason: message },
  );
  if (yes) await keepYes(deed.db, personId, yes);
}
