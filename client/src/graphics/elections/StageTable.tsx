/**
 * Every figure of a count: candidates down, stages across, with what each stage changed. On the screen one wide table
 * that is pushed sideways while the names stay; on paper as many narrow ones as are needed.
 */
import { useId } from 'react';
import type { Count, Stage } from '../../../../server/counting/elections/election';
import { useT } from '../../i18n/useT';
import { candidatesOf, type Candidate } from './candidates';
import { useStageWords } from './useStageWords';
import { useVotes } from './useVotes';
import './elections.css';

/** Columns that fit a sheet of A4 or Letter beside the names. */
const stagesOnPaper = 5;

interface Props {
  count: Count;
  names: readonly string[];
}

export function StageTable({ count, names }: Props) {
  const t = useT();
  const votes = useVotes(count);
  const words = useId();
  const sheets = Array.from({ length: Math.ceil(count.stages.length / stagesOnPaper) }, (_, sheet) =>
    count.stages.slice(sheet * stagesOnPaper, (sheet + 1) * stagesOnPaper),
  );
  return (
    <>
      <p id={words} className="small quiet">
        {count.quota === null ? t('count.tableCaption') : t('count.tableQuota', { quota: votes.plain(count.quota) })}
      </p>
      <div className="stage-table no-print" tabIndex={0} role="region" aria-labelledby={words}>
        <Table {...{ count, names }} stages={count.stages} />
      </div>
      <div className="stage-table print-only">
        {sheets.map((stages) => (
          <Table key={stages[0]!.number} {...{ count, names, stages }} />
        ))}
      </div>
    </>
  );
}

function Table({ count, names, stages }: Props & { stages: readonly Stage[] }) {
  const t = useT();
  const votes = useVotes(count);
  const candidates = candidatesOf(count, names);
  const { act } = useStageWords(candidates);
  const rows = [...candidates, null];
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('count.candidate')}</th>
          {stages.map((stage) => (
            <th key={stage.number} scope="col" className="num">
              <span className="stage-number">{t('count.stage', { stage: stage.number })}</span>
              <span className="stage-act">{act(stage)}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((candidate) => (
          <tr key={candidate?.index ?? 'nobody'} className={rowClass(candidate)}>
            <th scope="row">
              {candidate ? (
                <>
                  {candidate.letter} {candidate.shortName}
                </>
              ) : (
                t('count.nobody')
              )}
            </th>
            {stages.map((stage) => (
              <Cell
                key={stage.number}
                {...{ candidate, stage, votes }}
                before={count.stages[stage.number - 2] ?? null}
              />
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('count.sum')}</th>
          {stages.map((stage) => (
            <td key={stage.number} className="num">
              {votes.exact(stage.votes.reduce((all, each) => all + each, stage.exhausted + stage.truncated))}
            </td>
          ))}
        </tr>
      </tfoot>
    </table>
  );
}

const rowClass = (candidate: Candidate | null) =>
  candidate === null ? 'nobody' : candidate.fate.kind === 'ELECTED' ? 'elected' : undefined;

interface CellProps {
  candidate: Candidate | null;
  stage: Stage;
  before: Stage | null;
  votes: ReturnType<typeof useVotes>;
}

function Cell({ candidate, stage, before, votes }: CellProps) {
  const t = useT();
  const held = (at: Stage) => (candidate ? (at.votes[candidate.index] ?? 0) : at.exhausted + at.truncated);
  const by = before ? held(stage) - held(before) : 0;
  const fate = candidate?.fate;
  const settled = fate && fate.kind !== 'REMAINED' ? fate : null;
  const here = settled?.stage === stage.number;
  const empty = settled?.kind === 'EXCLUDED' && held(stage) === 0;
  // Whoever was excluded earlier has nothing to show any more.
  if (empty && by === 0 && !here) return <td className="num quiet">–</td>;
  return (
    <td className="num">
      {!empty && <span className="held">{votes.exact(held(stage))}</span>}
      {here && (
        <span className={settled.kind === 'ELECTED' ? 'fate elected' : 'fate'}>{t(`count.mark.${settled.kind}`)}</span>
      )}
      {by !== 0 && <span className="change">{votes.change(by)}</span>}
    </td>
  );
}
