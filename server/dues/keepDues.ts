// What the clock does with dues, in the order in which one thing leads to the next. All of it may run late, twice or from
// several processes at once; what fails for one member or body is told to the log and waits for the next hour.
import type { Context } from '../context.js';
import { askAfterCheckouts } from './card/askAfterCheckouts.js';
import { followMembers } from './followMembers.js';
import { lapseOwing } from './lapseOwing.js';
import { raiseDues } from './raiseDues.js';
import { remind } from './remind.js';
import { settleBetween } from './remittances/settleBetween.js';

export async function keepDues(context: Context): Promise<void> {
  await followMembers(context);
  const { bodies, charges } = await raiseDues(context, (done, all) => {
    if (done.bodies % 100 === 0) context.services.log.info({ ...done, of: all }, 'charging dues');
  });
  if (charges > 0) context.services.log.info({ bodies, charges }, 'dues charged');
  await settleBetween(context);
  await remind(context);
  await lapseOwing(context);
  await askAfterCheckouts(context);
}
