/** Asks the counting worker one question; the worker lives as long as the answer takes. */
import type { Count } from '../../../server/counting/elections/election';
import type { Change, Recounted } from './recountElection';

export type Asked = { kind: 'RECOUNT'; file: string } | { kind: 'WHAT_IF'; file: string; change: Change };
export type Told = { ok: true; answer: unknown; milliseconds: number } | { ok: false; message: string };

export interface Answer<Of> {
  answer: Of;
  milliseconds: number;
}

function ask<Of>(asked: Asked): Promise<Answer<Of>> {
  const worker = new Worker(new URL('./recount.worker.ts', import.meta.url), { type: 'module' });
  return new Promise<Answer<Of>>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Told>) =>
      data.ok
        ? resolve({ answer: data.answer as Of, milliseconds: data.milliseconds })
        : reject(new Error(data.message));
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage(asked);
  }).finally(() => worker.terminate());
}

export const askRecount = (file: string) => ask<Recounted | null>({ kind: 'RECOUNT', file });
export const askWhatIf = (file: string, change: Change) => ask<Count | null>({ kind: 'WHAT_IF', file, change });
