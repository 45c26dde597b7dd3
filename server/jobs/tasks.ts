// What the clock does, by name. A task may run twice or late, so each asks the database what is still due.
import { forgetTraces } from '../accounts/forgetTraces.js';
import { makeContext, type Context, type Services } from '../context.js';
import { keepDues } from '../dues/keepDues.js';
import { certifyDueElections, certifyIfReady, openDueElections } from '../elections/byTheClock.js';
import { openElection } from '../elections/openElection.js';
import { certifyDuePolls, closeDuePolls, forgetBallots, openDuePolls } from '../polls/byTheClock.js';
import { closePoll } from '../polls/closePoll.js';
import { forgetOldUploads } from '../uploads/uploads.js';
import { lapseUnseconded } from '../proposals/lapseUnseconded.js';
import type { Payloads, TaskName } from './enqueue.js';

type Tasks = { [Name in TaskName]: (context: Context, payload: Payloads[Name]) => Promise<unknown> };

export const tasks: Tasks = {
  mail: ({ services }, mail) => services.mailer.send(mail),
  closePoll: (context, { pollId }) => closePoll(context, { pollId }),
  openElection: (context, { electionId }) => openElection(context, { electionId }),
  certifyElection: (context, { electionId }) => certifyIfReady(context, electionId),
  keepDues,
  forgetBallots,
  sweep,
};

/** Whatever became of its own job, nothing that is due waits longer than a minute. */
export async function sweep(context: Context): Promise<void> {
  await lapseUnseconded(context);
  await openDuePolls(context);
  await closeDuePolls(context);
  await certifyDuePolls(context);
  await openDueElections(context);
  await certifyDueElections(context);
  await forgetTraces(context.db);
  await forgetOldUploads(context.db);
}

/** The tasks as the queue calls them: each with a context in which no person acts but the clock. */
export function taskList(services: Services): Record<string, (payload: unknown) => Promise<void>> {
  const bound = (name: TaskName) => async (payload: unknown) => {
    await (tasks[name] as (context: Context, payload: unknown) => Promise<unknown>)(
      makeContext(services, { clock: true }),
      payload,
    );
  };
  return Object.fromEntries((Object.keys(tasks) as TaskName[]).map((name) => [name, bound(name)]));
}
