// What a motion that calls an election asks for: an office, its places and its term, or the options to choose from. As it
// is put to the body everything it leaves to the rule book is filled in, so that those who vote on it know what follows.
import { z } from 'zod';
import type { Database } from '../database/database.js';
import { effectiveRules } from '../rules/effectiveRules.js';
import {
  electsOne,
  MOST_CANDIDATES,
  officeName,
  optionMethods,
  personMethods,
  type ElectionRulesShape,
} from '../rules/electionRules.js';

/** Methods in which "at least two of …" can be seen to while counting. */
const constrained: readonly string[] = ['scottish-stv', 'meek-stv'];

const whole = (least: number, most: number) => z.int().min(least).max(most);
const name = (most: number) => z.string().trim().min(1).max(most);

const Constraint = z
  .strictObject({ name: name(80), atLeast: whole(0, 49), atMost: whole(0, 49).nullable().default(null) })
  .refine(({ atLeast, atMost }) => atMost === null || atMost >= atLeast, {
    path: ['atMost'],
    error: 'at most no fewer than at least',
  });

const OfPersons = z.strictObject({
  kind: z.literal('PERSONS').default('PERSONS'),
  office: z.string().regex(officeName),
  seats: whole(1, 49),
  termMonths: whole(1, 120),
  takesOfficeOn: z.iso.date(),
  method: z.enum(personMethods).optional(),
  alternates: whole(0, 49).optional(),
  constraints: z.array(Constraint).max(8).default([]),
});

const OfOptions = z.strictObject({
  kind: z.literal('OPTIONS'),
  options: z.array(name(200)).min(1).max(MOST_CANDIDATES),
  seats: whole(1, 49).default(1),
  method: z.enum(optionMethods).optional(),
});

export type ElectionPayload = Required<z.infer<typeof OfPersons>> | Required<z.infer<typeof OfOptions>>;

/** What is wrong with it: the place inside the payload and the sentence. */
export class PayloadFault extends Error {
  constructor(
    readonly path: string,
    sentence: string,
  ) {
    super(sentence);
  }
}

const fault = (path: string, sentence: string): never => {
  throw new PayloadFault(path, sentence);
};

export async function readElectionPayload(
  payload: Record<string, unknown>,
  bodyId: string,
  db: Database,
): Promise<ElectionPayload> {
  const read = (payload['kind'] === 'OPTIONS' ? OfOptions : OfPersons).safeParse(payload);
  if (!read.success) {
    const [issue] = read.error.issues;
    const path = [...issue!.path, ...(issue!.code === 'unrecognized_keys' ? issue!.keys.slice(0, 1) : [])].join('.');
    return fault(
      path,
      'An election is called with office, seats, termMonths and takesOfficeOn, or with kind OPTIONS and options; besides with method, alternates and constraints.',
    );
  }
  const { rules } = await effectiveRules(db, bodyId);
  const full = filledIn(read.data, rules.elections);
  mustBeCountable(full);
  if (full.kind === 'PERSONS') mustBeAhead(full.takesOfficeOn);
  return full;
}

function filledIn(
  asked: z.infer<typeof OfPersons> | z.infer<typeof OfOptions>,
  { method, offices }: ElectionRulesShape,
): ElectionPayload {
  if (asked.kind === 'OPTIONS') return { ...asked, method: asked.method ?? method };
  const alternates = offices.find(({ office }) => office === asked.office)?.alternates ?? 0;
  return { ...asked, method: asked.method ?? method, alternates: asked.alternates ?? alternates };
}

function mustBeCountable(asked: ElectionPayload): void {
  const { method, seats } = asked;
  if (electsOne(method) && seats > 1) fault('seats', `${method} elects one; for ${seats} places take another method.`);
  if (asked.kind === 'OPTIONS') {
    const { options } = asked;
    if (new Set(options).size < options.length) fault('options', 'Each option stands once.');
    if (method !== 'consent' && options.length < 2) fault('options', 'There are at least two options to choose from.');
    if (method !== 'consent' && options.length <= seats) fault('seats', 'There are more options than places.');
    return;
  }
  const { constraints } = asked;
  if (constraints.length === 0) return;
  if (!constrained.includes(method))
    fault('constraints', `Constraints are seen to by the single transferable vote (${constrained.join(', ')}).`);
  if (new Set(constraints.map((each) => each.name)).size < constraints.length)
    fault('constraints', 'Each constraint has a name of its own.');
  if (constraints.some(({ atLeast }) => atLeast > seats))
    fault('constraints', `No more than all ${seats} of those elected can be of a group.`);
}

function mustBeAhead(takesOfficeOn: string): void {
  const today = new Date();
  const day = (years: number) =>
    new Date(Date.UTC(today.getUTCFullYear() + years, today.getUTCMonth(), today.getUTCDate()))
      .toISOString()
      .slice(0, 10);
  if (takesOfficeOn < day(0) || takesOfficeOn > day(2))
    fault('takesOfficeOn', 'Those elected take office within two years from now.');
}
