/** Which sentences a count needs, as data: the papers and the quota, what every stage did and why, who is elected. */
import { comparisonSentences, consentSentences, ruleSentences } from './atOnceSentences.js';
import type { Count, Stage, Tie } from './election.js';
import type { Sentence, Votes } from './narrate.js';

/** What opens the story of a count: the papers, and what elects. */
export function openingSentences(count: Count): Sentence[] {
  const { valid, blank, decimals } = count;
  const papers: Sentence =
    blank > 0
      ? { key: 'papers.blank', values: { valid: { units: valid, decimals }, blank: { units: blank, decimals } } }
      : { key: 'papers.all', values: { valid: { units: valid, decimals } } };
  return [papers, ...ruleSentences(count), ...quotaSentences(count, count.stages[0])];
}

function quotaSentences({ method, seats, decimals }: Count, stage: Stage | undefined): Sentence[] {
  if (stage?.quota == null) return [];
  const quota = { units: stage.quota, decimals };
  if (method === 'irv') return [{ key: 'quota.majority', values: { quota } }];
  const key = method === 'meek-stv' ? 'quota.held' : 'quota.places';
  return [{ key, values: { quota, divisor: seats + 1 } }];
}

/** What one stage did, and who was elected at its end. `names` are those of the candidates, in the order of the paper. */
export function stageSentences(count: Count, stage: Stage, names: readonly string[]): Sentence[] {
  const before = count.stages[stage.number - 2];
  const ties = count.ties.filter((tie) => tie.stage === stage.number);
  const onTheWay = ties.filter((tie) => tie.for === 'SURPLUS' || tie.for === 'EXCLUSION');
  const atTheEnd = ties.filter((tie) => !onTheWay.includes(tie));
  const votes = (units: number): Votes => ({ units, decimals: count.decimals });
  return [
    ...onTheWay.flatMap((tie) => tieSentences(tie, names)),
    ...actSentences(count, stage, before, names),
    ...(stage.exhausted > (before?.exhausted ?? 0)
      ? [{ key: 'exhausted', values: { votes: votes(stage.exhausted) } } as const]
      : []),
    ...atTheEnd.flatMap((tie) => tieSentences(tie, names)),
    ...electedSentences(count, stage, names),
  ];
}

/** What came of it. */
export function outcomeSentences(count: Count, names: readonly string[]): Sentence[] {
  if (count.consent) return consentSentences(count, names);
  const { elected, alternates, seats, pairwise } = count;
  const called = (candidates: readonly number[]) => candidates.map((candidate) => names[candidate]!);
  const places = seats - elected.length;
  return [
    ...comparisonSentences(count, names),
    ...(pairwise ? count.ties.flatMap((tie) => tieSentences(tie, names)) : []),
    elected.length > 0
      ? { key: 'outcome.elected', values: { names: called(elected.map(({ candidate }) => candidate)) } }
      : { key: 'outcome.nobody', values: {} },
    ...(places > 0 ? [{ key: 'outcome.vacant', values: { places } } as const] : []),
    ...(places < 0 ? [{ key: 'outcome.unbeaten', values: { places: seats } } as const] : []),
    ...(alternates.length > 0 ? [{ key: 'outcome.alternates', values: { names: called(alternates) } } as const] : []),
  ];
}

function actSentences(count: Count, stage: Stage, before: Stage | undefined, names: readonly string[]): Sentence[] {
  const { act } = stage;
  const votes = (units: number): Votes => ({ units, decimals: count.decimals });
  const held = (candidate: number) => votes(before?.votes[candidate] ?? 0);
  switch (act.kind) {
    case 'FIRST':
      return count.stages.length > 1 ? [{ key: 'first', values: {} }] : [];
    case 'SURPLUS': {
      const whole = !count.stages.some((other) => other.number < stage.number && other.act.kind === 'SURPLUS');
      const values = { name: names[act.candidate]!, surplus: votes(act.surplus), value: votes(act.value) };
      return [{ key: whole ? 'surplus.whole' : 'surplus.parts', values }];
    }
    case 'EXCLUSION':
      return act.because === 'CONSTRAINT'
        ? [{ key: 'exclusion.constraint', values: { names: act.candidates.map((candidate) => names[candidate]!) } }]
        : act.candidates.map((candidate) => ({
            key: 'exclusion.lowest',
            values: { name: names[candidate]!, votes: held(candidate) },
          }));
    case 'SETTLED':
      return settledSentences(count, stage, act, names);
  }
}

function settledSentences(
  count: Count,
  stage: Stage,
  { keep, iterations, excluded }: Extract<Stage['act'], { kind: 'SETTLED' }>,
  names: readonly string[],
): Sentence[] {
  const { decimals } = count;
  const full = 10 ** decimals;
  const votes = (units: number): Votes => ({ units, decimals });
  const partly = keep.flatMap((units, candidate) => (units > 0 && units < full ? [{ candidate, units }] : []));
  return [
    stage.number === 1 ? { key: 'first', values: {} } : { key: 'settled', values: { rounds: iterations } },
    ...partly.map(({ candidate, units }) => ({
      key: 'settled.keep' as const,
      values: { name: names[candidate]!, keep: votes(units) },
    })),
    ...(stage.number > 1 ? quotaSentences(count, stage) : []),
    ...(excluded === null
      ? []
      : [{ key: 'settled.lowest' as const, values: { name: names[excluded]!, votes: votes(stage.votes[excluded]!) } }]),
  ];
}

function electedSentences({ method, elected }: Count, stage: Stage, names: readonly string[]): Sentence[] {
  if (stage.quota === null) return [];
  const persons = stage.elected.filter((candidate) => elected.some((one) => one.candidate === candidate));
  const reached = persons.filter((candidate) => stage.votes[candidate]! >= stage.quota!);
  const last = persons.filter((candidate) => !reached.includes(candidate));
  const places = stage.elected.length - persons.length;
  const called = (candidates: readonly number[]) => candidates.map((candidate) => names[candidate]!);
  const key = method === 'irv' ? 'elected.majority' : 'elected.quota';
  return [
    ...(reached.length > 0 ? [{ key, values: { names: called(reached) } } as const] : []),
    ...(last.length > 0 ? [{ key: 'elected.last', values: { names: called(last) } } as const] : []),
    ...(places > 0 ? [{ key: 'elected.nobody', values: { places } } as const] : []),
  ];
}

function tieSentences({ between, for: what, decidedBy, pick }: Tie, names: readonly string[]): Sentence[] {
  const values = { names: between.map((candidate) => names[candidate]!), pick: names[pick]! };
  return [{ key: decidedBy === 'RULE' ? 'tie.RULE' : `tie.${what}.${decidedBy}`, values }];
}
