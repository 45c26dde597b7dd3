/** How many took part, of how many, and how many had to: one bar with the line on it. */
import { useT } from '../i18n/useT';
import { useWidth } from './useWidth';

interface Props {
  tookPart: number;
  of: number;
  /** Null where the rule asks no quorum. */
  needed: number | null;
  what: 'electors' | 'bodies';
}

export function QuorumMeter({ tookPart, of, needed, what }: Props) {
  const t = useT();
  const { ref, width, rem } = useWidth<HTMLDivElement>();
  const height = rem * 0.75;
  const at = (count: number) => (of > 0 ? (width * Math.min(count, of)) / of : 0);
  return (
    <div className="quorum">
      <div className="graphic" ref={ref} aria-hidden="true">
        {width > 0 && (
          <svg viewBox={`0 0 ${width} ${height + 10}`}>
            <rect className="meter-fill" x="0" y="5" width={at(tookPart)} height={height} />
            <rect className="meter-edge" x="0.75" y="5.75" width={width - 1.5} height={height - 1.5} />
            {needed !== null && needed > 0 && <path className="meter-needed" d={`M${at(needed)} 0v${height + 10}`} />}
          </svg>
        )}
      </div>
      <p className="small">
        {t(`result.tookPart.${what}`, { tookPart, of })}{' '}
        {needed === null || needed === 0
          ? t('result.noQuorum')
          : t(tookPart >= needed ? 'result.quorate' : 'result.inquorate', { needed })}
      </p>
    </div>
  );
}
