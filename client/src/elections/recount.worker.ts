/** Counts beside the page, so that a large election never freezes it. One question, one answer. */
import { recountFile, whatIf, type Change } from './recountElection';
import type { Asked, Told } from './askWorker';

const answer = (asked: Asked): unknown =>
  asked.kind === 'RECOUNT' ? recountFile(asked.file) : whatIf(asked.file, asked.change as Change);

self.onmessage = ({ data }: MessageEvent<Asked>) => {
  const started = performance.now();
  let told: Told;
  try {
    told = { ok: true, answer: answer(data), milliseconds: performance.now() - started };
  } catch (error) {
    told = { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
  self.postMessage(told);
};
