/** The three lenses side by side: the one that binds at full strength, the others pale, each with its one sentence. */
import { useIntl } from 'react-intl';
import { useT } from '../i18n/useT';
import type { Count } from './bodies';
import { CountBar } from './CountBar';
import type { LensName } from './counts';
import { totalOf } from './counts';
import { toNumber } from './fraction';
import { inOrder } from './options';
import { useOptionName } from './tileWords';

export interface LensFacts {
  lens: LensName;
  totals: readonly Count[];
  total: number;
  needed: string;
  strict: boolean;
  carries: boolean;
  binds: boolean;
}

interface Props {
  lenses: readonly LensFacts[];
  options: readonly string[];
  /** Why the binding one binds, already worded. */
  why: React.ReactNode;
}

/** How long the bar of a lens is: all that could count, or all that did where that is more. */
export const extentOf = (lens: Pick<LensFacts, 'totals' | 'total'>) => Math.max(lens.total, totalOf(lens.totals));

export const neededOf = (lens: Pick<LensFacts, 'needed'>) => (toNumber(lens.needed) > 0 ? toNumber(lens.needed) : null);

export function LensStrip({ lenses, options, why }: Props) {
  const t = useT();
  return (
    <ul className="lens-strip">
      {lenses.map((lens) => (
        <li key={lens.lens} className={lens.binds ? 'lens-binding' : 'lens-pale'}>
          <div className="lens-head">
            <strong>{t(`result.lens.${lens.lens}`)}</strong>
            <LensFigures lens={lens} options={options} />
            {lens.binds && <span className="binds">{t('result.binds')}</span>}
          </div>
          <CountBar totals={lens.totals} options={options} extent={extentOf(lens)} needed={neededOf(lens)} />
          <LensSentence lens={lens} />
          {lens.binds && why && <p>{why}</p>}
        </li>
      ))}
    </ul>
  );
}

function LensFigures({ lens, options }: { lens: LensFacts; options: readonly string[] }) {
  const { formatNumber } = useIntl();
  const optionName = useOptionName();
  const counts = inOrder(lens.totals, options).filter(({ option, count }) => option !== 'ABSTAIN' || count > 0);
  const contest = counts.filter(({ option }) => option !== 'ABSTAIN');
  return (
    <>
      <span className="figure" aria-hidden="true">
        {contest.map(({ count }) => formatNumber(count)).join(' : ')}
      </span>
      <span className="visually-hidden">
        {counts.map(({ option, count }) => `${optionName(option)} ${formatNumber(count)}`).join(', ')}
      </span>
    </>
  );
}

function LensSentence({ lens }: { lens: LensFacts }) {
  const t = useT();
  const { formatNumber } = useIntl();
  const needed = neededOf(lens);
  if (needed === null) return null;
  const values = { needed: formatNumber(needed), unit: t(`result.unit.${lens.lens}`) };
  const asked = t(lens.strict ? 'result.neededMore' : 'result.neededLeast', values);
  const alone = t(lens.carries ? 'result.alone.carries' : 'result.alone.fails');
  return (
    <p className={lens.binds ? undefined : 'quiet'}>
      {asked} {lens.binds ? t(lens.carries ? 'result.here.carries' : 'result.here.fails') : alone}
    </p>
  );
}
