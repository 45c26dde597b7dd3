/** Where a body's money came from and where it went, as streams. The table beside it says the same in figures. */
import { useMemo } from 'react';
import { shorten } from './labels';
import { layMoneyFlow, type MoneyEnd, type PlacedEnd } from './moneyFlow';
import { useWidth } from './useWidth';
import './moneyFlow.css';

interface Props {
  sources: readonly (MoneyEnd & { sum: string })[];
  sinks: readonly (MoneyEnd & { sum: string })[];
}

const BAR = 8;

export function MoneyFlow({ sources, sinks }: Props) {
  const { ref, width, rem } = useWidth<HTMLDivElement>();
  const layout = useMemo(
    () => layMoneyFlow(sources, sinks, { extent: rem * 14, words: rem * 2.6, gap: rem * 0.5 }),
    [sources, sinks, rem],
  );
  const sums = new Map([...sources, ...sinks].map(({ key, sum }) => [key, sum]));
  const middle = (width - BAR) / 2;
  return (
    <div className="graphic money-flow" ref={ref}>
      {width > 0 && (
        <svg viewBox={`0 0 ${width} ${Math.ceil(layout.height)}`} aria-hidden="true">
          {layout.sources.map((end) => (
            <Stream key={end.key} end={end} side="in" edge={0} middle={middle} />
          ))}
          {layout.sinks.map((end) => (
            <Stream key={end.key} end={end} side="out" edge={width - BAR} middle={middle} />
          ))}
          <rect
            className="money-body"
            x={middle}
            y={layout.body.from}
            width={BAR}
            height={layout.body.to - layout.body.from}
          />
          {layout.sources.map((end) => (
            <Words
              key={end.key}
              end={end}
              sum={sums.get(end.key)!}
              x={BAR + rem * 0.4}
              anchor="start"
              room={middle - rem * 1.4}
              rem={rem}
            />
          ))}
          {layout.sinks.map((end) => (
            <Words
              key={end.key}
              end={end}
              sum={sums.get(end.key)!}
              x={width - BAR - rem * 0.4}
              anchor="end"
              room={middle - rem * 1.4}
              rem={rem}
            />
          ))}
        </svg>
      )}
    </div>
  );
}

function Stream({ end, side, edge, middle }: { end: PlacedEnd; side: 'in' | 'out'; edge: number; middle: number }) {
  const [x0, x1] = side === 'in' ? [edge + BAR, middle] : [middle + BAR, edge];
  const [a, b] =
    side === 'in' ? [end, { from: end.bodyFrom, to: end.bodyTo }] : [{ from: end.bodyFrom, to: end.bodyTo }, end];
  const bend = (x0 + x1) / 2;
  return (
    <>
      <path
        className={`money-stream ${side}`}
        d={`M${x0} ${a.from}C${bend} ${a.from} ${bend} ${b.from} ${x1} ${b.from}L${x1} ${b.to}C${bend} ${b.to} ${bend} ${a.to} ${x0} ${a.to}Z`}
      />
      <rect className="money-end" x={edge} y={end.from} width={BAR} height={Math.max(1, end.to - end.from)} />
    </>
  );
}

function Words({
  end,
  sum,
  x,
  anchor,
  room,
  rem,
}: {
  end: PlacedEnd;
  sum: string;
  x: number;
  anchor: 'start' | 'end';
  room: number;
  rem: number;
}) {
  return (
    <text className="money-words" textAnchor={anchor}>
      <tspan x={x} y={end.words - rem * 0.2}>
        {shorten(end.label, rem * 0.875, room) ?? ''}
      </tspan>
      <tspan className="strong" x={x} y={end.words + rem * 0.9}>
        {sum}
      </tspan>
    </text>
  );
}
