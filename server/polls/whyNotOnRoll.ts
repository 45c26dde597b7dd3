// Why somebody is not on a roll, and what would cure it. Asked only once the answer is no.
import { sql } from 'kysely';
import type { Database } from '../database/database.js';
import { asDate } from '../database/instants.js';
import { Refusal } from '../errors.js';
import { globalId } from '../ids.js';
import type { Before } from './viewer.reads.js';

interface Facts extends Before {
  body: string;
  voting: 'MEMBERS' | 'GROUPS';
  openedAt: Date;
  challengeUntil: Date;
  challengeable: boolean;
  /** The poll of the person's own body in the same roll-up. */
  ownPollId: string | null;
  home: string | null;
  homeState: string | null;
  homeKind: string | null;
  below: boolean | null;
  state: string | null;
  kind: string | null;
  joinedLater: boolean | null;
  active: boolean | null;
  accepted: boolean | null;
  dues: boolean | null;
}

/** The refusal a person off the roll reads, for many at once (wrapped, since a loader throws errors it is given). */
export async function whyNotOnRolls(db: Database, asked: readonly Before[]): Promise<{ refusal: Refusal }[]> {
  const facts = await factsOf(db, asked);
  return asked.map(({ pollId, personId }) => ({
    refusal: refusalOf(facts.find((each) => each.pollId === pollId && each.personId === personId)!),
  }));
}

export async function refuseForRoll(db: Database, before: Before): Promise<never> {
  throw (await whyNotOnRolls(db, [before]))[0]!.refusal;
}

function refusalOf(facts: Facts): Refusal {
  const [reason, why, cure] = reasonOf(facts);
  const challenge = facts.challengeable && reason === 'NOT_IN_GOOD_STANDING';
  const until = asDate(facts.challengeUntil).toISOString();
  const message = [why, cure, challenge ? `If the roll is wrong, challenge it until ${until}.` : ''];
  return new Refusal('NOT_ON_ROLL', message.filter(Boolean).join(' '), {
    rule: 'roll',
    values: {
      reason,
      body: facts.body,
      home: facts.home,
      rollDate: asDate(facts.openedAt).toISOString(),
      challengeUntil: challenge ? until : null,
      pollId: facts.ownPollId ? globalId('Poll', facts.ownPollId) : null,
    },
  });
}

type Reason = [code: string, why: string, cure: string];

function reasonOf(facts: Facts): Reason {
  const { body, home } = facts;
  const date = asDate(facts.openedAt).toISOString().slice(0, 10);
  if (!home)
    return [
      'NOT_A_MEMBER',
      `You are no member of ${body} or of a body below it.`,
      'Apply to a Local Group to vote in later polls.',
    ];
  if (!facts.below)
    return [
      'OTHER_BODY',
      `You belong to ${home}, which is not part of ${body}.`,
      'You vote in the polls of your own body.',
    ];
  if (facts.homeState !== 'AFFILIATED') {
    const forming = facts.homeState === 'IN_FORMATION';
    return forming
      ? [
          'BODY_IN_FORMATION',
          `${home} is in formation: it has a voice and no vote.`,
          'It votes once the body above has affiliated it.',
        ]
      : [
          'BODY_NOT_AFFILIATED',
          `${home} is not an affiliated body now, so it takes no part in votes.`,
          'It votes again once it is affiliated.',
        ];
  }
  if (facts.voting === 'GROUPS' && facts.ownPollId) {
    return [
      'VOTES_IN_OWN_BODY',
      `Here bodies cast their votes; members vote in the poll of ${home}.`,
      'Go to that poll.',
    ];
  }
  if (facts.voting === 'GROUPS' && facts.homeKind !== 'LOCAL_GROUP') {
    return [
      'AT_LARGE',
      `Here Local Groups instruct ${body}, and you belong to none: you are at large in ${home}.`,
      'Join a Local Group to vote in later polls of this kind.',
    ];
  }
  if (facts.kind === 'SUPPORTER')
    return [
      'SUPPORTER',
      'You are a supporter: you have a voice and no vote.',
      'Apply as a member to vote in later polls.',
    ];
  if (facts.state === 'APPLICANT')
    return ['APPLICANT', `${home} has not admitted you yet.`, 'You are on the roll of polls that open after it has.'];
  if (facts.joinedLater)
    return [
      'JOINED_LATER',
      `The roll was frozen on ${date} and you joined after that.`,
      'You are on the roll of polls that open from now on.',
    ];
  return [
    'NOT_IN_GOOD_STANDING',
    `You were not in good standing in ${home} when the roll was frozen on ${date}.`,
    cureOf(facts),
  ];
}

function cureOf({ active, accepted, dues }: Facts): string {
  if (active === false) return 'Your membership is not active now; your Local Group can say why.';
  if (accepted === false) return 'Accept the platform in force, and you are on the roll of the next poll.';
  if (dues === false)
    return 'Pay what you owe or ask your Local Group for a waiver, and you are on the roll of the next poll.';
  return 'You are in good standing now, and on the roll of the next poll.';
}

async function factsOf(db: Database, asked: readonly Before[]): Promise<Facts[]> {
  const { rows } = await sql<Facts>`
    select q.poll_id as "pollId", q.person_id as "personId", b.name as body, p.voting, p.opened_at as "openedAt", p.challenge_until as "challengeUntil",
      clock_timestamp() < p.challenge_until as challengeable, own.id as "ownPollId",
      home.name as home, home.state as "homeState", home.kind as "homeKind", above.body_id is not null as below, m.state, m.kind,
      coalesce(m.joined_on > p.opened_at::date, false) or exists (
        select 1 from membership_event e where e.membership_id = m.id and e.at > p.opened_at and e.what in ('ADMITTED', 'TRANSFERRED')
      ) as "joinedLater",
      s.active, s.accepted, s.dues
    from unnest(${asked.map((one) => one.pollId)}::uuid[], ${asked.map((one) => one.personId)}::uuid[]) as q (poll_id, person_id)
    join poll p on p.id = q.poll_id
    join body b on b.id = p.body_id
    left join membership m on m.person_id = q.person_id and m.state in ('APPLICANT', 'ACTIVE', 'ON_LEAVE', 'SUSPENDED')
    left join body home on home.id = m.body_id
    left join body_above above on above.body_id = m.body_id and above.above_id = p.body_id
    left join lateral (
      select o.id from poll o join body_above a on a.above_id = o.body_id and a.body_id = m.body_id
      where o.root_id = p.root_id and o.voting = 'MEMBERS' limit 1
    ) own on true
    left join lateral (select * from member_standing(m.body_id, current_date) s where s.membership_id = m.id) s on true`.execute(
    db,
  );
  return rows;
}
