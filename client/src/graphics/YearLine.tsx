/** A motion's life as one horizontal line with today on it, and the same as a numbered list below. */
import { useT } from '../i18n/useT';
import { When } from '../ui/When';
import { useWidth } from './useWidth';
import { layYearLine } from './yearLine';

export interface LinePoint {
  key: string;
  at: string;
  label: React.ReactNode;
}

export function YearLine({ points, now }: { points: readonly LinePoint[]; now: Date }) {
  const t = useT();
  const { ref, width, rem } = useWidth<HTMLDivElement>();
  const moments = points.map(({ key, at }) => ({ key, at: new Date(at) }));
  const line = layYearLine(moments, now, width || 320, rem * 1.5);
  if (!line) return null;
  const byKey = new Map(points.map((point) => [point.key, point]));
  return (
    <div className="graphic" ref={ref}>
      {width > 0 && points.length > 1 && <Line line={line} width={width} rem={rem} today={t('proposals.today')} />}
      <ol className="year-list">
        {line.marks.map(({ key, number, past }) => {
          const point = byKey.get(key);
          return (
            point && (
              <li key={key} className={past ? undefined : 'ahead'}>
                <span aria-hidden="true">{number}</span>
                <span>{point.label}</span>
                <When at={point.at} withTime />
              </li>
            )
          );
        })}
      </ol>
    </div>
  );
}

interface LineProps {
  line: NonNullable<ReturnType<typeof layYearLine>>;
  width: number;
  rem: number;
  today: string;
}

function Line({ line, width, rem, today }: LineProps) {
  const y = rem * 2;
  const size = rem * 0.875;
  const last = line.marks.at(-1)?.x ?? width;
  const solid = line.today ?? (line.marks.every(({ past }) => past) ? last : (line.marks[0]?.x ?? 0));
  return (
    <svg viewBox={`0 0 ${width} ${y + rem * 2}`} aria-hidden="true">
      <path className="line-base" d={`M${line.marks[0]?.x ?? 0} ${y}H${solid}`} />
      <path className="line-ahead" d={`M${solid} ${y}H${last}`} />
      {line.marks.map(({ key, x, labelX, past, number }) => (
        <g key={key}>
          <path className="stair-leader" d={`M${x} ${y}L${labelX} ${y + rem * 0.7}`} />
          <circle className={past ? 'line-mark' : 'line-mark ahead'} cx={x} cy={y} r={5} />
          <text x={labelX} y={y + rem * 0.7 + size} textAnchor="middle">
            {number}
          </text>
        </g>
      ))}
      {line.today !== null && (
        <>
          <path className="line-today" d={`M${line.today} ${y - rem * 0.7}v${rem * 1.4}`} />
          <text className="today" x={Math.min(Math.max(line.today, rem * 1.6), width - rem * 1.6)} y={y - rem * 0.95}>
            {today}
          </text>
        </>
      )}
    </svg>
  );
}
