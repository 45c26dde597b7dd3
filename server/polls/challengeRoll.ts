// A member of the Local Group says that its roll is wrong: somebody is left out, or stands on it who should not.
import { sql } from 'kysely';
import { command } from '../command.js';
import type { Database } from '../database/database.js';
import { asDate } from '../database/instants.js';
import { notFound, refuse } from '../errors.js';
import { readWords } from '../text.js';
import { limits } from '../../schema/limits.js';

export type Claim = 'BELONGS_ON' | 'DOES_NOT_BELONG';

export interface ChallengeInput {
  id: string;
  pollId: string;
  aboutMembershipId: string;
  claim: string;
  reason: string;
}

interface Judged {
  /** The poll in which that member's body votes, wherever in the tree the challenge was made. */
  pollId: string;
  bodyId: string;
  bodyName: string;
  personId: string;
  bodyState: string;
  /** An active member, and one already when the roll was frozen. */
  couldBelong: boolean;
  onRoll: boolean;
  inTime: boolean;
  challengeUntil: Date;
  state: string;
}

export const challengeRoll = command(
  'challengeRoll',
  async (deed, { id, pollId, aboutMembershipId, claim, reason: given }: ChallengeInput) => {
    const { db, actor } = deed;
    const about = await judgedOf(db, pollId, aboutMembershipId);
    deed.authorize({ bodyId: about.bodyId });
    if (claim !== 'BELONGS_ON' && claim !== 'DOES_NOT_BELONG')
      refuse('UNKNOWN_CLAIM', 'A challenge says BELONGS_ON or DOES_NOT_BELONG.', { field: 'claim' });
    const reason = readWords(given, 'reason', limits.reason);
    mustBeInTime(about);
    if (about.onRoll === (claim === 'BELONGS_ON')) {
      refuse('ROLL_SAYS_SO', about.onRoll ? 'That member is on the roll already.' : 'That member is not on the roll.', {
        rule: 'roll',
        field: 'claim',
      });
    }
    if (claim === 'BELONGS_ON') mustBelong(about);
    const open = await db
      .selectFrom('roll_challenge')
      .select('id')
      .where('poll_id', '=', about.pollId)
      .where('about_person_id', '=', about.personId)
      .where('state', '=', 'OPEN')
      .executeTakeFirst();
    if (open) refuse('CHALLENGED_ALREADY', 'A challenge about this member waits to be decided.', { rule: 'roll' });
    await db
      .insertInto('roll_challenge')
      .values({
        id,
        poll_id: about.pollId,
        about_person_id: about.personId,
        by_person_id: actor.personId,
        body_id: about.bodyId,
        claim: claim as Claim,
        reason,
        state: 'OPEN',
      })
      .execute();
    await deed.record(id, reason);
    return { id, pollId };
  },
);

function mustBeInTime({ inTime, challengeUntil, state }: Judged): void {
  if (inTime && state !== 'CERTIFIED') return;
  const until = asDate(challengeUntil).toISOString();
  refuse('CHALLENGE_TOO_LATE', `The roll could be challenged until ${until}.`, {
    rule: 'roll',
    values: { challengeUntil: until },
  });
}

/** A challenge corrects a mistake; it gives nobody a vote who had none when the roll was frozen. */
function mustBelong({ bodyState, bodyName, couldBelong }: Judged): void {
  if (bodyState !== 'AFFILIATED') {
    refuse('BODY_NOT_AFFILIATED', `${bodyName} is not an affiliated body, so its members have no vote in this poll.`, {
      rule: 'bodies',
      values: { body: bodyName },
    });
  }
  if (!couldBelong)
    refuse('NOT_A_MEMBER_THEN', 'Only an active member who had joined when the roll was frozen belongs on it.', {
      rule: 'roll',
      field: 'aboutMembershipId',
    });
}

async function judgedOf(db: Database, pollId: string, membershipId: string): Promise<Judged> {
  const { rows } = await sql<Judged>`
    select p.id as "pollId", m.body_id as "bodyId", b.name as "bodyName", b.state as "bodyState", m.person_id as "personId", p.state,
      m.kind = 'MEMBER' and m.state = 'ACTIVE' and m.joined_on <= p.opened_at::date as "couldBelong",
      e.person_id is not null as "onRoll", clock_timestamp() < p.challenge_until as "inTime", p.challenge_until as "challengeUntil"
    from membership m
    join body b on b.id = m.body_id
    join body_above a on a.body_id = m.body_id
    join poll asked on asked.id = ${pollId}
    join poll p on p.root_id = asked.root_id and p.voting = 'MEMBERS' and p.body_id = a.above_id
    left join roll_entry e on e.poll_id = p.id and e.person_id = m.person_id
    where m.id = ${membershipId}
    for no key update of p`.execute(db);
  if (!rows[0]) throw notFound('member with a place in this poll');
  return rows[0];
}
