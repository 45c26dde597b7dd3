// A body that voted on paper or by hand: two tellers each enter what they counted. Where they agree, theirs is the
// tally of that poll; where they differ both stand side by side until one of them corrects. A poll has ballots or a
// count, never both: once somebody has cast a ballot here no count is taken, once tellers agree no ballot is.
import { randomUUID } from 'node:crypto';
import { command, type Deed } from '../command.js';
import type { Database } from '../database/database.js';
import { notFound, refuse } from '../errors.js';
import { sha256Hex } from '../history/hash.js';
import { agreement, type Count } from './agreement.js';
import type { Tally } from './tree.js';

export interface TellerCountInput {
  idempotencyKey: string;
  pollId: string;
  tally: Tally;
  entitled: number;
}

interface Judged {
  id: string;
  bodyId: string;
  slug: string;
  name: string;
  kind: string;
  state: string;
  method: string;
  options: string[];
  rollCount: number;
  byTellers: boolean;
}

export const recordTellerCount = command(
  'recordTellerCount',
  async (deed, { pollId, tally, entitled }: TellerCountInput) => {
    const { db, actor } = deed;
    const poll = await lockPoll(db, pollId);
    deed.authorize({ bodyId: poll.bodyId });
    mustTakeACount(poll);
    await mustHaveNoBallots(db, poll);
    mustAddUp(poll, tally, entitled);
    await db
      .updateTable('teller_count')
      .set({ replaced: true })
      .where('poll_id', '=', pollId)
      .where('teller_id', '=', actor.personId)
      .where('replaced', '=', false)
      .execute();
    const inFull = Object.fromEntries(poll.options.map((option) => [option, tally[option] ?? 0]));
    await db
      .insertInto('teller_count')
      .values({ id: randomUUID(), poll_id: pollId, teller_id: actor.personId, tally: JSON.stringify(inFull), entitled })
      .execute();
    await deed.record(pollId, { tally: inFull, entitled });
    await settleCount(deed, poll);
    return { id: pollId };
  },
);

/** The closing, the ballots and the counts of a poll come one after another. */
async function lockPoll(db: Database, pollId: string): Promise<Judged> {
  const poll = await db
    .selectFrom('poll')
    .innerJoin('body', 'body.id', 'poll.body_id')
    .select([
      'poll.id',
      'poll.body_id as bodyId',
      'body.slug',
      'body.name',
      'body.kind',
      'poll.state',
      'poll.method',
      'poll.options',
      'poll.roll_count as rollCount',
      'poll.by_tellers as byTellers',
    ])
    .where('poll.id', '=', pollId)
    .forUpdate('poll')
    .executeTakeFirst();
  if (!poll) throw notFound('poll');
  return poll;
}

function mustTakeACount({ kind, state, name, method }: Judged): void {
  if (method !== 'MOTION')
    refuse('NOT_A_MOTION', 'This is the vote of an election: its papers are entered one by one, in batches.', {
      rule: 'elections',
    });
  if (kind !== 'LOCAL_GROUP') {
    refuse(
      'NOT_ONE_BODY',
      `Tellers count what one Local Group voted by hand; the poll of ${name} takes in several bodies.`,
      { rule: 'offices', values: { body: name } },
    );
  }
  if (state === 'CERTIFIED') refuse('ALREADY_CERTIFIED', 'The result is certified; it stands as it is.');
}

async function mustHaveNoBallots(db: Database, { id, name }: Judged): Promise<void> {
  const ballot = await db
    .selectFrom('ballot')
    .select('id')
    .where('poll_id', '=', id)
    .where('replaced', '=', false)
    .executeTakeFirst();
  if (!ballot) return;
  refuse(
    'HAS_BALLOTS',
    `Members of ${name} have cast ballots here, and a poll has ballots or a count by tellers, not both.`,
    { rule: 'offices', values: { body: name } },
  );
}

function mustAddUp({ options, rollCount, name }: Judged, tally: Tally, entitled: number): void {
  const whole = (n: unknown) => Number.isSafeInteger(n) && (n as number) >= 0 && (n as number) <= 1_000_000;
  const stray = Object.keys(tally).find((option) => !options.includes(option));
  if (stray !== undefined)
    refuse('UNKNOWN_OPTION', `The ballot offers ${options.join(', ')}.`, { field: 'tally', values: { options } });
  if (!Object.values(tally).every(whole))
    refuse('NOT_A_COUNT', 'Each figure of the tally is a whole number.', { field: 'tally' });
  if (!whole(entitled)) refuse('NOT_A_COUNT', 'The number entitled is a whole number.', { field: 'entitled' });
  const cast = Object.values(tally).reduce((sum, n) => sum + n, 0);
  if (rollCount > 0 && entitled > rollCount) {
    refuse('MORE_THAN_THE_ROLL', `The roll of ${name} has ${rollCount}; a count cannot have more entitled.`, {
      rule: 'roll',
      field: 'entitled',
      values: { rollCount },
    });
  }
  if (cast > entitled)
    refuse('MORE_THAN_ENTITLED', `${cast} ballots are more than the ${entitled} entitled.`, {
      field: 'tally',
      values: { cast, entitled },
    });
}

/** In the history stands what two tellers agreed on; should they fall out again, that it no longer stands. */
async function settleCount(deed: Deed<'recordTellerCount'>, { id, slug, rollCount, byTellers }: Judged): Promise<void> {
  const counts = await countsOf(deed.db, id);
  const agreed = agreement(counts);
  if (agreed) {
    const entitled = rollCount > 0 ? rollCount : agreed.entitled;
    await deed.recordAs('tellers.count', { poll: id, body: slug, tally: agreed.tally, entitled });
  } else if (byTellers) {
    const digest = sha256Hex('The tellers differ.');
    await deed.recordAs('correction', {
      poll: id,
      action: 'VOID_COUNT',
      subject: slug,
      counts: null,
      commitment: null,
      digest,
    });
  }
  if (Boolean(agreed) !== byTellers)
    await deed.db
      .updateTable('poll')
      .set({ by_tellers: Boolean(agreed) })
      .where('id', '=', id)
      .execute();
}

async function countsOf(db: Database, pollId: string): Promise<Count[]> {
  return db
    .selectFrom('teller_count')
    .select(['teller_id as tellerId', 'source', 'tally', 'entitled'])
    .where('poll_id', '=', pollId)
    .where('replaced', '=', false)
    .execute();
}
