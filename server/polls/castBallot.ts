// The hot path: one ballot of one person. One statement judges it where the roll, the clock and the earlier ballot are;
// what comes back is a receipt, or the reason for a refusal.
import { sql } from 'kysely';
import { command } from '../command.js';
import type { Services } from '../context.js';
import { rowsOf, type Database } from '../database/database.js';
import { asDate } from '../database/instants.js';
import { together } from '../database/together.js';
import { notFound, refuse, Refusal } from '../errors.js';
import { acknowledge } from '../history/acknowledgement.js';
import type { HistoryRecord } from '../history/leaf.js';
import { refuseForRoll } from './whyNotOnRoll.js';

export interface CastBallotInput {
  /** Made by the client and kept before it is sent: the same id with the same choice is the same ballot. */
  id: string;
  pollId: string;
  choice: string;
}

export interface Receipt {
  id: string;
  pollId: string;
  choice: string;
  castAt: Date;
  replaced: boolean;
  recordId: string;
  acknowledgement: string;
  /** Of a confidential ballot: with it, its owner and nobody else can open the code in the log. */
  nonce: string | null;
}

type Outcome =
  | 'CAST'
  | 'KEY_USED'
  | 'POLL_CLOSED'
  | 'NOT_ON_ROLL'
  | 'COUNTED_BY_TELLERS'
  | 'HAS_A_PAPER'
  | 'UNKNOWN_OPTION'
  | 'UNREADABLE_MARKS'
  | 'NO_POLL';

interface Casting {
  outcome: Outcome;
  recordId: string;
  at: string;
  type: 'vote' | 'ballot.cast';
  body: { prev: string | null };
  castAt: Date;
  nonce: Buffer | null;
  closedAt: Date;
  options: string[];
}

interface Cast {
  pollId: string;
  id: string;
  personId: string;
  choice: string;
}

/** Ballots that come at the same moment are cast in one statement, each judged by itself, and share one commit. */
async function castTogether(db: Database, casts: Cast[]): Promise<Casting[]> {
  const column = (key: keyof Cast) => casts.map((cast) => cast[key]);
  const { rows } = await sql<Casting & { place: number }>`/* castBallots */
    select place, outcome, record_id as "recordId", at, type, body, cast_at as "castAt", nonce,
      case outcome when 'POLL_CLOSED' then closed_at end as "closedAt", case when outcome in ('UNKNOWN_OPTION', 'UNREADABLE_MARKS') then options end as options
    from cast_ballots(${column('pollId')}::uuid[], ${column('id')}::uuid[], ${column('personId')}::uuid[], ${column('choice')}::text[])`.execute(
    db,
  );
  const byPlace = new Map(rows.map((row) => [row.place, row]));
  return casts.map((_cast, i) => byPlace.get(i + 1)!);
}

const boxes = new WeakMap<Services, (cast: Cast) => Promise<Casting>>();
function castingOf(services: Services): (cast: Cast) => Promise<Casting> {
  let box = boxes.get(services);
  if (!box) {
    box = together((casts: Cast[]) => castTogether(rowsOf(services.orm.em), casts), {
      most: 64,
      lanes: 4,
      company: 4,
      apart: ({ pollId, personId }) => pollId + personId,
    });
    boxes.set(services, box);
  }
  return box;
}

export const castBallot = command(
  'castBallot',
  async (deed, { id, pollId, choice }: CastBallotInput): Promise<Receipt> => {
    const { actor, db, context } = deed;
    deed.authorize({ electorId: actor.personId });
    const cast = await castingOf(context.services)({ pollId, id, personId: actor.personId, choice });
    if (cast.outcome === 'NOT_ON_ROLL') await refuseForRoll(db, { pollId, personId: actor.personId });
    if (cast.outcome !== 'CAST') refuseBecause(cast);
    deed.recordedInSql();
    const record = { at: cast.at, type: cast.type, body: cast.body } as HistoryRecord;
    return {
      id,
      pollId,
      choice,
      castAt: asDate(cast.castAt),
      replaced: cast.body.prev !== null,
      recordId: cast.recordId,
      acknowledgement: acknowledge(cast.recordId, record, context.services.sequencer.signer),
      nonce: cast.nonce ? cast.nonce.toString('hex') : null,
    };
  },
  { oneStatement: true },
);

function refuseBecause({ outcome, closedAt, options }: Casting): never {
  switch (outcome) {
    case 'POLL_CLOSED':
      throw closedAlready(asDate(closedAt));
    case 'COUNTED_BY_TELLERS':
      throw countedOnPaper();
    case 'HAS_A_PAPER':
      throw votesOnPaper();
    case 'UNREADABLE_MARKS':
      return refuse(
        'UNREADABLE_MARKS',
        `These are not the marks of a ballot of this election, which names its candidates by the numbers 1 to ${options.length}.`,
        { field: 'choice', values: { candidates: options.length } },
      );
    case 'KEY_USED':
      return refuse('KEY_USED', 'This id already belongs to another ballot. Make a new one and send again.', {
        field: 'id',
      });
    case 'UNKNOWN_OPTION':
      return refuse('UNKNOWN_OPTION', `The ballot offers ${options.join(', ')}.`, {
        field: 'choice',
        values: { options },
      });
    default:
      throw notFound('poll');
  }
}

export const closedAlready = (closedAt: Date): Refusal =>
  new Refusal(
    'POLL_CLOSED',
    `The poll closed at ${closedAt.toISOString()}. Ballots are taken until its closing time, by the clock of the database.`,
    {
      rule: 'motions',
      values: { closedAt: closedAt.toISOString() },
    },
  );

export const countedOnPaper = (): Refusal =>
  new Refusal('COUNTED_BY_TELLERS', 'This body voted on paper, and its tellers have agreed on the count.', {
    rule: 'offices',
  });

export const votesOnPaper = (): Refusal =>
  new Refusal('HAS_A_PAPER', 'A teller has handed you a paper: you vote on it, and not here.', { rule: 'elections' });
