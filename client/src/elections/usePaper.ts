/** The ballot paper in words: those with a number on it, in its order. */
import type { CandidateHereFragment } from '../generated/elections/election';
import { useCandidateName } from './electionWords';
import type { OnPaper } from './paper';

export function usePaper(candidates: readonly CandidateHereFragment[]): OnPaper[] {
  const nameOf = useCandidateName();
  return candidates
    .filter(({ number }) => number !== null)
    .map((candidate) => ({
      number: candidate.number!,
      name: nameOf(candidate),
      note: [...candidate.groups, candidate.body?.name].filter(Boolean).join(' · ') || null,
      withdrawn: candidate.state === 'WITHDRAWN',
    }))
    .sort((a, b) => a.number - b.number);
}
