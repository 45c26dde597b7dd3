/**
 * The graph of wins under Schulze: an arrow from each winner of a comparison to the loser. The strongest way between
 * the chosen two stands out with its strengths: dark from the one to the other, broad and pale the way back.
 */
import { useId } from 'react';
import { Plate } from '../Plate';
import { useWidth } from '../useWidth';
import type { Candidate } from './candidates';
import { arrow, circlePoints } from './circle';
import { wins, type Table } from './wins';
import './elections.css';

interface Props {
  pairwise: Table;
  candidates: readonly Candidate[];
  /** The candidates on the strongest way there and on the way back, both ends included; empty where none leads there. */
  there: readonly number[];
  back: readonly number[];
  votes: (units: number) => string;
}

const stepsOf = (way: readonly number[]): [number, number][] => way.slice(1).map((to, index) => [way[index]!, to]);

export function PathGraph({ pairwise, candidates, there, back, votes }: Props) {
  const { ref, width, rem } = useWidth<HTMLDivElement>();
  const id = useId().replaceAll(/[^\w-]/g, '');
  const size = Math.min(width, rem * 28);
  const rim = rem * 0.95;
  const points = circlePoints(candidates.length, size, rim + 4);
  const chosen = new Map([...stepsOf(there), ...stepsOf(back)].map((step) => [step.join(), step]));
  const ends = new Set([there[0], there.at(-1), back[0], back.at(-1)]);
  const line = (from: number, to: number) => arrow(points[from]!, points[to]!, rim);
  return (
    <div className="graphic path-graph" ref={ref}>
      {width > 0 && (
        <svg viewBox={`0 0 ${size} ${size}`} style={{ maxInlineSize: size }} aria-hidden="true">
          <defs>
            {['pale', 'there', 'back'].map((kind) => (
              <marker
                key={kind}
                id={`${id}-${kind}`}
                viewBox="0 0 8 8"
                refX="4"
                refY="4"
                markerWidth="8"
                markerHeight="8"
                markerUnits="userSpaceOnUse"
                orient="auto"
              >
                <path className={`arrow-head ${kind}`} d="M0 0L8 4L0 8Z" />
              </marker>
            ))}
          </defs>
          {candidates.flatMap((a) =>
            candidates
              .filter((b) => wins(pairwise, a.index, b.index))
              .map((b) => (
                <path
                  key={`${a.index} ${b.index}`}
                  className="win"
                  d={line(a.index, b.index).d}
                  markerEnd={`url(#${id}-pale)`}
                />
              )),
          )}
          {stepsOf(back).map(([a, b]) => (
            <path key={`b${a} ${b}`} className="way back" d={line(a, b).d} markerEnd={`url(#${id}-back)`} />
          ))}
          {stepsOf(there).map(([a, b]) => (
            <path key={`t${a} ${b}`} className="way" d={line(a, b).d} markerEnd={`url(#${id}-there)`} />
          ))}
          {candidates.map(({ index, letter }) => (
            <g key={index}>
              <circle
                className={ends.has(index) ? 'graph-node end' : 'graph-node'}
                cx={points[index]!.x}
                cy={points[index]!.y}
                r={rim}
              />
              <text
                className={ends.has(index) ? 'letter on-ink' : 'letter'}
                x={points[index]!.x}
                y={points[index]!.y + rem * 0.31}
              >
                {letter}
              </text>
            </g>
          ))}
          {[...chosen.values()].map(([a, b]) => {
            // A third of the way from the arrow's foot, where fewer lines meet than in the middle of the circle.
            const { start, end } = line(a, b);
            const [x, y] = [start.x * 0.62 + end.x * 0.38, start.y * 0.62 + end.y * 0.38];
            return <Plate key={`${a} ${b}`} text={votes(pairwise[a]![b]!)} x={x} y={y} size={rem * 0.875} />;
          })}
        </svg>
      )}
    </div>
  );
}
