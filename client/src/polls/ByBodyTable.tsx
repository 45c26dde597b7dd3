/** The staircase as a table: every body with its ballots, what it cast, and whether it was quorate. */
import { useIntl } from 'react-intl';
import { Link } from 'react-router';
import type { Step } from '../graphics/bodies';
import { stepsOf } from '../graphics/bodies';
import { intake, sum } from '../graphics/counts';
import { inOrder } from '../graphics/options';
import { useOptionName } from '../graphics/tileWords';
import { useT } from '../i18n/useT';
import { talliedBodies, type ResultFacts } from './resultBodies';

interface Line {
  step: Step;
  level: number;
}

function linesOf(step: Step, level = 0): Line[] {
  return [{ step, level }, ...step.children.flatMap((child) => linesOf(child, level + 1))];
}

export function ByBodyTable({ result }: { result: ResultFacts }) {
  const t = useT();
  const { formatNumber } = useIntl();
  const optionName = useOptionName();
  const options = result.poll.options;
  const root = stepsOf(talliedBodies(result.tallies));
  if (!root) return null;
  const weighted = result.tallies.some(({ weight }) => weight !== null);
  const cast = (step: Step) =>
    sum([step.body.cast ?? []])
      .filter(({ count }) => count > 0)
      .map(({ option, count }) => `${optionName(option)} ${formatNumber(count)}`)
      .join(', ');
  const tally = (step: Step, option: string) => {
    if (step.body.merged) return t('result.notPublished');
    const count = intake(step, 'MEMBERS').find((each) => each.option === option)?.count;
    return formatNumber(count ?? 0);
  };
  return (
    <div className="by-body" tabIndex={0} role="region" aria-label={t('result.byBody')}>
      <table>
        <caption>{t('result.byBodyCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('result.body')}</th>
            {inOrder(
              options.map((option) => ({ option })),
              options,
            ).map(({ option }) => (
              <th key={option} scope="col" className="num">
                {optionName(option)}
              </th>
            ))}
            <th scope="col" className="num">
              {t('result.entitled')}
            </th>
            {weighted && (
              <th scope="col" className="num">
                {t('result.weight')}
              </th>
            )}
            {weighted && <th scope="col">{t('result.casts')}</th>}
          </tr>
        </thead>
        <tbody>
          {linesOf(root).map(({ step, level }) => (
            <tr key={step.body.id} className={`level-${Math.min(level, 3)}${step.children.length > 0 ? ' inner' : ''}`}>
              <th scope="row">
                {step.body.href ? <Link to={step.body.href}>{step.body.name}</Link> : step.body.name}
                {!step.grouping && !step.body.quorate && ` (${t('result.inquorateShort')})`}
              </th>
              {options.map((option) => (
                <td key={option} className="num">
                  {tally(step, option)}
                </td>
              ))}
              <td className="num">{formatNumber(step.grouping ? entitledBelow(step) : step.body.entitled)}</td>
              {weighted && <td className="num">{step.body.weight === null ? '' : formatNumber(step.body.weight)}</td>}
              {weighted && <td>{level === 0 ? '' : cast(step)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const entitledBelow = (step: Step): number =>
  step.children.length > 0 ? step.children.reduce((all, child) => all + entitledBelow(child), 0) : step.body.entitled;
