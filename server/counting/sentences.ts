/** Which sentences a decision needs, as data: the rule, what each body cast, the sums, the lenses, the outcome. */
import { ABSTAIN, AGAINST, FOR, type Options, type Totals, leader } from './tally.js';
import { type Lens, type LensName, type Lenses, bindingOf, onePerBody } from './lenses.js';
import type { OptionCount, Sentence, Value } from './narrate.js';
import { cited, ruleSentences } from './ruleSentences.js';
import type { QuorumPart } from './quorum.js';
import type { Part, Ruling } from './ruling.js';
import type { Measure } from './threshold.js';

export function sentencesOf(ruling: Ruling, lenses: Lenses, options: Options): Sentence[] {
  return [
    ...ruleSentences(ruling.node.rule, options.all),
    ...(ruling.voting === 'GROUPS' ? ruling.parts.flatMap((part) => bodySentences(part, options)) : []),
    ...capSentences(ruling),
    ...quorumSentences('electors', ruling.quorum.electors),
    ...(ruling.quorum.bodies ? quorumSentences('bodies', ruling.quorum.bodies) : []),
    ...sumSentences(ruling, options),
    ...(['bodies', 'weight', 'members'] as const).map((name) => lensSentence(name, lenses[name])),
    { key: `binding.${bindingOf(ruling)}`, values: {} },
    { key: 'outcome', values: { outcome: ruling.outcome } },
  ];
}

/** What one lens shows, in one sentence. */
export function lensSentence(name: LensName, lens: Lens): Sentence {
  return { key: lens.binds ? `lens.${name}.binds` : `lens.${name}`, values: { totals: counts(lens.totals) } };
}

function counts(totals: Totals): OptionCount[] {
  return Object.entries(totals).map(([option, count]) => ({ option, count }));
}

function bodySentences(part: Part, options: Options): Sentence[] {
  const { node, ruling, side, cast, weight, evened } = part;
  const body = node.name;
  if (ruling && !ruling.quorum.met) {
    const missed = ruling.quorum.electors.met ? 'bodies' : 'electors';
    const { tookPart, needed } = ruling.quorum[missed]!;
    return [{ key: `body.inquorate.${missed}`, values: { body, tookPart, needed } }];
  }
  if (side === null) return [{ key: 'body.silent', values: { body } }];
  if (node.told) return [{ key: 'body.told', values: { body, cast: counts(cast).filter(({ count }) => count > 0) } }];
  const given = counts(cast).filter(({ count }) => count > 0);
  const values = {
    body,
    tally: counts(ruling?.votes ?? node.tally),
    cast: given.length > 0 ? given : [{ option: side, count: weight }],
  };
  const sentence: Sentence =
    node.ownRule && ruling
      ? { key: 'body.mandate', values: cited(node.rule, { ...values, outcome: ruling.outcome }) }
      : { key: 'body.cast', values };
  if (evened.length === 0) return [sentence];
  return [
    sentence,
    { key: 'body.evened', values: { body, options: options.whenEqual.filter((o) => evened.includes(o)) } },
  ];
}

function capSentences({ weights, parts }: Ruling): Sentence[] {
  if (!weights?.cap || !weights.held.includes(true)) return [];
  const bodies = parts.filter((_, at) => weights.held[at]).map((part) => part.node.name);
  const { limit, kept } = weights.cap;
  return [{ key: kept ? 'weight.held' : 'weight.levelled', values: { bodies, limit, total: weights.total } }];
}

function quorumSentences(of: 'electors' | 'bodies', part: QuorumPart): Sentence[] {
  if (part.of === null || part.needed === 0) return [];
  const { tookPart, needed } = part;
  return [{ key: `quorum.${of}.${part.met ? 'met' : 'missed'}`, values: { tookPart, of: part.of, needed } }];
}

function sumSentences(ruling: Ruling, options: Options): Sentence[] {
  const binding = bindingOf(ruling);
  const option = options.motion ? FOR : leader(ruling.votes);
  const sentences = options.motion ? [] : [choiceSentence(ruling.votes, `${binding}.CAST`)];
  if (ruling.measure) sentences.push(sum('threshold', ruling, ruling.measure, option!, binding));
  if (options.motion) sentences.push(...majoritySentences(ruling));
  if (ruling.second) {
    const lens: LensName = onePerBody(ruling) ? 'bodies' : 'weight';
    sentences.push(sum('second', ruling, ruling.second, option!, lens));
  }
  return sentences;
}

function sum(
  about: 'threshold' | 'second',
  { node }: Ruling,
  measured: Measure,
  option: string,
  lens: LensName,
): Sentence {
  const { count, of, needed, least, strict, base } = measured;
  const values: Record<string, Value> = { count, of, unit: `${lens}.${base}`, option, needed };
  const wording = strict ? 'more' : 'least';
  if (typeof needed === 'number') return { key: `${about}.${wording}`, values: cited(node.rule, values) };
  return { key: `${about}.${wording}Rounded`, values: cited(node.rule, { ...values, least }) };
}

/** Says so where the sides themselves, and not the threshold, keep the motion from carrying. */
function majoritySentences({ votes, measure }: Ruling): Sentence[] {
  const [inFavour, against] = [votes[FOR]!, votes[AGAINST]!];
  if (inFavour === against) return [{ key: 'motion.tie', values: { count: inFavour } }];
  return inFavour < against && measure?.met ? [{ key: 'motion.fewer', values: { inFavour, against } }] : [];
}

function choiceSentence(votes: Totals, unit: string): Sentence {
  const cast = counts(votes).filter(({ option }) => option !== ABSTAIN);
  const most = Math.max(...cast.map(({ count }) => count));
  const first = cast.filter(({ count }) => count === most).map(({ option }) => option);
  if (first.length > 1) return { key: 'choice.tied', values: { options: first, count: most, unit } };
  const of = cast.reduce((total, { count }) => total + count, 0);
  return { key: 'choice.most', values: { option: first[0]!, count: most, of, unit } };
}
