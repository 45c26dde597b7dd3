// The one wrapper around every deed: transaction, authorisation, history and idempotency meet here and
// nowhere else. A deed runs whole or not at all; run again with its key it gives its first answer.
import type { EntityManager } from '@mikro-orm/postgresql';
import { assert } from './assert.js';
import type { Context } from './context.js';
import { rowsOf, type Database } from './database/database.js';
import { inTransaction, retried } from './database/transaction.js';
import { notSignedIn, refuse } from './errors.js';
import { canonicalText } from './history/canonical.js';
import { voterHash } from './history/commitments.js';
import { sha256Hex } from './history/hash.js';
import type { BodyOf, LeafType } from './history/leafTypes.js';
import { writeRecord, writeRecords, type NewRecord, type WrittenRecord } from './history/record.js';
import { makeLoaders } from './loaders.js';
import { remember } from './remember.js';
import { refuseBrokenText } from './text.js';
import { reloadActor, type Actor } from './policy/actor.js';
import { policy, type DeedName, type PolicyRow, type SubjectOf } from './policy/table.js';

/** What a deed works with while it runs. */
export interface Deed<Name extends DeedName> {
  readonly name: Name;
  readonly context: Context;
  readonly em: EntityManager;
  /** Rows inside the deed's transaction. */
  readonly db: Database;
  /** The person acting. Asking for it when the clock acts, or nobody is signed in, is an error. */
  readonly actor: Actor;
  readonly actorOrNull: Actor | null;
  /** Asks the policy table; throws the row's sentence as a Refusal. Must be called before anything commits. */
  authorize(subject: SubjectOf<Name>): void;
  /** Writes `deed` in the history: what was done to which subject, by whom (blinded), with a digest of any text. */
  record(subject: string, text?: string | object): Promise<WrittenRecord>;
  /** Writes a record of its own type (see history/README.md). `minute` coarsens the moment for confidential ballots. */
  recordAs<Type extends LeafType>(type: Type, body: BodyOf<Type>, coarse?: 'minute'): Promise<WrittenRecord>;
  /** Writes many records at once, in the order given. */
  recordAll(records: readonly NewRecord[]): Promise<void>;
  /** Says that the deed's own statement has written its record (the one hot path, a ballot). */
  recordedInSql(): void;
  /** Runs once the transaction has committed: mail, nudges. Its failure does not undo the deed. */
  afterCommit(work: () => Promise<void> | void): void;
}

interface Options {
  /** The deed keeps its own memory of keys (a draft is its own last state), so none is stored for it. */
  ownKey?: true;
  /**
   * The deed is one statement that judges and writes by itself (a ballot, which everybody casts at once): that statement
   * is its transaction, and it keeps its own memory of keys.
   */
  oneStatement?: true;
}

type Keyed = { id?: string; idempotencyKey?: string };

export type Command<Input, Answer> = (context: Context, input: Input) => Promise<Answer>;

/**
 * Makes a command of a deed. `act` is given a Deed and the input; what it returns (plain data: ids, not
 * entities) is remembered under the input's `id` or `idempotencyKey`.
 */
export function command<Name extends DeedName, Input extends object, Answer extends object>(
  name: Name,
  act: (deed: Deed<Name>, input: Input) => Promise<Answer>,
  options: Options = {},
): Command<Input, Answer> {
  return async (context, input) => {
    refuseBrokenText(input);
    const key = remembersItself(options) ? null : keyOf(input);
    const run = () => retried(() => once(name, act, options, context, input));
    return key ? sharing(`${actingAs(context)}/${name}/${key}/${JSON.stringify(input)}`, run) : run();
  };
}

const remembersItself = (options: Options): boolean => options.ownKey === true || options.oneStatement === true;
const keyOf = (input: Keyed): string | null => input.idempotencyKey ?? input.id ?? null;
const actingAs = (context: Context): string => context.actor?.personId ?? (context.clock ? 'clock' : 'anonymous');

/** The same deed sent again while it runs waits for that one run, and takes no second connection. */
const running = new Map<string, Promise<unknown>>();
function sharing<Answer>(key: string, run: () => Promise<Answer>): Promise<Answer> {
  const first = running.get(key) as Promise<Answer> | undefined;
  if (first) return first;
  const mine = run().finally(() => running.delete(key));
  running.set(key, mine);
  return mine;
}

async function once<Name extends DeedName, Input extends object, Answer extends object>(
  name: Name,
  act: (deed: Deed<Name>, input: Input) => Promise<Answer>,
  options: Options,
  context: Context,
  input: Input,
): Promise<Answer> {
  const rule = policy[name] as unknown as PolicyRow<unknown>;
  if (!context.actor && !context.clock && !rule.anonymous) throw notSignedIn();
  const after: (() => Promise<void> | void)[] = [];
  const key = remembersItself(options) ? null : keyOf(input);
  let recorded = 0;
  const surround = options.oneStatement ? asItIs : inTransaction;
  const answer = await surround(context.em, async (em, db) => {
    const memory = key ? remember(db, actingAs(context), key, name, input) : null;
    const first = await memory?.recall();
    if (first) return first as Answer;
    // Power is what it is now, inside this transaction, not what it was when the request came or the deed began to wait.
    const actor =
      context.actor && !options.oneStatement
        ? await reloadActor(db, context.actor.personId, context.session.tokenHash)
        : context.actor;
    if (context.actor && !actor) throw notSignedIn();
    let asked = false;
    const deed: Deed<Name> = {
      name,
      context,
      em,
      db,
      actorOrNull: actor,
      get actor() {
        if (!actor) throw notSignedIn();
        return actor;
      },
      authorize(subject) {
        asked = true;
        judge(name, rule, context, actor, subject);
      },
      record: (subject, text) => {
        const digest = sha256Hex(typeof text === 'string' ? text : canonicalText(text ?? null));
        return deed.recordAs('deed', { name, subject, actor: actor && voterHash(actor.salt, actor.personId), digest });
      },
      recordAs: async (type, body, coarse) => {
        recorded++;
        return writeRecord(db, type, body, coarse);
      },
      recordAll: async (records) => {
        recorded += records.length;
        if (records.length > 0) await writeRecords(db, records);
      },
      recordedInSql: () => void recorded++,
      afterCommit: (work) => void after.push(work),
    };
    const result = await act(deed, input);
    assert(asked, `${name} did not ask the policy table`);
    assert(recorded > 0 || rule.unrecorded || context.clock, `${name} left no record`);
    if (!options.oneStatement) await em.flush();
    await memory?.store(result);
    return result;
  });
  context.loaders = makeLoaders(context.db);
  if (recorded > 0) context.services.sequencer.nudge();
  for (const work of after) await afterwards(work, context, name);
  return answer;
}

const asItIs: typeof inTransaction = (em, work) => work(em, rowsOf(em));

/** The deed has committed: whatever fails now is told to the log, not to the person whose deed was done. */
async function afterwards(work: () => Promise<void> | void, context: Context, name: DeedName): Promise<void> {
  try {
    await work();
  } catch (error) {
    context.services.log.error({ err: error, deed: name }, 'work after a commit failed');
  }
}

function judge(
  name: DeedName,
  rule: PolicyRow<unknown>,
  context: Context,
  actor: Actor | null,
  subject: unknown,
): void {
  if (context.clock && rule.clock) return;
  if (!actor && !rule.anonymous) throw notSignedIn();
  if (!rule.may(actor as Actor, subject)) {
    refuse('NOT_ALLOWED', rule.sentence, { rule: rule.rule, values: { deed: name } });
  }
}
