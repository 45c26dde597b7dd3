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
import { approval } from './methods/approval.js';
import { consent } from './methods/consent.js';
import { irv } from './methods/irv.js';
import { meekStv } from './methods/meekStv.js';
import { plurality } from './methods/plurality.js';
import { positional } from './methods/positional.js';
import { schulze } from './methods/schulze.js';
import { score } from './methods/score.js';
import { scottishStv } from './methods/scottishStv.js';

const methods: Record<CountMethod, (ballots: Ballots, options: CountOptions) => Count> = {
  'scottish-stv': scottishStv,
  'meek-stv': meekStv,
  irv,
  schulze,
  positional,
  approval,
  score,
  plurality,
  consent,
};

/** Those that elect one after another, so that candidates can be doomed or guarded on the way. */
const constrained: readonly CountMethod[] = ['scottish-stv', 'meek-stv', 'irv'];

/** Of an election, those whom its file has as withdrawn do not stand, whatever the options say of others. */
export function count(counted: Election | Ballots, options: CountOptions): Count {
  const [ballots, withdrawn] = 'ballots' in counted ? [counted.ballots, counted.withdrawn] : [counted, []];
  const all = { ...options, withdrawn: [...new Set([...withdrawn, ...(options.withdrawn ?? [])])] };
  checkOptions(ballots, all);
  if (all.constraints?.length && !constrained.includes(all.method)) {
    throw new CannotCount('CONSTRAINTS', `Constraints can be met by ${constrained.join(', ')} only.`);
  }
  return methods[options.method](ballots, all);
}
