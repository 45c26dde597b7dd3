// Loading the demonstration into an empty database, and telling whom one may sign in as.
import type { Database } from '../database/database.js';
import { rowsOf } from '../database/database.js';
import { Refusal } from '../errors.js';
import { openServices, type RunningServices } from '../services.js';
import { Acts } from './acts.js';
import { bodyId, found, FOUNDED_AGO } from './found.js';
import { dropClock, inThePast, makeClock, markDone, stepsDone, turnTo } from './pastClock.js';
import { personId } from './people.js';
import { story, type Step } from './story.js';

export interface DemonstrationPerson {
  personId: string;
  displayName: string;
  part: string;
}

/** Chosen because each sees something the others do not. */
const parts: [body: string, which: number | string, part: string][] = [
  ['tacoma', 8, 'member of Tacoma, in good standing: votes, seconds, debates'],
  ['tacoma', 0, 'Secretary of Tacoma: admits applicants, refers a carried motion up'],
  ['tacoma', 1, 'Treasurer of Tacoma: keeps its books, enters payments'],
  ['tacoma', 13, 'Auditor of Tacoma: reads its books, and no names'],
  ['portland', 9, 'member of Portland: a confidential poll is open there'],
  ['duluth', 4, 'Teller of Duluth: one count is in, the second is theirs to enter'],
  ['tacoma', 5, 'Convenor of the Region Cascadia, and a member of Tacoma'],
  ['baltimore', 7, 'Secretary of the Federation, and a member of Baltimore'],
  ['tacoma', 'arrears', 'member of Tacoma in arrears: sees why there is no ballot, and what cures it'],
  [
    'portland',
    'unaccepted',
    'member of Portland who has not accepted the platform, and whose dues page tells them something alone',
  ],
  ['tucson', 0, 'Secretary of Tucson, a group in formation: a voice and no vote'],
  ['tacoma', 'applicant', 'applicant to Tacoma, waiting to be admitted'],
];

export type DemonstrationCounts = Record<string, number>;

/** `mandate demo`: refuses a database in which there is anything already. */
export async function loadDemonstration(
  services: RunningServices,
  progress: (line: string) => void = () => undefined,
): Promise<DemonstrationCounts> {
  const db = rowsOf(services.orm.em.fork());
  if (await db.selectFrom('body').select('id').limit(1).executeTakeFirst()) {
    throw new Refusal(
      'NOT_EMPTY',
      'There is a federation in this database already; the demonstration is loaded into an empty one.',
    );
  }
  return load(services, db, progress);
}

/** A server in demonstration: loads it the first time, and finishes a load that was cut off. */
export async function ensureDemonstration(services: RunningServices): Promise<void> {
  const db = rowsOf(services.orm.em.fork());
  const federation = await db.selectFrom('body').select('id').where('kind', '=', 'FEDERATION').executeTakeFirst();
  const ours = !federation || federation.id === bodyId('federation');
  if (ours && (await demonstrationPeople(db)).length === 0) await load(services, db, () => undefined);
}

export async function demonstrationPeople(db: Database): Promise<DemonstrationPerson[]> {
  return db
    .selectFrom('demonstration_person as d')
    .innerJoin('person as p', 'p.id', 'd.person_id')
    .select(['p.id as personId', 'p.display_name as displayName', 'd.part'])
    .orderBy('d.position')
    .execute();
}

/**
 * The founding and then the story, on connections whose clock is set back. A step that was done is not done again, and
 * the people one may be are written last: their presence says that the demonstration is whole.
 */
async function load(
  services: RunningServices,
  db: Database,
  progress: (line: string) => void,
): Promise<DemonstrationCounts> {
  await makeClock(db);
  const past = await openServices(
    services.env,
    services.orm.config.get('clientUrl') as string,
    services.publicUrl,
    services.log,
    inThePast,
  );
  try {
    // Mails of the past were read long ago.
    past.mailer = { keepsMail: true, send: async () => undefined };
    await tell(past, rowsOf(past.orm.em.fork()), progress);
  } finally {
    await past.stop();
  }
  await db.transaction().execute(async (tx) => {
    const people = parts.map(([body, which, part], i) => ({ person_id: personId(body, which), part, position: i + 1 }));
    await tx.insertInto('demonstration_person').values(people).execute();
    await dropClock(tx);
  });
  return countsOf(db);
}

async function tell(services: RunningServices, db: Database, progress: (line: string) => void): Promise<void> {
  const acts = new Acts(services, db);
  const steps: Step[] = [{ ago: FOUNDED_AGO, happen: () => found(db) }, ...story];
  for (let next = await stepsDone(db); next < steps.length; next++) {
    const { ago, happen } = steps[next]!;
    progress(`${ago} days ago`);
    await turnTo(db, ago * 24);
    await happen(acts);
    await markDone(db, next + 1);
  }
  await services.sequencer.settle();
}

async function countsOf(db: Database): Promise<DemonstrationCounts> {
  const counted = async (
    table: 'body' | 'person' | 'membership' | 'office_term' | 'proposal' | 'poll' | 'ballot' | 'result',
  ) => {
    const { n } = await db
      .selectFrom(table)
      .select((row) => row.fn.countAll<string>().as('n'))
      .executeTakeFirstOrThrow();
    return Number(n);
  };
  return {
    bodies: await counted('body'),
    persons: await counted('person'),
    memberships: await counted('membership'),
    offices: await counted('office_term'),
    motions: await counted('proposal'),
    polls: await counted('poll'),
    ballots: await counted('ballot'),
    results: await counted('result'),
  };
}
