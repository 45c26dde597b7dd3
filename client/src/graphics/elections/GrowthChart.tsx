/**
 * How each candidate's votes grew, stage upon stage, against the quota: first preferences at the left, then what came
 * with every later stage, hollow what was passed on again. Read as a list by whoever does not see it.
 */
import { useIntl } from 'react-intl';
import type { Count } from '../../../../server/counting/elections/election';
import { useT } from '../../i18n/useT';
import { Swatch } from '../Key';
import { fits, shorten, textWidth } from '../labels';
import { usePatterns } from '../Patterns';
import { Plate } from '../Plate';
import { useWidth } from '../useWidth';
import { byFate, type Candidate } from './candidates';
import { growthOf, lastQuota, reachOf, type Growth } from './growth';
import { useStageWords } from './useStageWords';
import { useVotes } from './useVotes';
import './elections.css';

interface Props {
  count: Count;
  names: readonly string[];
}

export function GrowthChart({ count, names }: Props) {
  const t = useT();
  const { ref, width, rem } = useWidth<HTMLDivElement>();
  const { fill, defs } = usePatterns();
  const candidates = byFate(count, names);
  return (
    <>
      <ul className="key">
        <li>
          <svg width="0" height="0" aria-hidden="true" className="defs-only">
            {defs}
          </svg>
          <Swatch look="one" fill={fill} /> {t('count.growth.first')}
        </li>
        <li>
          <Swatch look="three" fill={fill} /> {t('count.growth.later')}
        </li>
        <li>
          <svg className="swatch" viewBox="0 0 24 18" aria-hidden="true">
            <rect className="bar-lost" x="1" y="1" width="22" height="16" />
          </svg>{' '}
          {t('count.growth.passed')}
        </li>
      </ul>
      <div className="graphic" ref={ref}>
        {width > 0 && <Bars {...{ count, candidates, width, rem, fill }} />}
      </div>
      <details className="no-print">
        <summary>{t('count.asList')}</summary>
        <GrowthList {...{ count, names }} />
      </details>
    </>
  );
}

interface BarsProps {
  count: Count;
  candidates: readonly Candidate[];
  width: number;
  rem: number;
  fill: (look: string) => string;
}

function Bars({ count, candidates, width, rem, fill }: BarsProps) {
  const t = useT();
  const votes = useVotes(count);
  const size = rem * 0.875;
  const roomy = width >= rem * 36;
  // On a phone the names stand above the bars, on a desk before them.
  const left = roomy
    ? Math.min(width * 0.3, Math.max(...candidates.map((each) => textWidth(each.shortName, size))) + rem * 2.4)
    : 0;
  const bar = rem * 1.25;
  const row = roomy ? bar + rem * 0.55 : bar + size * 2;
  const top = rem * 1.75;
  const reach = reachOf(count);
  const scale = (width - left - textWidth(votes.whole(reach), size) - size * 0.6) / reach;
  const needed = lastQuota(count);
  const quota = needed === null ? null : left + needed * scale;
  return (
    <svg viewBox={`0 0 ${width} ${top + row * candidates.length}`} aria-hidden="true">
      {candidates.map((candidate, index) => {
        const y = top + index * row + (roomy ? 0 : size * 1.35);
        const growth = growthOf(count, candidate.index);
        const name = shorten(`${candidate.letter} ${candidate.shortName}`, size, (roomy ? left : width) - rem * 1.2);
        return (
          <g key={candidate.index}>
            <text
              className={candidate.fate.kind === 'ELECTED' ? 'strong' : undefined}
              x={0}
              y={roomy ? y + bar / 2 + size * 0.35 : y - size * 0.35}
            >
              {candidate.fate.kind === 'ELECTED' ? '✓ ' : ''}
              {name}
            </text>
            <Bar
              {...{ growth, left, y, height: bar, scale, fill, size }}
              whole={votes.whole(growth.most)}
              width={width}
            />
          </g>
        );
      })}
      {quota !== null && (
        <Quota
          x={quota}
          height={top + row * candidates.length}
          {...{ width, size }}
          words={t('count.quotaAt', { quota: votes.whole(needed!) })}
        />
      )}
    </svg>
  );
}

function Quota({
  x,
  height,
  width,
  size,
  words,
}: {
  x: number;
  height: number;
  width: number;
  size: number;
  words: string;
}) {
  const half = textWidth(words, size) / 2;
  return (
    <>
      <path className="stair-threshold" d={`M${x} ${size * 1.4}V${height}`} />
      <text className="needed" x={Math.min(Math.max(x, half), width - half)} y={size} textAnchor="middle">
        {words}
      </text>
    </>
  );
}

interface BarProps {
  growth: Growth;
  left: number;
  y: number;
  height: number;
  scale: number;
  size: number;
  width: number;
  whole: string;
  fill: (look: string) => string;
}

function Bar({ growth, left, y, height, scale, size, width, whole, fill }: BarProps) {
  const at = (votes: number) => left + votes * scale;
  const end = at(growth.most);
  const beside = end + size * 0.5 + textWidth(whole, size) < width;
  return (
    <>
      {growth.pieces.map(({ stage, from, to }) => {
        const shownTo = Math.min(to, growth.held);
        return (
          shownTo > from && (
            <rect
              key={stage}
              className="growth-piece"
              x={at(from)}
              y={y}
              width={at(shownTo) - at(from)}
              height={height}
              fill={fill(from === 0 ? 'one' : 'three')}
            />
          )
        );
      })}
      {growth.most > growth.held && (
        <rect className="bar-lost" x={at(growth.held)} y={y + 1} width={end - at(growth.held)} height={height - 2} />
      )}
      <path className="growth-edge" d={`M${at(0)} ${y}V${y + height}`} />
      {growth.pieces.slice(1).map(({ stage, from, to }) => {
        const room = at(to) - at(from) - size * 0.4;
        return (
          fits(`${stage}`, size, room) && (
            <Plate key={stage} text={`${stage}`} x={at((from + to) / 2)} y={y + height / 2} size={size} />
          )
        );
      })}
      {beside && (
        <text className="map-name" x={end + size * 0.4} y={y + height / 2 + size * 0.35}>
          {whole}
        </text>
      )}
    </>
  );
}

/** The same in words: what each began with, what came when, and how it ended. */
function GrowthList({ count, names }: Props) {
  const t = useT();
  const { formatList } = useIntl();
  const votes = useVotes(count);
  const candidates = byFate(count, names);
  const { fate } = useStageWords(candidates);
  return (
    <ul className="plain stack-tight">
      {candidates.map((candidate) => {
        const { pieces, held } = growthOf(count, candidate.index);
        const later = pieces.filter(({ stage }) => stage > 1);
        const words = later.map(({ stage, from, to }) =>
          t('count.growth.inStage', { votes: votes.exact(to - from), stage }),
        );
        return (
          <li key={candidate.index}>
            <strong>{candidate.name}</strong>:{' '}
            {t('count.growth.began', { votes: votes.exact(count.stages[0]?.votes[candidate.index] ?? 0) })}
            {later.length > 0 && `; ${formatList(words)}`}. {fate(candidate.fate)},{' '}
            {t('count.growth.held', { votes: votes.exact(held) })}.
          </li>
        );
      })}
    </ul>
  );
}
