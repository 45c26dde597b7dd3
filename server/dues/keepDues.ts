// What the clock does with dues, in the order in which one thing leads to the next. All of it may run late, twice or from
// several processes at once; what fails is told to the log and waits for the next hour.
import type { Context } from '../context.js';
import { askAfterCheckouts } from './card/askAfterCheckouts.js';
import { excuseWaived } from './excuseWaived.js';
import { followMembers } from './followMembers.js';
import { lapseOwing } from './lapseOwing.js';
import { raiseDues } from './raiseDues.js';
import { remind } from './remind.js';
import { settleBetween } from './remittances/settleBetween.js';

const steps: ((context: Context) => Promise<unknown>)[] = [
  followMembers,
  raiseAll,
  excuseWaived,
  settleBetween,
  remind,
  lapseOwing,
  askAfterCheckouts,
];

export async function keepDues(context: Context): Promise<void> {
  for (const step of steps) {
    try {
      await step(context);
    } catch (error) {
      context.services.log.error({ err: error, step: step.name }, 'timed work on dues failed; it will be tried again');
    }
  }
}

async function raiseAll(context: Context): Promise<void> {
  const { bodies, charges } = await raiseDues(context, (done, all) => {
    if (done.bodies % 100 === 0) context.services.log.info({ ...done, of: all }, 'charging dues');
  });
  if (charges > 0) context.services.log.info({ bodies, charges }, 'dues charged');
}
