/** A count in pictures, as its method has them: stages, streams and bars; wins and ways; or sums. */
import { useState } from 'react';
import type { Count } from '../../../server/counting/elections/election';
import { GrowthChart } from '../graphics/elections/GrowthChart';
import { SchulzeView } from '../graphics/elections/SchulzeView';
import { ConsentBars, ScoreBars } from '../graphics/elections/ScoreBars';
import { StageTable } from '../graphics/elections/StageTable';
import { CountTold, StageTold } from '../graphics/elections/StageTold';
import { StageWalk } from '../graphics/elections/StageWalk';
import { TransferFlow } from '../graphics/elections/TransferFlow';
import { useT } from '../i18n/useT';

interface Props {
  count: Count;
  names: readonly string[];
}

export function CountPictures({ count, names }: Props) {
  const t = useT();
  const { pairwise, paths } = count;
  return (
    <>
      {count.stages.length > 0 && <Stages count={count} names={names} />}
      {pairwise && paths && (
        <section>
          <h2>{t('count.pairs')}</h2>
          <SchulzeView count={{ ...count, pairwise, paths }} names={names} />
        </section>
      )}
      {count.scores && (
        <section>
          <h2>{t('count.sums')}</h2>
          <ScoreBars count={count} names={names} />
        </section>
      )}
      {count.consent && (
        <section>
          <h2>{t('count.sums')}</h2>
          <ConsentBars count={count} names={names} />
        </section>
      )}
      <section>
        <h2>{t('count.inWords')}</h2>
        <CountTold count={count} names={names} />
      </section>
    </>
  );
}

/** The chosen stage is one for all pictures: walking on changes what stands out in each. */
function Stages({ count, names }: Props) {
  const t = useT();
  const [stage, setStage] = useState(1);
  return (
    <>
      <section>
        <h2>{t('count.stageByStage')}</h2>
        <StageWalk {...{ count, names, stage }} onStage={setStage} told={<StageTold {...{ count, names, stage }} />} />
      </section>
      <section>
        <h2>{t('count.grew')}</h2>
        <p className="small quiet">{t('count.grewWords')}</p>
        <GrowthChart {...{ count, names }} />
      </section>
      {count.stages.some(({ transfers }) => transfers.length > 0) && (
        <section>
          <h2>{t('count.flowed')}</h2>
          <p className="small quiet">{t('count.flowedWords')}</p>
          <TransferFlow {...{ count, names, stage }} onStage={setStage} />
        </section>
      )}
      <section>
        <h2>{t('count.figures')}</h2>
        <StageTable {...{ count, names }} />
      </section>
    </>
  );
}
