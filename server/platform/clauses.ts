// The text of a platform as a motion proposes it: clauses in order, each with a key that it keeps through all
// versions. Judged when the motion is moved and again when the decision executes itself.
import { z } from 'zod';
import { refuse } from '../errors.js';

export const clauseKinds = [
  'PRINCIPLE',
  'OBJECTIVE',
  'DEMAND',
  'STRATEGY',
  'DECLARATION',
  'SUPPORT_CRITERION',
] as const;

const clause = z.strictObject({
  key: z
    .string()
    .max(80)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'should be lower-case words joined by hyphens'),
  kind: z.enum(clauseKinds),
  heading: z.string().trim().min(1).max(200),
  text: z.string().trim().min(1).max(10_000),
});

const proposed = z.strictObject({
  clauses: z.array(clause).min(1).max(200),
  /** Days in which an acceptance of the version before still counts. Left out: as the rule book says. */
  reacceptDays: z.int().min(0).max(730).optional(),
});

export type NewClause = z.infer<typeof clause>;
export type ProposedPlatform = z.infer<typeof proposed>;

/** The payload of a motion of kind ADOPT_PLATFORM, or a refusal that says what is wrong with it. */
export function readProposedPlatform(payload: unknown): ProposedPlatform {
  const read = proposed.safeParse(payload);
  if (!read.success) {
    const [issue] = read.error.issues;
    refuse(
      'PLATFORM_MALFORMED',
      `The proposed platform cannot be read: ${issue!.path.join('.') || 'it'}: ${issue!.message}.`,
      { field: 'payload' },
    );
  }
  const keys = read.data.clauses.map(({ key }) => key);
  const twice = keys.find((key, index) => keys.indexOf(key) !== index);
  if (twice) {
    refuse('PLATFORM_MALFORMED', `Two clauses have the key “${twice}”. Each clause has a key of its own.`, {
      field: 'payload',
      values: { key: twice },
    });
  }
  return read.data;
}
