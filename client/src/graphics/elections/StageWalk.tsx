/**
 * One stage of a count at a time: what happened in a sentence, and what everybody held after it as bars against the
 * quota. Large buttons lead from stage to stage; on a phone this is the table of the stages.
 */
import { useIntl } from 'react-intl';
import type { Count } from '../../../../server/counting/elections/election';
import { useT } from '../../i18n/useT';
import { usePatterns } from '../Patterns';
import { PictureLine } from '../PictureLine';
import { byFate, candidatesOf, type Candidate } from './candidates';
import { reachOf } from './growth';
import { StageBar } from './StageBar';
import { useStageWords } from './useStageWords';
import { useVotes } from './useVotes';
import './elections.css';

interface Props {
  count: Count;
  names: readonly string[];
  /** Which stage, from 1. */
  stage: number;
  onStage: (stage: number) => void;
  /** The stage told to a newcomer, already worded. */
  told: React.ReactNode;
}

export function StageWalk({ count, names, stage: number, onStage, told }: Props) {
  const t = useT();
  const { formatList } = useIntl();
  const votes = useVotes(count);
  const { act } = useStageWords(candidatesOf(count, names));
  const { fill, defs } = usePatterns();
  const stage = count.stages[number - 1];
  if (!stage) return null;
  const before = count.stages[number - 2] ?? null;
  const gone = stage.exhausted + stage.truncated;
  const goneBefore = before ? before.exhausted + before.truncated : 0;
  const isOut = ({ index, fate }: Candidate) =>
    fate.kind === 'EXCLUDED' && fate.stage < number && !stage.votes[index] && !before?.votes[index];
  const order = byFate(count, names);
  const out = order.filter(isOut).reverse();
  const standing = order.filter((candidate) => !isOut(candidate));
  return (
    <div className="stage-walk graphic">
      <PictureLine
        onStep={(by) => onStage(number + by)}
        canStep={{ before: number > 1, after: number < count.stages.length }}
        names={{ before: t('count.stageBefore'), after: t('count.stageAfter') }}
      >
        <p aria-live="polite">
          <strong>{t('count.stageOf', { stage: number, stages: count.stages.length })}</strong> {act(stage)}
        </p>
      </PictureLine>
      <div className="stage-told">{told}</div>
      <svg width="0" height="0" aria-hidden="true" className="defs-only">
        {defs}
      </svg>
      <ul className="stage-bars">
        {standing.map((candidate) => (
          <BarRow
            key={candidate.index}
            candidate={candidate}
            mark={<Mark stage={number} candidate={candidate} />}
            held={votes.exact(stage.votes[candidate.index] ?? 0)}
            changed={before && changed(stage.votes, before.votes, candidate.index, votes.change)}
            bar={
              <StageBar
                now={stage.votes[candidate.index] ?? 0}
                before={before?.votes[candidate.index] ?? null}
                reach={reachOf(count)}
                quota={stage.quota}
                fill={fill}
              />
            }
          />
        ))}
        {out.length > 0 && (
          <li className="stage-out">
            {t('count.alreadyOut', { names: formatList(out.map((each) => each.shortName)) })}
          </li>
        )}
        {gone > 0 && (
          <li className="stage-row nobody">
            <span className="stage-name">{t('count.nobody')}</span>
            <span className="stage-held">{votes.exact(gone)}</span>
            <span className="stage-change">{before && gone !== goneBefore ? votes.change(gone - goneBefore) : ''}</span>
          </li>
        )}
      </ul>
      <p className="small quiet">
        {stage.quota !== null && (
          <span className="quota-word">{t('count.quotaIs', { quota: votes.plain(stage.quota) })}</span>
        )}{' '}
        {before && t('count.barKey')}
      </p>
    </div>
  );
}

function changed(now: readonly number[], before: readonly number[], index: number, words: (units: number) => string) {
  const by = (now[index] ?? 0) - (before[index] ?? 0);
  return by === 0 ? '' : words(by);
}

interface RowProps {
  candidate: Candidate;
  mark: React.ReactNode;
  held: string;
  changed: string | null;
  bar: React.ReactNode;
}

function BarRow({ candidate, mark, held, changed, bar }: RowProps) {
  return (
    <li className="stage-row">
      <span className="stage-name">
        <span className="letter-mark">{candidate.letter}</span> {candidate.shortName} {mark}
      </span>
      <span className="stage-held">{held}</span>
      <span className="stage-change">{changed}</span>
      <span className="stage-bar">{bar}</span>
    </li>
  );
}

/** What had become of a candidate by the end of this stage; nothing while all is open. */
function Mark({ candidate: { fate }, stage }: { candidate: Candidate; stage: number }) {
  const t = useT();
  if (fate.kind === 'REMAINED' || fate.stage > stage) return null;
  const elected = fate.kind === 'ELECTED';
  return <span className={elected ? 'fate elected' : 'fate'}>{t(`count.mark.${fate.kind}`)}</span>;
}
