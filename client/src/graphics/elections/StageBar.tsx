/** What one candidate held after a stage: what was there before, what the stage brought, and what it took away. */

interface Props {
  now: number;
  before: number | null;
  reach: number;
  quota: number | null;
  fill: (look: string) => string;
}

const percent = (part: number, whole: number) => `${(100 * part) / whole}%`;

export function StageBar({ now, before, reach, quota, fill }: Props) {
  const kept = before === null ? now : Math.min(now, before);
  const most = Math.max(now, before ?? 0);
  return (
    <svg className="bar" aria-hidden="true">
      <rect className="stair-ground" width="100%" height="100%" />
      <rect width={percent(kept, reach)} height="100%" fill={fill('one')} />
      {before !== null && now > before && (
        <rect x={percent(before, reach)} width={percent(now - before, reach)} height="100%" fill={fill('three')} />
      )}
      {before !== null && now < before && (
        <rect className="bar-lost" x={percent(now, reach)} width={percent(before - now, reach)} y="1" height="16" />
      )}
      {most > 0 && <rect className="bar-edge" width={percent(most, reach)} height="100%" />}
      {quota !== null && (
        <line className="stair-threshold" x1={percent(quota, reach)} x2={percent(quota, reach)} y1="-3" y2="21" />
      )}
    </svg>
  );
}
