/** "Recount it yourself": fetches the counting engine, runs it here over the published file, and compares. */
import { useState } from 'react';
import type { LensName } from '../graphics/counts';
import { useT } from '../i18n/useT';
import { Button } from '../ui/Button';
import { Sentences } from '../ui/Sentence';
import { CountsLine } from './CountsLine';
import type { Recount } from './recount';
import type { ResultFacts } from './resultBodies';

type State = { kind: 'idle' | 'busy' } | { kind: 'failed'; message: string } | { kind: 'done'; recount: Recount };

export function Recounted({ result }: { result: ResultFacts }) {
  const t = useT();
  const [state, setState] = useState<State>({ kind: 'idle' });
  const run = async () => {
    setState({ kind: 'busy' });
    try {
      const { recount } = await import('./recount');
      setState({ kind: 'done', recount: await recount(result.decisionFile) });
    } catch (error) {
      setState({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
    }
  };
  return (
    <div className="stack">
      <p>{t('result.recountWords')}</p>
      <p className="no-print">
        <Button onPress={() => void run()} busy={state.kind === 'busy'}>
          {t('result.recount')}
        </Button>
      </p>
      <div role="status">
        {state.kind === 'failed' && <p className="told no">{t('result.recountFailed', { message: state.message })}</p>}
        {state.kind === 'done' && <Compared recount={state.recount} result={result} />}
      </div>
    </div>
  );
}

export function Compared({ recount, result }: { recount: Recount; result: ResultFacts }) {
  const t = useT();
  const sameOutcome = recount.outcome === result.outcome;
  const sameTotals = result.lenses.every(({ lens, totals }) => agrees(recount, lens, totals));
  const sameFile = recount.digest === null || recount.digest === result.decisionHash;
  return (
    <div className="stack-tight">
      <p className={sameOutcome && sameTotals && sameFile ? 'told' : 'told no'}>
        <strong>{t(sameOutcome && sameTotals ? 'result.recountAgrees' : 'result.recountDiffers')}</strong>{' '}
        {recount.digest === null
          ? t('result.digestUnknown')
          : t(sameFile ? 'result.digestSame' : 'result.digestDiffers')}
      </p>
      <ul className="plain">
        {result.lenses.map(({ lens }) => (
          <li key={lens}>
            {t(`result.lens.${lens}`)}: <CountsLine counts={countsOf(recount, lens)} options={result.poll.options} />
          </li>
        ))}
      </ul>
      <details>
        <summary>{t('result.recountSentences')}</summary>
        <Sentences of={recount.arithmetic} />
      </details>
    </div>
  );
}

const countsOf = (recount: Recount, lens: LensName) =>
  Object.entries(recount.totals[lens]).map(([option, count]) => ({ option, count }));

function agrees(recount: Recount, lens: LensName, totals: readonly { option: string; count: number }[]): boolean {
  const published = new Map(totals.map(({ option, count }) => [option, count]));
  return countsOf(recount, lens).every(({ option, count }) => (published.get(option) ?? 0) === count);
}
