// Elections: each recounts to itself from the papers of today, and every office that was won was won in one.
import { sql } from 'kysely';
import { certifiedText, paperLines, recountElection } from '../counting/elections/certified.js';
import { readCertified } from '../counting/elections/readCertified.js';
import type { Database } from '../database/database.js';
import { decisionHash } from '../history/commitments.js';
import { papersCast } from '../elections/papers.js';
import { mustBeNone, none, type Invariant } from './invariant.js';

interface Stored {
  id: string;
  calledBy: string;
  outcome: string;
  papers: number;
  file: string;
  hash: Buffer;
  count: object | null;
  withheld: boolean;
  elected: string[];
  alternates: string[];
  certified: { outcome: string; decisionHash: string } | null;
}

const recount: Invariant = {
  name: 'elections: recount',
  async look({ db }) {
    const { rows } = await sql<Stored>`
      select r.election_id as id, e.called_by as "calledBy", r.outcome, r.papers, r.file, r.file_hash as hash, r.count, r.withheld, r.elected, r.alternates,
        (select h.body from history_record h where h.type = 'result' and h.body ->> 'poll' = r.election_id::text limit 1) as certified
      from election_result r join election e on e.id = r.election_id order by r.election_id`.execute(db);
    const faults = [];
    for (const row of rows) faults.push(...storedFaults(row), ...(await paperFaults(db, row)), ...recountFaults(row));
    mustBeNone(faults);
    return `${rows.length} elections recount from their papers to what was certified`;
  },
};

function storedFaults({ id, outcome, file, hash, certified }: Stored): string[] {
  const digest = decisionHash(file);
  if (digest !== hash.toString('hex') || digest !== certified?.decisionHash)
    return [`the file of election ${id} is not the one that was certified`];
  return outcome === certified.outcome
    ? []
    : [`election ${id} is kept as ${outcome}, certified was ${certified.outcome}`];
}

/** Of an imported election the file holds all the papers there are. */
async function paperFaults(db: Database, { id, calledBy, file, papers, withheld }: Stored): Promise<string[]> {
  const certified = readCertified(file);
  if (certifiedText(certified) !== file) return [`the file of election ${id} is not written as such files are`];
  if (calledBy === 'IMPORT') return [];
  const cast = await papersCast(db, id);
  if (cast.length !== papers || certified.cast !== papers)
    return [`election ${id} has ${cast.length} papers, and was certified with ${papers}`];
  return withheld || paperLines(cast).join('\n') === certified.papers?.join('\n')
    ? []
    : [`the papers of election ${id} are not those of its file`];
}

function recountFaults({ id, file, count, elected, alternates }: Stored): string[] {
  const certified = readCertified(file);
  const ids = (numbers: readonly number[]) => numbers.map((number) => certified.candidates[number - 1]!.id).join();
  if (ids(certified.elected) !== elected.join() || ids(certified.alternates) !== alternates.join())
    return [`election ${id} keeps others as elected than its file`];
  const again = recountElection(certified);
  if (again === null) return [];
  const same =
    again.outcome === certified.outcome &&
    again.elected.join() === certified.elected.join() &&
    again.alternates.join() === certified.alternates.join();
  if (!same) return [`election ${id} recounts to ${again.outcome}, elected ${again.elected.join(', ')}`];
  return isSame(again.count, count) ? [] : [`the stages of election ${id} are not those its papers make`];
}

/** A column of JSON keeps no order of keys. */
const isSame = (one: object | null, other: object | null): boolean => sorted(one) === sorted(other);
const sorted = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

const papers = none(
  'elections: papers',
  'no more papers than were handed out or are on the roll, and nobody has a paper and a ballot',
  sql`
    with read as (
      select poll_id, number, max(cardinality(lines)) as n from paper_batch where not replaced group by poll_id, number
    ), entered as (select poll_id, sum(n) as n from read group by poll_id)
    select 'election ' || e.id || ' has ' || r.n || ' papers entered, more than were handed out' as fault
      from election e join entered r on r.poll_id = e.id join poll p on p.id = e.id
      where r.n > case when p.state = 'OPEN' then (select count(*) from paper_handed h where h.poll_id = e.id) else e.papers_handed end
    union all
    select 'election ' || e.id || ' has ' || r.papers || ' papers, more than the ' || p.roll_count || ' on its roll'
      from election e join election_result r on r.election_id = e.id join poll p on p.id = e.id
      where e.called_by <> 'IMPORT' and r.papers > p.roll_count
    union all
    select 'in election ' || h.poll_id || ' somebody has a paper and a ballot' from paper_handed h
      where exists (select 1 from ballot b where b.poll_id = h.poll_id and b.elector = elector_in(h.poll_id, h.person_id) and not b.replaced)`,
);

const offices = none(
  'elections: offices',
  'every term won in an election rests on one that elected that person, and who was elected has a term',
  sql`
    select 'the term ' || t.id || ' rests on no election that gave it' as fault from office_term t
      where t.source = 'ELECTION' and not exists (
        select 1 from election e join election_result r on r.election_id = e.id join candidate c on c.election_id = e.id and c.person_id = t.person_id
        where e.id = t.election_id and e.state = 'CERTIFIED' and e.body_id = t.body_id and e.office = t.office
          and (c.id = any (r.elected) or exists (select 1 from vacancy_filled v where v.election_id = e.id and v.candidate_id = c.id)))
    union all
    select 'candidate ' || c.id || ' was elected and has no term' from election e join election_result r on r.election_id = e.id
      join candidate c on c.id = any (r.elected)
      where e.office is not null and c.person_id is not null
        and not exists (select 1 from office_term t where t.election_id = e.id and t.person_id = c.person_id)`,
);

export const electionInvariants: Invariant[] = [recount, papers, offices];
