// What a poll is to the person reading: their place on its roll, their own ballot, the poll in which their body votes.
// Nothing here tells of anybody else's ballot.
import { sql } from 'kysely';
import type { Database } from '../database/database.js';
import { asDate } from '../database/instants.js';

/** A person before a poll. */
export interface Before {
  pollId: string;
  personId: string;
}

export interface Standing {
  onRoll: boolean;
  /** A teller of an election has handed them a paper. */
  hasPaper: boolean;
  ballot: { id: string; choice: string | null; castAt: Date } | null;
}

interface Read extends Before {
  onRoll: boolean;
  hasPaper: boolean;
  ballotId: string | null;
  choice: string | null;
  castAt: Date | null;
}

/** A confidential ballot can be shown to its owner as long as the poll is open; after that nothing says whose it was. */
export async function placesInPolls(db: Database, asked: readonly Before[]): Promise<Standing[]> {
  const { rows } = await sql<Read>`
    select q.poll_id as "pollId", q.person_id as "personId", e.person_id is not null as "onRoll", h.person_id is not null as "hasPaper",
      b.id as "ballotId", b.marks as choice, b.cast_at as "castAt"
    from unnest(${asked.map((one) => one.pollId)}::uuid[], ${asked.map((one) => one.personId)}::uuid[]) as q (poll_id, person_id)
    left join roll_entry e on e.poll_id = q.poll_id and e.person_id = q.person_id
    left join paper_handed h on h.poll_id = q.poll_id and h.person_id = q.person_id
    left join ballot b on b.poll_id = q.poll_id and b.elector = elector_in(q.poll_id, q.person_id) and not b.replaced`.execute(
    db,
  );
  return asked.map(({ pollId, personId }) => {
    const row = rows.find((each) => each.pollId === pollId && each.personId === personId);
    const ballot = row?.ballotId ? { id: row.ballotId, choice: row.choice, castAt: asDate(row.castAt!) } : null;
    return { onRoll: row?.onRoll ?? false, hasPaper: row?.hasPaper ?? false, ballot };
  });
}

/** The poll of the same roll-up in which the person's own body votes, whether or not they are on its roll. */
export async function ownPolls(db: Database, asked: readonly Before[]): Promise<(string | null)[]> {
  const { rows } = await sql<Before & { ownId: string | null }>`
    select q.poll_id as "pollId", q.person_id as "personId", coalesce(
      (select o.id from roll_entry e join poll o on o.id = e.poll_id where e.person_id = q.person_id and o.root_id = p.root_id limit 1),
      (select o.id from membership m join body_above a on a.body_id = m.body_id
        join poll o on o.body_id = a.above_id and o.root_id = p.root_id and o.voting = 'MEMBERS'
        where m.person_id = q.person_id and m.state in ('ACTIVE', 'ON_LEAVE', 'SUSPENDED') limit 1)
    ) as "ownId"
    from unnest(${asked.map((one) => one.pollId)}::uuid[], ${asked.map((one) => one.personId)}::uuid[]) as q (poll_id, person_id)
    join poll p on p.id = q.poll_id`.execute(db);
  return asked.map(
    ({ pollId, personId }) => rows.find((row) => row.pollId === pollId && row.personId === personId)?.ownId ?? null,
  );
}
