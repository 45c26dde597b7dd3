/** Who passed how many votes on to whom, stage by stage, as a list. */
import { useIntl } from 'react-intl';
import type { Count, Stage } from '../../../../server/counting/elections/election';
import { useT } from '../../i18n/useT';
import type { Candidate } from './candidates';
import { useStageWords } from './useStageWords';
import { useVotes } from './useVotes';

interface Props {
  count: Count;
  /** In the order of the ballot paper. */
  candidates: readonly Candidate[];
  stages: readonly Stage[];
}

export function TransferList({ count, candidates, stages }: Props) {
  const t = useT();
  const { formatList } = useIntl();
  const votes = useVotes(count);
  const { act } = useStageWords(candidates);
  const one = ({ to, votes: moved }: Stage['transfers'][number]) =>
    to === null
      ? t('count.toNobody', { votes: votes.exact(moved) })
      : t('count.toCandidate', { votes: votes.exact(moved), name: candidates[to]?.shortName ?? '' });
  return (
    <ul className="plain transfers">
      {stages.map((stage) => (
        <li key={stage.number}>
          <strong>
            {t('count.stage', { stage: stage.number })}: {act(stage)}
          </strong>{' '}
          {stage.transfers.length === 0
            ? t(stage.number === 1 ? 'count.firstCounted' : 'count.noTransfers')
            : `${formatList([...stage.transfers].sort((a, b) => b.votes - a.votes).map(one), { type: 'unit' })}.`}
        </li>
      ))}
    </ul>
  );
}
