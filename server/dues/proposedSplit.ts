// The division of dues as a motion of kind SET_SPLIT proposes it: exact fractions for the levels above and for levies,
// from a day on. What no share takes stays with the Local Group.
import { z } from 'zod';
import { parseFraction } from '../counting/fraction.js';
import type { Database } from '../database/database.js';
import { refuse } from '../errors.js';
import { bookDay } from './days.js';
import type { DecidedShare } from './division.js';
import { malformedPayload, type SettingBody } from './proposedDues.js';
import { atMostAll } from './split.js';

const share = z.strictObject({
  level: z.enum(['LOCAL_GROUP', 'REGION', 'FEDERATION'], 'LOCAL_GROUP, REGION or FEDERATION'),
  purpose: z
    .string()
    .trim()
    .max(80, 'at most 80 characters')
    .regex(/^[^\p{Cc}]*$/u, 'one line of plain words')
    .default(''),
  share: z.string().refine((text) => parseFraction(text) !== null, 'an exact fraction, such as "1/5"'),
  until: z.iso.date('a day, such as 2027-12-31').nullable().default(null),
});
const proposed = z.strictObject({
  validFrom: z.iso.date('a day, such as 2027-01-01'),
  shares: z.array(share, 'a list of shares').max(20, 'at most 20 shares'),
});

export interface ProposedSplit {
  validFrom: string;
  shares: DecidedShare[];
}

/** `earliest` is the day of today but at the founding, where nothing has been divided yet. */
export async function readProposedSplit(
  db: Database,
  payload: unknown,
  body: SettingBody,
  earliest?: string,
): Promise<ProposedSplit> {
  if (body.kind !== 'FEDERATION')
    refuse('WRONG_BODY', 'Dues are divided by the Federation, one way for all.', {
      rule: 'dues',
      field: 'bodyId',
      values: { body: body.name },
    });
  const read = proposed.safeParse(payload);
  if (!read.success) malformedPayload(read.error.issues[0]!.path.join('.'), read.error.issues[0]!.message);
  const { shares, validFrom } = read.data;
  if (validFrom < (earliest ?? (await bookDay(db))))
    malformedPayload('validFrom', 'today or a later day: what was paid before is divided already');
  shares.forEach(({ level, purpose, until }, i) => {
    if (level === 'LOCAL_GROUP' && purpose === '')
      malformedPayload(`shares.${i}.purpose`, 'what it is for: the rest stays with the Local Group without a share');
    if (until !== null && until < validFrom) malformedPayload(`shares.${i}.until`, 'a day after it begins');
    if (shares.findIndex((other) => other.level === level && other.purpose === purpose) < i)
      malformedPayload(`shares.${i}`, 'a level and purpose that no other share has');
  });
  if (!atMostAll(shares.map((one) => parseFraction(one.share)!)))
    refuse('SPLIT_TOO_LARGE', 'The shares together take more than all that is paid.', {
      rule: 'dues',
      field: 'payload.shares',
    });
  return { shares, validFrom };
}
