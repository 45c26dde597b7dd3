/**
 * The grammar of the decision file, with what was expected at each place. Keys it does not name are refused, because a
 * misspelt rule would otherwise be silently left out.
 */
import * as z from 'zod';
import { METHODS } from './apportion.js';
import type { Body, DecisionFile } from './decisionFile.js';
import { parseFraction } from './fraction.js';

const RESERVED = ['CARRIED', 'DEFEATED', 'INQUORATE', 'TIED', '__proto__'];

const text = (expected: string) => z.string({ error: expected }).trim().min(1, { error: expected });
export const whole = (expected: string, least = 0) => z.int({ error: expected }).min(least, { error: expected });
export const oneOf = <const T extends readonly string[]>(names: T) =>
  z.enum(names, { error: `one of ${names.join(', ')}` });
const list = <T extends z.ZodType>(item: T, expected: string) =>
  z.array(item, { error: expected }).min(1, { error: expected });

/** An object that says which key it does not know. */
export const keyed = <T extends z.ZodRawShape>(shape: T, expected: string) =>
  z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys' ? `only the keys ${Object.keys(shape).join(', ')}` : expected,
  });

const share = (expected: string) =>
  z.string({ error: expected }).refine((written) => {
    const parsed = parseFraction(written);
    return parsed !== null && parsed.top <= parsed.bottom;
  }, expected);

const SHARE = 'a fraction from "0/1" to "1/1", such as "1/2"';
const cap = share('a fraction above "0/1" and up to "1/1", such as "1/4"')
  .refine((written) => !written.startsWith('0/'), 'a fraction above "0/1"')
  .nullish();

const Band = z.tuple(
  [
    z.union([whole('').min(0), z.null()], {
      error: 'the largest number of members in the band, or null in the last one',
    }),
    whole('the votes of the band, a whole number, 0 or more'),
  ],
  { error: 'a band [largest number of members, votes]' },
);
type Bands = z.infer<typeof Band>[];

const risesToNull = (bands: Bands) =>
  bands.every(([upTo], at) => (at === bands.length - 1) === (upTo === null)) &&
  bands.every(([upTo], at) => at === 0 || upTo === null || upTo > bands[at - 1]![0]!);

const Weight = z.discriminatedUnion(
  'kind',
  [
    keyed({ kind: z.enum(['GIVEN', 'EQUAL', 'PER_CAPITA', 'SQUARE_ROOT']), cap }, 'a weight'),
    keyed(
      {
        kind: z.literal('BANDS'),
        bands: list(Band, 'a list of bands such as [[9, 1], [null, 2]]').refine(
          risesToNull,
          'bands with rising limits, the last and only the last of them null',
        ),
        cap,
      },
      'a weight by bands',
    ),
    keyed(
      {
        kind: z.literal('APPORTIONED'),
        seats: whole('the number of seats to share out, 1 or more', 1),
        method: oneOf(METHODS),
        minimum: whole('the least number of seats of any body, 0 or more').nullish(),
        ties: z.array(text('a name'), { error: 'names in the order in which equal claims are served' }).nullish(),
        cap,
      },
      'an apportioned weight',
    ),
  ],
  { error: 'a weight whose kind is GIVEN, EQUAL, PER_CAPITA, BANDS, SQUARE_ROOT or APPORTIONED' },
);

const Requirement = keyed(
  {
    fraction: share(SHARE),
    base: oneOf(['CAST', 'PRESENT', 'ENTITLED']),
    strict: z.boolean({ error: 'true for "more than", false for "at least"' }),
  },
  'an object with fraction, base and strict',
).refine(({ fraction, strict }) => !(strict && isWhole(fraction)), {
  error: 'a threshold that can be reached; nothing is more than the whole',
});

function isWhole(written: string): boolean {
  const parsed = parseFraction(written);
  return parsed !== null && parsed.top === parsed.bottom;
}

/** A rule, key by key: a rule book says of each kind of decision the same things in the same words. */
export const ruleShape = {
  voting: oneOf(['MEMBERS', 'GROUPS']).optional(),
  weight: Weight.nullish(),
  cast: oneOf(['BLOC', 'SPLIT']).nullish(),
  quorum: keyed(
    { electors: share(SHARE).optional(), bodies: share(SHARE).optional() },
    'an object with the shares electors and bodies',
  ).nullish(),
  threshold: Requirement.nullish(),
  bodies: Requirement.nullish(),
  /** Where the rule stands, so that the arithmetic can name it. */
  citation: keyed(
    {
      ruleBook: whole('the version of the rule book, 1 or more', 1),
      section: text('the name of a section'),
    },
    'an object with ruleBook and section',
  ).nullish(),
};

const Rule = keyed(ruleShape, 'a rule: an object with voting, weight, cast, quorum, threshold and bodies');

const count = whole('a whole number of ballots, 0 or more');

const ToldGrammar = keyed(
  {
    name: text('the name of the body'),
    entitled: whole('the number of members in good standing, a whole number, 0 or more').nullish(),
    weight: whole('the weight of the body, a whole number, 0 or more').nullish(),
    side: text('the option the body is on the side of, or null').nullable(),
    cast: z
      .record(z.string(), count, { error: 'the votes it cast: an object with a number for each option' })
      .nullish(),
    rules: z.record(z.string(), Rule, { error: 'rules by the name of the body' }).nullish(),
  },
  'a body: an object with name, entitled, side and cast',
);

const BodyGrammar: z.ZodType<Body> = keyed(
  {
    name: text('the name of the body'),
    entitled: whole('the number of members in good standing, a whole number, 0 or more').nullish(),
    weight: whole('the weight of the body, a whole number, 0 or more').nullish(),
    tally: z.record(z.string(), count, { error: 'the tally: an object with a number for each option' }).nullish(),
    rule: Rule.nullish(),
    bodies: z.lazy(() => list(BodyGrammar, 'a list of at least one body')).nullish(),
    together: list(ToldGrammar, 'a list of the bodies whose ballots are published in common').nullish(),
  },
  'a body: an object with name, entitled and tally',
);

const choosable = (options: string[]) => options.filter((option) => option !== 'ABSTAIN').length >= 2;

export const DecisionFileGrammar: z.ZodType<DecisionFile> = keyed(
  {
    title: text('a title').nullish(),
    options: list(text('the name of an option'), 'a list of options such as ["FOR", "AGAINST", "ABSTAIN"]')
      .refine((options) => new Set(options).size === options.length, 'options that are all different')
      .refine(choosable, 'at least two options beside ABSTAIN')
      .refine(
        (options) => !options.some((option) => RESERVED.includes(option)),
        `options other than ${RESERVED.join(', ')}`,
      ),
    rule: Rule,
    bodies: list(BodyGrammar, 'a list of at least one body'),
  },
  'a decision: an object with title, options, rule and bodies',
);
