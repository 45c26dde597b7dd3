// What people of the demonstration do in elections: the deeds that anybody does.
import { sql } from 'kysely';
import { makeContext } from '../context.js';
import { asDate } from '../database/instants.js';
import { acceptNomination } from '../elections/answerNomination.js';
import { certifyIfReady } from '../elections/byTheClock.js';
import { callElection } from '../elections/callElection.js';
import { handPaper } from '../elections/handPaper.js';
import { nominate } from '../elections/nominate.js';
import { openElection } from '../elections/openElection.js';
import { recordPapers } from '../elections/recordPapers.js';
import { closePoll } from '../polls/closePoll.js';
import type { Acts, Who } from './acts.js';
import { bodyId } from './found.js';
import { personId } from './people.js';
import { drawer, idOf, shuffled } from './seeded.js';

export interface Contest {
  key: string;
  body: string;
  office: string;
  /** Days from its call to the day on which those elected take office. */
  officeIn: number;
  /** More than the rule book gives. */
  nominationDays?: number;
}

/** One who stands, under a letter by which papers name them. */
export interface Stands {
  letter: string;
  who: Who;
  statement: string;
}

export const electionId = (key: string): string => idOf('election', key);
const membership = (who: Who): string => idOf('membership', personId(...who));

export class ElectionActs {
  constructor(private readonly acts: Acts) {}

  async call(by: Who, { key, body, office, officeIn, nominationDays }: Contest): Promise<void> {
    const { day, at } = await this.#daysFromThen(officeIn, nominationDays ?? 0);
    await callElection(await this.acts.as(by), {
      id: electionId(key),
      bodyId: bodyId(body),
      office,
      takesOfficeOn: day,
      nominationsUntil: nominationDays ? at : null,
    });
  }

  async stand(key: string, { who, statement }: Stands): Promise<void> {
    await nominate(await this.acts.as(who), {
      id: idOf('candidate', key, ...who),
      electionId: electionId(key),
      statement,
      publicity: 'FEDERATION',
    });
  }

  async nominate(key: string, by: Who, who: Who): Promise<void> {
    await nominate(await this.acts.as(by), {
      id: idOf('candidate', key, ...who),
      electionId: electionId(key),
      membershipId: membership(who),
    });
  }

  async accept(key: string, { who, statement }: Stands): Promise<void> {
    await acceptNomination(await this.acts.as(who), {
      idempotencyKey: idOf('accept', key, ...who),
      candidateId: idOf('candidate', key, ...who),
      statement,
      publicity: 'FEDERATION',
    });
  }

  /** An officer opens it for so many days; or the clock, for those of the rule book. */
  async open(key: string, by?: Who, days = 0): Promise<void> {
    const context = by ? await this.acts.as(by) : makeContext(this.acts.services, { clock: true });
    const { at } = await this.#daysFromThen(0, days);
    await openElection(context, {
      idempotencyKey: idOf('open', key),
      electionId: electionId(key),
      closesAt: by ? at : null,
    });
  }

  /** Counted from the day on which this happens. */
  async #daysFromThen(day: number, moment: number): Promise<{ day: string; at: Date }> {
    const { rows } = await sql<{ day: string; at: string }>`
      select (clock_timestamp()::date + ${day}::int)::text as day, clock_timestamp() + make_interval(days => ${moment}) as at`.execute(
      this.acts.db,
    );
    return { day: rows[0]!.day, at: asDate(rows[0]!.at) };
  }

  /** Part of the papers, from a share of the list to another, so that days can pass between. */
  async vote(
    key: string,
    stand: readonly Stands[],
    papers: readonly string[],
    [from, to]: readonly [number, number],
    apart: readonly Who[] = [],
  ): Promise<void> {
    const away = new Set(apart.map((who) => personId(...who)));
    const { rows } = await sql<{ personId: string }>`
      select person_id as "personId" from roll_entry e where poll_id = ${electionId(key)}
        and not exists (select 1 from paper_handed h where h.poll_id = e.poll_id and h.person_id = e.person_id) order by person_id`.execute(
      this.acts.db,
    );
    const voters = shuffled(
      rows.filter((row) => !away.has(row.personId)),
      drawer(`electors of ${key}`),
    );
    const marks = shuffled(await this.#numbered(key, stand, papers), drawer(`papers of ${key}`));
    const cast = marks
      .map((choice, at) => ({ choice, personId: voters[at]!.personId }))
      .slice(Math.floor(marks.length * from), Math.floor(marks.length * to));
    const { rows: told } = await sql<{ outcome: string }>`
      select outcome from cast_ballots(${cast.map(() => electionId(key))}::uuid[], ${cast.map((one) => idOf('ballot', key, one.personId))}::uuid[],
        ${cast.map((one) => one.personId)}::uuid[], ${cast.map((one) => one.choice)}::text[])`.execute(this.acts.db);
    const refused = told.find(({ outcome }) => outcome !== 'CAST');
    if (refused) throw new Error(`a ballot of the demonstration on ${key} was refused: ${refused.outcome}`);
  }

  /** Some vote on paper at the meeting, and two tellers read the papers. */
  async votePapers(
    key: string,
    voters: readonly Who[],
    tellers: readonly Who[],
    stand: readonly Stands[],
    papers: readonly string[],
  ): Promise<void> {
    for (const who of voters)
      await handPaper(await this.acts.as(tellers[0]!), {
        idempotencyKey: idOf('hand', key, ...who),
        electionId: electionId(key),
        membershipId: membership(who),
      });
    const lines = await this.#numbered(key, stand, papers);
    for (const teller of tellers)
      await recordPapers(await this.acts.as(teller), {
        idempotencyKey: idOf('read', key, ...teller),
        electionId: electionId(key),
        batch: 1,
        lines,
      });
  }

  /** The clock closes it, and counts where nothing is contested. */
  async close(key: string): Promise<void> {
    const clock = makeContext(this.acts.services, { clock: true });
    await closePoll(clock, { pollId: electionId(key) });
    await certifyIfReady(clock, electionId(key));
  }

  /** Papers by letters, as "a>c", in the numbers that the lot has given to those who stand. */
  async #numbered(key: string, stand: readonly Stands[], papers: readonly string[]): Promise<string[]> {
    const rows = await this.acts.db
      .selectFrom('candidate')
      .select(['person_id', 'position'])
      .where('election_id', '=', electionId(key))
      .execute();
    const numbers = new Map(
      stand.map(({ letter, who }) => [letter, rows.find((row) => row.person_id === personId(...who))!.position]),
    );
    return papers.map((paper) => paper.replaceAll(/[a-z]/g, (letter) => String(numbers.get(letter))));
  }
}
