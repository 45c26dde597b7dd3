/** Counting ballots that mark candidates, as the rest of the house, and anybody's browser, uses it. */
export { count } from './count.js';
export { CannotCount, LotNeeded, MOST_CANDIDATES, SKIPPED, TIED, countMethods } from './election.js';
export type {
  Ballots,
  Constraint,
  Count,
  CountMethod,
  CountOptions,
  Election,
  Stage,
  StageAct,
  Tie,
  Transfer,
} from './election.js';
export { figure, narrate } from './narrate.js';
export type { Sentence, SentenceKey, Value, Votes } from './narrate.js';
export { openingSentences, outcomeSentences, stageSentences } from './sentences.js';
