// What people of the demonstration do, in the words of its story: each is the deed that anybody does.
import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Context } from '../context.js';
import { makeContext } from '../context.js';
import type { Database } from '../database/database.js';
import { asDate } from '../database/instants.js';
import type { ProposalKindWord } from '../database/tables.js';
import { askForWaiver } from '../dues/askForWaiver.js';
import { grantWaiver } from '../dues/grantWaiver.js';
import { raiseDues } from '../dues/raiseDues.js';
import { recordPayment } from '../dues/recordPayment.js';
import { loadActor } from '../policy/actor.js';
import { addComment } from '../proposals/addComment.js';
import { secondProposal } from '../proposals/secondProposal.js';
import { submitProposal } from '../proposals/submitProposal.js';
import { closePoll } from '../polls/closePoll.js';
import { openPoll } from '../polls/openPoll.js';
import { recordTellerCount } from '../polls/recordTellerCount.js';
import type { RunningServices } from '../services.js';
import { bodyId } from './found.js';
import { personId } from './people.js';
import { drawer, idOf, shuffled } from './seeded.js';

export type Who = readonly [body: string, which: number | string];

export interface MotionText {
  key: string;
  body: string;
  kind?: ProposalKindWord;
  payload?: Record<string, unknown>;
  title: string;
  text: string;
}

export const motionId = (key: string): string => idOf('motion', key);

export class Acts {
  constructor(
    readonly services: RunningServices,
    readonly db: Database,
  ) {}

  async move(by: Who, { key, body, kind, payload, title, text }: MotionText): Promise<void> {
    await submitProposal(await this.as(by), { id: motionId(key), bodyId: bodyId(body), kind, payload, title, text });
  }

  async second(key: string, ...people: Who[]): Promise<void> {
    for (const who of people)
      await secondProposal(await this.as(who), {
        idempotencyKey: idOf('second', key, ...who),
        proposalId: motionId(key),
      });
  }

  async comment(key: string, by: Who, text: string, signed = false, answering: string | null = null): Promise<string> {
    const id = idOf('comment', key, text);
    await addComment(await this.as(by), { id, proposalId: motionId(key), parentId: answering, text, signed });
    return id;
  }

  async openPoll(key: string, by: Who, days?: number): Promise<void> {
    const { rows } = await sql<{
      at: string;
    }>`select clock_timestamp() + make_interval(days => ${days ?? 0}) as at`.execute(this.db);
    const closesAt = days === undefined ? undefined : asDate(rows[0]!.at);
    await openPoll(await this.as(by), { idempotencyKey: idOf('open', key), proposalId: motionId(key), closesAt });
  }

  /** Part of the ballots of a motion: of each body those from a share of its list to another, so that days can pass between. */
  async vote(
    key: string,
    ballots: Record<string, readonly number[]>,
    from: number,
    to: number,
    apart: readonly Who[] = [],
  ): Promise<void> {
    const { rows } = await sql<{ pollId: string; slug: string; personId: string }>`
      select e.poll_id as "pollId", b.slug, e.person_id as "personId"
      from roll_entry e join poll p on p.id = e.poll_id join body b on b.id = e.body_id
      where p.proposal_id = ${motionId(key)} order by e.person_id`.execute(this.db);
    const away = new Set(apart.map(([body, which]) => personId(body, which)));
    const cast = Object.entries(ballots).flatMap(([slug, counts]) => {
      const people = shuffled(
        rows.filter((row) => row.slug === slug && !away.has(row.personId)),
        drawer(`${key} in ${slug}`),
      );
      const marks = shuffled(
        counts.flatMap((n, i) => Array.from({ length: n }, () => options[i]!)),
        drawer(`ballots ${key} in ${slug}`),
      );
      return marks
        .map((choice, i) => ({ ...people[i]!, choice }))
        .slice(Math.floor(marks.length * from), Math.floor(marks.length * to));
    });
    const { rows: told } = await sql<{ outcome: string }>`
      select outcome from cast_ballots(${cast.map(({ pollId }) => pollId)}::uuid[], ${cast.map((b) => idOf('ballot', b.pollId, b.personId))}::uuid[],
        ${cast.map((b) => b.personId)}::uuid[], ${cast.map((b) => b.choice)}::text[])`.execute(this.db);
    const refused = told.find(({ outcome }) => outcome !== 'CAST');
    if (refused) throw new Error(`a ballot of the demonstration on ${key} was refused: ${refused.outcome}`);
  }

  async count(key: string, by: Who, tally: Record<string, number>, entitled: number): Promise<void> {
    await recordTellerCount(await this.as(by), {
      idempotencyKey: idOf('count', key, ...by),
      pollId: await this.#pollOf(key),
      tally,
      entitled,
    });
  }

  /** The clock closes a poll whose time is over; where nothing is contested its result is certified at once. */
  async close(key: string): Promise<void> {
    await closePoll(makeContext(this.services, { clock: true }), { pollId: await this.#pollOf(key) });
  }

  /** The clock charges the dues of the year. */
  async chargeDues(): Promise<void> {
    await raiseDues(makeContext(this.services, { clock: true }));
  }

  /**
   * A Treasurer enters what the members of the group have paid: the whole year, each in their own way, in these days or on
   * the days given, counted from the day on which it is entered.
   */
  async collect(group: string, members: number, by: Who, days?: readonly number[]): Promise<void> {
    const context = await this.as(by);
    const draw = drawer(`payments of ${group}`);
    for (const which of shuffled(
      Array.from({ length: members }, (_, i) => i),
      draw,
    )) {
      await recordPayment(context, {
        id: idOf('payment', group, which),
        membershipId: idOf('membership', personId(group, which)),
        method: (['CASH', 'CASH', 'TRANSFER', 'TRANSFER', 'CHEQUE'] as const)[draw(5)]!,
        amount: '28.00',
        currency: 'USD',
        receivedOn: await this.#day(days ? days[which % days.length]! : -draw(6)),
        reference: null,
        paperNumber: null,
      });
    }
  }

  async askForWaiver(by: Who, words: string): Promise<void> {
    await askForWaiver(await this.as(by), {
      id: idOf('request', ...by),
      membershipId: idOf('membership', personId(...by)),
      words,
    });
  }

  async waive(who: Who, by: Who, days: number): Promise<void> {
    await grantWaiver(await this.as(by), {
      id: idOf('waiver', ...who),
      membershipId: idOf('membership', personId(...who)),
      from: null,
      until: await this.#day(days),
    });
  }

  /** So many days from the day on which this happens. */
  async #day(days: number): Promise<string> {
    const { rows } = await sql<{ day: string }>`select (clock_timestamp()::date + ${days}::int)::text as day`.execute(
      this.db,
    );
    return rows[0]!.day;
  }

  async #pollOf(key: string): Promise<string> {
    const { id } = await this.db
      .selectFrom('poll')
      .select('id')
      .where('proposal_id', '=', motionId(key))
      .where('parent_id', 'is', null)
      .executeTakeFirstOrThrow();
    return id;
  }

  /** A context in which this person acts, through a session that lives as long as it takes to load them. */
  async as([body, which]: Who): Promise<Context> {
    const token = createHash('sha256').update(randomBytes(32)).digest();
    await this.db
      .insertInto('session')
      .values({
        token_hash: token,
        person_id: personId(body, which),
        expires_at: sql<Date>`now() + interval '1 minute'`,
        seen_at: sql<Date>`now()`,
      })
      .execute();
    const actor = await loadActor(this.db, token);
    await this.db.deleteFrom('session').where('token_hash', '=', token).execute();
    if (!actor) throw new Error(`the demonstration has no person ${body} ${which}`);
    return makeContext(this.services, { actor });
  }
}

const options = ['FOR', 'AGAINST', 'ABSTAIN'];
