/**
 * The recount anyone can make: the same engine the server counts with, run in this browser over the published
 * decision file. Loaded only when somebody asks for it.
 */
import { decide, narrate, readDecisionFile, type Sentence } from '../../../server/counting';
import { sha256 } from './sha256';

export interface Recount {
  outcome: string;
  totals: Record<'BODIES' | 'WEIGHT' | 'MEMBERS', Readonly<Record<string, number>>>;
  arithmetic: { key: string; values: Record<string, unknown>; text: string }[];
  /** SHA-256 of the very text that was counted, as `sha256sum` finds it; null where the browser can not tell. */
  digest: string | null;
}

export async function recount(text: string): Promise<Recount> {
  const { outcome, lenses, sentences } = decide(readDecisionFile(text));
  return {
    outcome,
    totals: { BODIES: lenses.bodies.totals, WEIGHT: lenses.weight.totals, MEMBERS: lenses.members.totals },
    arithmetic: sentences.map((sentence: Sentence) => ({
      key: sentence.key,
      values: { ...sentence.values },
      text: narrate(sentence),
    })),
    digest: await sha256(text),
  };
}
