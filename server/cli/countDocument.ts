// A count as a document for programs: candidates by name, votes in whole and broken papers as the published tables have them.
import type { Count, Stage, StageAct } from '../counting/elections/index.js';

const acts = { FIRST: 'first preferences', SURPLUS: 'surplus', EXCLUSION: 'exclusion', SETTLED: 'settled' } as const;

export function countDocument(counted: Count, candidates: readonly string[]): object {
  const { decimals, quota, scores, pairwise, paths, consent, stages, ties } = counted;
  const votes = (units: number) => units / 10 ** decimals;
  const name = (candidate: number) => candidates[candidate]!;
  const byName = <Value>(values: readonly Value[]) =>
    Object.fromEntries(values.map((value, candidate) => [name(candidate), value]));
  return {
    method: counted.method,
    seats: counted.seats,
    candidates,
    valid: votes(counted.valid),
    blank: votes(counted.blank),
    quota: quota === null ? null : votes(quota),
    elected: counted.elected.map(({ candidate }) => name(candidate)),
    electedAt: counted.elected.map(({ stage }) => stage),
    alternates: counted.alternates.map(name),
    reopened: counted.reopened,
    stages: stages.map((stage) => stageDocument(stage, votes, name)),
    ties: ties.map(({ stage, between, for: what, decidedBy, pick }) => ({
      stage,
      for: what.toLowerCase(),
      between: between.map(name),
      decidedBy: decidedBy.toLowerCase(),
      pick: name(pick),
    })),
    exhausted: votes(counted.exhausted),
    ...(scores && { scores: byName(scores.map(votes)) }),
    ...(pairwise && { pairwise: pairwise.map((row) => row.map(votes)) }),
    ...(paths && { paths: paths.map((row) => row.map(votes)) }),
    ...(consent && {
      consent: byName(
        consent.map(({ agree, standAside, block }) => ({
          agree: votes(agree),
          standAside: votes(standAside),
          block: votes(block),
        })),
      ),
    }),
  };
}

function stageDocument(stage: Stage, votes: (units: number) => number, name: (candidate: number) => string): object {
  const who = whose(stage.act);
  return {
    stage: stage.number,
    do: acts[stage.act.kind],
    ...(who !== null && { who: name(who) }),
    ...(stage.act.kind === 'SURPLUS' && { surplus: votes(stage.act.surplus), value: votes(stage.act.value) }),
    ...(stage.act.kind === 'SETTLED' && { keep: stage.act.keep.map(votes) }),
    votes: stage.votes.map(votes),
    notTransferable: votes(stage.exhausted + stage.truncated),
    exhausted: votes(stage.exhausted),
    truncated: votes(stage.truncated),
    quota: stage.quota === null ? null : votes(stage.quota),
    transfers: stage.transfers.map(({ from, to, votes: moved }) => ({
      from: name(from),
      to: to === null ? null : name(to),
      votes: votes(moved),
    })),
    elected: stage.elected.map(name),
    excluded: stage.excluded.map(name),
  };
}

function whose(act: StageAct): number | null {
  switch (act.kind) {
    case 'SURPLUS':
      return act.candidate;
    case 'EXCLUSION':
      return act.candidates[0]!;
    case 'SETTLED':
      return act.excluded;
    case 'FIRST':
      return null;
  }
}
