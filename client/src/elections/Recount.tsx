/** "Count it yourself": the published papers are counted again in this browser, and every stage is compared. */
import { useState } from 'react';
import type { Count } from '../../../server/counting/elections/election';
import { useT } from '../i18n/useT';
import { sha256 } from '../polls/sha256';
import { Button } from '../ui/Button';
import { askRecount } from './askWorker';
import { compareCounts, type Comparison } from './compareCounts';
import type { ElectionOutcome } from './ElectionResultPage';
import type { Recounted } from './recountElection';
import { useElectionFile } from './useElectionFile';

interface Done {
  kind: 'done';
  comparison: Comparison;
  sameResult: boolean;
  /** Null where this browser cannot tell. */
  sameFile: boolean | null;
  milliseconds: number;
}
type State = { kind: 'idle' | 'busy' } | { kind: 'failed'; message: string } | Done;

interface Props {
  electionId: string;
  result: ElectionOutcome;
  count: Count | null;
}

const numbers = (candidates: readonly { number: number | null }[]) => candidates.map(({ number }) => number).join();

const sameResult = (here: Recounted, result: ElectionOutcome) =>
  here.outcome === result.outcome &&
  here.elected.join() === numbers(result.elected) &&
  here.alternates.join() === numbers(result.alternates);

export function Recount({ electionId, result, count }: Props) {
  const t = useT();
  const electionFile = useElectionFile(electionId);
  const [state, setState] = useState<State>({ kind: 'idle' });
  const run = async () => {
    setState({ kind: 'busy' });
    try {
      const file = await electionFile();
      const [{ answer, milliseconds }, digest] = await Promise.all([askRecount(file), sha256(file)]);
      if (answer === null) return setState({ kind: 'failed', message: t('election.notRecountable') });
      setState({
        kind: 'done',
        comparison: compareCounts(count, answer.count),
        sameResult: sameResult(answer, result),
        sameFile: digest === null ? null : digest === result.fileHash,
        milliseconds,
      });
    } catch (error) {
      setState({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
    }
  };
  return (
    <div className="stack">
      <p>{t('election.recountWords')}</p>
      <p className="no-print">
        <Button onPress={() => void run()} busy={state.kind === 'busy'}>
          {t('result.recount')}
        </Button>
      </p>
      <div role="status">
        {state.kind === 'failed' && <p className="told no">{t('result.recountFailed', { message: state.message })}</p>}
        {state.kind === 'done' && <Compared {...state} />}
      </div>
    </div>
  );
}

function Compared({ comparison, sameResult, sameFile, milliseconds }: Done) {
  const t = useT();
  const good = comparison.agrees && sameResult;
  const differing = comparison.stages.filter(({ same }) => !same).map(({ number }) => number);
  return (
    <div className={good && sameFile !== false ? 'told stack-tight' : 'told no stack-tight'}>
      <p>
        <strong>{t(good ? 'result.recountAgrees' : 'result.recountDiffers')}</strong>{' '}
        {comparison.stages.length > 0 &&
          (differing.length === 0
            ? t('election.stagesAgree', { stages: comparison.stages.length, milliseconds: Math.ceil(milliseconds) })
            : t('election.stagesDiffer', { stages: differing.join(', ') }))}{' '}
        {sameFile === null ? t('result.digestUnknown') : t(sameFile ? 'result.digestSame' : 'result.digestDiffers')}
      </p>
      {comparison.stages.length > 0 && (
        <ol className="plain stage-checks">
          {comparison.stages.map(({ number, same }) => (
            <li key={number} className={same ? undefined : 'differs'}>
              {t('count.stage', { stage: number })} <span aria-hidden="true">{same ? '✓' : '✕'}</span>
              <span className="visually-hidden">{t(same ? 'election.same' : 'election.differs')}</span>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
