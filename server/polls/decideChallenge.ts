// The Secretary or Convenor of the Local Group decides a challenge to its roll. The frozen roll is not rewritten: what
// was wrong is corrected by a further entry, in the counts and in the history.
import { sql } from 'kysely';
import { command, type Deed } from '../command.js';
import type { Database } from '../database/database.js';
import { notFound, refuse } from '../errors.js';
import { sha256Hex } from '../history/hash.js';
import { readText } from '../text.js';
import { limits } from '../../schema/limits.js';
import { countRolls, frozenRolls } from './freeze.js';
import type { Claim } from './challengeRoll.js';
import { reweigh } from './weights.js';

export interface DecideChallengeInput {
  idempotencyKey: string;
  challengeId: string;
  uphold: boolean;
  note?: string | null;
}

interface Challenge {
  id: string;
  pollId: string;
  rootId: string;
  bodyId: string;
  personId: string;
  byPersonId: string;
  claim: Claim;
  reason: string;
  state: string;
  pollState: string;
  method: string;
  secret: boolean;
  onPaper: boolean;
  /** Voted on a paper, which cannot be told from the others. */
  hasPaper: boolean;
}

export const decideChallenge = command(
  'decideChallenge',
  async (deed, { challengeId, uphold, note: given }: DecideChallengeInput) => {
    const { db, actor } = deed;
    const note = readText(given ?? '', 'note', limits.reason) || null;
    const challenge = await lockChallenge(db, challengeId);
    deed.authorize({ bodyId: challenge.bodyId, byPersonId: challenge.byPersonId });
    mustBeOpen(challenge);
    await db
      .updateTable('roll_challenge')
      .set({
        state: uphold ? 'UPHELD' : 'DISMISSED',
        decided_at: sql<Date>`clock_timestamp()`,
        decided_by_id: actor.personId,
        note,
      })
      .where('id', '=', challengeId)
      .execute();
    if (uphold) await correctRoll(deed, challenge);
    await deed.record(challengeId, { uphold, note });
    return { id: challengeId, pollId: challenge.pollId };
  },
);

/** With the poll, so that no ballot is cast and nothing is closed meanwhile. */
async function lockChallenge(db: Database, id: string): Promise<Challenge> {
  const { rows } = await sql<Challenge>`
    select c.id, c.poll_id as "pollId", p.root_id as "rootId", c.body_id as "bodyId", c.about_person_id as "personId", c.by_person_id as "byPersonId",
      c.claim, c.reason, c.state, p.state as "pollState", p.method, p.secret, p.by_tellers as "onPaper",
      exists (select 1 from paper_handed h where h.poll_id = p.id and h.person_id = c.about_person_id) as "hasPaper"
    from roll_challenge c join poll p on p.id = c.poll_id where c.id = ${id} for update of p, c`.execute(db);
  if (!rows[0]) throw notFound('challenge');
  return rows[0];
}

function mustBeOpen({ state, pollState }: Challenge): void {
  if (state !== 'OPEN') refuse('DECIDED_ALREADY', 'This challenge is decided already.', { rule: 'roll' });
  if (pollState === 'CERTIFIED') refuse('ALREADY_CERTIFIED', 'The result is certified; it stands as it is.');
}

async function correctRoll(deed: Deed<'decideChallenge'>, challenge: Challenge): Promise<void> {
  const { db } = deed;
  const { id, pollId, rootId, bodyId, personId, claim } = challenge;
  if (challenge.onPaper)
    refuse(
      'COUNTED_BY_TELLERS',
      'The tellers have counted against the roll as it was; they correct their count first.',
      { rule: 'roll' },
    );
  if (claim === 'DOES_NOT_BELONG' && challenge.hasPaper)
    refuse('HAS_A_PAPER', 'A teller has handed this member a paper, which cannot be told from the others any more.', {
      rule: 'roll',
    });
  if (claim === 'BELONGS_ON') {
    await db.insertInto('roll_entry').values({ poll_id: pollId, person_id: personId, body_id: bodyId }).execute();
    await sql`insert into roll_count (poll_id, body_id, entitled) values (${pollId}, ${bodyId}, 0) on conflict do nothing`.execute(
      db,
    );
  } else {
    await strikeBallot(deed, challenge);
    await db.deleteFrom('roll_entry').where('poll_id', '=', pollId).where('person_id', '=', personId).execute();
  }
  await db
    .insertInto('roll_correction')
    .values({ challenge_id: id, poll_id: pollId, body_id: bodyId, change: claim === 'BELONGS_ON' ? 1 : -1 })
    .execute();
  await recordCorrection(deed, challenge);
  await countRolls(db, rootId);
  // In an election every ballot weighs the same.
  if (challenge.method === 'MOTION') await reweigh(db, rootId);
}

/** A ballot already cast by somebody who was not entitled no longer counts, as long as it can be told from others. */
async function strikeBallot(
  deed: Deed<'decideChallenge'>,
  { pollId, personId, pollState, secret, reason }: Challenge,
): Promise<void> {
  if (secret && pollState !== 'OPEN') {
    refuse(
      'BALLOTS_SEALED',
      'The poll is closed and its ballots are confidential: none can be told from the others any more, so nobody can be taken off the roll.',
      { rule: 'roll' },
    );
  }
  const { rows } = await sql<{ id: string; code: string | null }>`
    update ballot set replaced = true where poll_id = ${pollId} and elector = elector_in(${pollId}, ${personId}) and not replaced
    returning id, encode(code, 'hex') as code`.execute(deed.db);
  if (!rows[0]) return;
  const subject = rows[0].code ?? rows[0].id;
  await deed.recordAs('correction', {
    poll: pollId,
    action: 'VOID_BALLOT',
    subject,
    counts: null,
    commitment: null,
    digest: sha256Hex(reason),
  });
}

/** A roll on which nobody stood was not in the history yet; any other is corrected there. */
async function recordCorrection(deed: Deed<'decideChallenge'>, { pollId, reason }: Challenge): Promise<void> {
  const [roll] = await frozenRolls(deed.db, [pollId]);
  const { counts, commitment } = roll!;
  if (await isFirstEntry(deed.db, pollId))
    return void (await deed.recordAs('roll.freeze', { poll: pollId, counts, commitment }));
  await deed.recordAs('correction', {
    poll: pollId,
    action: 'ROLL',
    subject: null,
    counts,
    commitment,
    digest: sha256Hex(reason),
  });
}

async function isFirstEntry(db: Database, pollId: string): Promise<boolean> {
  const { rows } = await sql<{ first: boolean }>`
    select not exists (select 1 from roll_count where poll_id = ${pollId} and entitled > 0)
      and (select count(*) from roll_correction where poll_id = ${pollId}) = 1 as first`.execute(db);
  return rows[0]!.first;
}
