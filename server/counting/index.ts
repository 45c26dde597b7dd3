/** The decision engine as the rest of the house, and anybody's browser, uses it. */
export { CannotApportion, METHODS, apportion } from './apportion.js';
export type { Apportionment, ApportionInput, Claim, Method, SeatTie } from './apportion.js';
export { decide, decisionDocument } from './decide.js';
export type { BodyResult, Decision } from './decide.js';
export { checkDecisionFile, readDecisionFile, withLine } from './decisionFile.js';
export type { Body, DecisionFile, Requirement, Rule, Told, Weight } from './decisionFile.js';
export { DecisionFileError } from './decisionFileError.js';
export type { Lens, LensName, Lenses } from './lenses.js';
export { narrate } from './narrate.js';
export type { OptionCount, Sentence, SentenceKey, Value } from './narrate.js';
export type { Quorum, QuorumPart } from './quorum.js';
export { ruleSentences } from './ruleSentences.js';
export { lensSentence } from './sentences.js';
export type { Totals } from './tally.js';
export type { Measure } from './threshold.js';
