/** What a count without stages and quota comes to: what is said of it, and nothing of all the rest. */
import type { Ballots, Count, CountOptions } from './election.js';

type Told = Pick<Count, 'decimals' | 'valid' | 'blank'> & Partial<Count>;

export function outcome({ candidates }: Ballots, { method, seats }: CountOptions, told: Told): Count {
  return {
    method,
    seats,
    candidates,
    quota: null,
    elected: [],
    alternates: [],
    reopened: false,
    stages: [],
    ties: [],
    exhausted: 0,
    scores: null,
    pairwise: null,
    paths: null,
    consent: null,
    ...told,
  };
}

/** Elected without stages, all in the first. */
export function atOnce(candidates: readonly number[]): Count['elected'] {
  return candidates.map((candidate) => ({ candidate, stage: 1 }));
}
