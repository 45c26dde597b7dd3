// Who is acting, and what they may rest a deed on: memberships they have now and offices they hold today.
// Loaded afresh for every request, so that power ends with the very next request after it is taken away.
import type { Database } from '../database/database.js';
import { sql } from 'kysely';
import type { MembershipStateWord } from '../database/tables.js';

export interface ActorMembership {
  id: string;
  bodyId: string;
  bodyKind: 'LOCAL_GROUP' | 'REGION';
  state: MembershipStateWord;
  kind: 'MEMBER' | 'SUPPORTER';
  transferToId: string | null;
  /** The body of the membership and every body above it. */
  aboveIds: string[];
}

export interface ActorOffice {
  bodyId: string;
  office: string;
}

export interface Actor {
  personId: string;
  displayName: string;
  email: string | null;
  locale: string;
  /** Blinds the person in the public log. */
  salt: Buffer;
  membership: ActorMembership | null;
  offices: ActorOffice[];
}

const membershipOf = sql`
  select json_build_object('id', m.id, 'bodyId', m.body_id, 'bodyKind', b.kind, 'state', m.state, 'kind', m.kind, 'transferToId', m.transfer_to_id,
    'aboveIds', (select json_agg(a.above_id) from body_above a where a.body_id = m.body_id))
  from membership m join body b on b.id = m.body_id where m.person_id = p.id and m.state in ('APPLICANT', 'ACTIVE', 'ON_LEAVE', 'SUSPENDED')`;

/** An office gives power today only to who is an active member of that body or of one below it. */
const officesOf = sql`
  select coalesce(json_agg(json_build_object('bodyId', o.body_id, 'office', o.office)), '[]')
  from office_term o
  where o.person_id = p.id and current_date >= o.from_date and current_date < o.until_date and (o.ended_on is null or o.ended_on > current_date)
    and exists (
      select 1 from membership m join body_above a on a.body_id = m.body_id and a.above_id = o.body_id
      where m.person_id = p.id and m.state = 'ACTIVE')`;

const actorColumns = sql`p.id as "personId", p.display_name as "displayName", p.email, p.locale, p.salt, (${membershipOf}) as membership, (${officesOf}) as offices`;

/** The people of unexpired sessions, each or null. One statement, however many ask at the same moment. */
export async function loadActors(db: Database, tokenHashes: readonly Buffer[]): Promise<(Actor | null)[]> {
  const found = await sql<Actor & { stale: boolean; token: string }>`/* loadActors */
    select ${actorColumns}, (s.seen_at < now() - interval '5 minutes') as stale, encode(s.token_hash, 'hex') as token
    from few(${tokenHashes}::bytea[]) as asked (token_hash) join session s using (token_hash) join person p on p.id = s.person_id
    where s.expires_at > now() and s.seen_at > now() - interval '14 days'`.execute(db);
  const stale = found.rows.filter((row) => row.stale).map((row) => Buffer.from(row.token, 'hex'));
  if (stale.length > 0)
    await db
      .updateTable('session')
      .set({ seen_at: sql`now()` })
      .where('token_hash', 'in', stale)
      .execute();
  const byToken = new Map(found.rows.map(({ stale: _stale, token, ...actor }) => [token, actor]));
  return tokenHashes.map((hash) => byToken.get(hash.toString('hex')) ?? null);
}

/** The person of one unexpired session, or null. */
export const loadActor = async (db: Database, tokenHash: Buffer): Promise<Actor | null> =>
  (await loadActors(db, [tokenHash]))[0]!;

/** The same person as they are now: what a deed rests on is looked up inside its own transaction, not when the request came. */
export async function reloadActor(db: Database, personId: string, tokenHash: Buffer | null): Promise<Actor | null> {
  const found = await sql<Actor>`/* reloadActor */
    select ${actorColumns} from person p
    where p.id = ${personId} and (${tokenHash}::bytea is null or exists (
      select 1 from session s where s.token_hash = ${tokenHash} and s.person_id = p.id and s.expires_at > now()))`.execute(
    db,
  );
  return found.rows[0] ?? null;
}
