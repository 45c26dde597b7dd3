/** One bar of a count: parts from the left in the order of the options, and the line that had to be passed. */
import type { Count } from './bodies';
import { totalOf } from './counts';
import { fits } from './labels';
import { inOrder, optionLook } from './options';
import { usePatterns } from './Patterns';
import { Plate } from './Plate';
import { across } from './staircase';
import { useOptionLetter } from './tileWords';
import { useWidth } from './useWidth';

interface Props {
  totals: readonly Count[];
  options: readonly string[];
  /** What the whole length stands for: at least the sum of the parts. */
  extent: number;
  needed: number | null;
}

export function CountBar({ totals, options, extent, needed }: Props) {
  const { ref, width, rem } = useWidth<HTMLDivElement>();
  const { fill, defs } = usePatterns();
  const letterOf = useOptionLetter(options);
  const size = rem * 0.875;
  const height = rem * 1.75;
  const whole = Math.max(extent, totalOf(totals), 1);
  const parts = across(inOrder(totals, options), { x: 0, y: 5, width: (width * totalOf(totals)) / whole, height });
  const line = needed === null ? null : (width * needed) / whole;
  return (
    <div className="graphic" ref={ref} aria-hidden="true">
      {width > 0 && (
        <svg viewBox={`0 0 ${width} ${height + 10}`}>
          {defs}
          <rect className="stair-ground" x="0" y="5" width={width} height={height} />
          {parts.map((part) => (
            <rect
              key={part.option}
              className="stair-part"
              {...{ x: part.x, y: part.y, width: part.width, height: part.height }}
              fill={fill(optionLook(part.option, options).look)}
            />
          ))}
          <rect className="stair-outline" x="0.5" y="5.5" width={width - 1} height={height - 1} />
          {parts.map((part) => {
            const letter = letterOf(part.option);
            return (
              part.count > 0 &&
              fits(letter, size, part.width - size * 0.4) && (
                <Plate key={part.option} text={letter} x={part.x + part.width / 2} y={5 + height / 2} size={size} />
              )
            );
          })}
          {line !== null && <path className="stair-threshold" d={`M${line} 0v${height + 10}`} />}
        </svg>
      )}
    </div>
  );
}
