// A list of checks as people read it, and the sentence on standard error when one of them fails.
import type { Check } from '../history/check.js';
import { DONE, REFUSED, type Ending } from './ending.js';
import type { Output } from './output.js';

export interface Checked {
  readonly ok: boolean;
  readonly checks: readonly Check[];
}

const SHOWN = 3;

export function sayChecks(out: Output, { ok, checks }: Checked, well: string, ill: string): Ending {
  out.document({ ok, checks });
  for (const check of checks) out.say(`${check.ok ? 'ok  ' : 'FAIL'}  ${check.name}: ${check.detail}`);
  if (ok) {
    out.say(well);
    return DONE;
  }
  const failed = checks.filter((check) => !check.ok).map(({ name, detail }) => `${name}: ${detail}`);
  const more = failed.length > SHOWN ? `; and ${failed.length - SHOWN} more` : '';
  process.stderr.write(`mandate: ${ill}: ${failed.slice(0, SHOWN).join('; ')}${more}\n`);
  return REFUSED;
}
