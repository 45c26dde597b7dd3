/**
 * The votes as streams: every stage a column, in it everybody who holds votes, and between two stages what stayed and
 * what moved on. The chosen stage stands out; on a phone the streams run downwards, on a desk to the right.
 */
import { useMemo } from 'react';
import type { Count } from '../../../../server/counting/elections/election';
import { useT } from '../../i18n/useT';
import { usePatterns } from '../Patterns';
import { useWidth } from '../useWidth';
import { candidatesOf } from './candidates';
import { FlowDrawing } from './FlowDrawing';
import { layFlow } from './flow';
import { TransferList } from './TransferList';
import './elections.css';

interface Props {
  count: Count;
  names: readonly string[];
  stage: number;
  onStage: (stage: number) => void;
}

export function TransferFlow({ count, names, stage, onStage }: Props) {
  const t = useT();
  const { ref, width, rem } = useWidth<HTMLDivElement>();
  const { fill, defs } = usePatterns();
  const across = width >= rem * 40;
  const candidates = useMemo(() => candidatesOf(count, names), [count, names]);
  const flow = useMemo(
    () => (width === 0 ? null : layFlow(count, across ? rem * 26 : width - rem * 1.75, rem * (across ? 1 : 0.5))),
    [count, width, across, rem],
  );
  return (
    <div className="graphic" ref={ref}>
      {flow && (
        <FlowDrawing
          {...{ flow, candidates, width, rem, across, stage, onStage, fill, defs }}
          nobody={t('count.nobody')}
        />
      )}
      <div aria-live="polite">
        <TransferList {...{ count, candidates }} stages={count.stages.filter(({ number }) => number === stage)} />
      </div>
      <details className="no-print">
        <summary>{t('count.allTransfers')}</summary>
        <TransferList {...{ count, candidates }} stages={count.stages.slice(1)} />
      </details>
    </div>
  );
}
