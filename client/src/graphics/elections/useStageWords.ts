/** What a stage did, in a few words for the head of a column, and what became of a candidate. */
import { useIntl } from 'react-intl';
import type { Stage } from '../../../../server/counting/elections/election';
import { useT } from '../../i18n/useT';
import type { Candidate, Fate } from './candidates';

export function useStageWords(candidates: readonly Candidate[]) {
  const t = useT();
  const { formatList } = useIntl();
  const short = (index: number) => candidates[index]?.shortName ?? '';
  return {
    act: ({ act }: Pick<Stage, 'act'>): string => {
      switch (act.kind) {
        case 'FIRST':
          return t('count.act.FIRST');
        case 'SURPLUS':
          return t('count.act.SURPLUS', { name: short(act.candidate) });
        case 'EXCLUSION':
          return t('count.act.EXCLUSION', { names: formatList(act.candidates.map(short)) });
        case 'SETTLED':
          return act.excluded === null
            ? t('count.act.SETTLED')
            : t('count.act.EXCLUSION', { names: short(act.excluded) });
      }
    },
    fate: (fate: Fate): string =>
      fate.kind === 'REMAINED' ? t('count.fate.REMAINED') : t(`count.fate.${fate.kind}`, { stage: fate.stage }),
  };
}
