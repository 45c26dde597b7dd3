/** Counting a published decision anew with the engine that decides: the same for a server, a member and a browser. */
import { decide, readDecisionFile } from '../counting/index.js';
import type { Recount } from './verifyPoll.js';

export const recount: Recount = (decisionText) => decide(readDecisionFile(decisionText));
