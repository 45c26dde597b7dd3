// The deeds on elections while each is being written: they ask the table and refuse.
import { command } from '../command.js';
import { refuse } from '../errors.js';

const soon = (): never => refuse('NOT_HERE_YET', 'This is not here yet.');
type Input = { id?: string; idempotencyKey?: string; [more: string]: unknown };
type Answer = Promise<{ id: string; electionId: string }>;
export { openElection } from './openElection.js';
export { certifyElection } from './certifyElection.js';
export { handPaper, takeBackPaper } from './handPaper.js';
export { recordPapers } from './recordPapers.js';
export { nominate } from './nominate.js';
export { acceptNomination, declineNomination, withdrawCandidate, withdrawNomination } from './answerNomination.js';
export { callElection } from './callElection.js';
export const fillVacancy = command('fillVacancy', async (_deed, _input: Input): Answer => soon());
