/** One count of one set of papers, by whichever method: what the server, the command line and the browser all run. */
import { checkOptions } from './checkOptions.js';
import {
  type Ballots,
  CannotCount,
  type Count,
  type CountMethod,
  type CountOptions,
  type Election,
} from './election.js';
import { irv } from './methods/irv.js';
import { scottishStv } from './methods/scottishStv.js';

const methods: Partial<Record<CountMethod, (ballots: Ballots, options: CountOptions) => Count>> = {
  'scottish-stv': scottishStv,
  irv,
};

/** Of an election, those whom its file has as withdrawn do not stand, whatever the options say of others. */
export function count(counted: Election | Ballots, options: CountOptions): Count {
  const [ballots, withdrawn] = 'ballots' in counted ? [counted.ballots, counted.withdrawn] : [counted, []];
  const all = { ...options, withdrawn: [...new Set([...withdrawn, ...(options.withdrawn ?? [])])] };
  checkOptions(ballots, all);
  const method = methods[options.method];
  if (!method) throw new CannotCount('OPTIONS', `No count is made by ${options.method}.`);
  return method(ballots, all);
}
