/** One tile of the staircase: its parts, its cap, and letters and figures where there is room for them. */
import { fits } from './labels';
import { Plate } from './Plate';
import { optionLook } from './options';
import type { Part, Tile } from './staircase';

interface Props {
  tile: Tile;
  options: readonly string[];
  rem: number;
  top: boolean;
  /** So many tiles that lines and plates between them would be all one saw. */
  crowded: boolean;
  /** Whether leaves have room for their letters; some with and some without would only puzzle. */
  worded: boolean;
  fill: (look: string) => string;
  number: (value: number) => string;
  letterOf: (option: string) => string;
}

export function StaircaseTile({ tile, options, crowded, fill }: Pick<Props, 'tile' | 'options' | 'crowded' | 'fill'>) {
  const { body, grouping } = tile.step;
  const open = !grouping && (body.merged || (!body.quorate && body.outcome !== ''));
  const pale = open && !body.merged ? ' stair-pale' : '';
  const { x, y, width, height } = tile;
  // Between tiles of a pixel or two the paper would shine through; each is drawn a little under the next.
  const bleed = crowded && tile.leaf ? 0.7 : 0;
  const outlined = !(crowded && tile.leaf);
  return (
    <>
      {outlined && <rect className="stair-ground" {...{ x, y, width, height }} />}
      {body.merged && <rect {...{ x, y, width, height }} fill={fill('unknown')} />}
      {[...tile.parts, ...tile.cap].map((part, index) => (
        <rect
          key={index}
          className={`stair-part${pale}`}
          x={part.x}
          y={part.y}
          width={part.width + bleed}
          height={part.height}
          fill={fill(optionLook(part.option, options).look)}
        />
      ))}
      {outlined && (
        <rect
          className={`stair-outline${tile.leaf ? ' leaf' : ''}`}
          {...{ x, width }}
          y={y - (tile.cap.length ? (tile.cap[0]?.height ?? 0) : 0)}
          height={height + (tile.cap[0]?.height ?? 0)}
        />
      )}
      {tile.cap.length > 0 && outlined && <path className="stair-cut" d={`M${x} ${y}h${width}`} />}
      {open && outlined && (
        <rect className="stair-outline open" x={x + 1.5} y={y + 1} width={Math.max(width - 3, 1)} height={height - 2} />
      )}
    </>
  );
}

/** Drawn over all tiles and outside their links, whose names say the same in words. */
export function TileWords({ tile, rem, top, worded, number, letterOf }: Omit<Props, 'options' | 'crowded' | 'fill'>) {
  if (!worded && tile.leaf && !top) return null;
  return tile.parts.map((part) => <PartWords key={part.option} {...{ part, rem, top, number, letterOf }} />);
}

function PartWords({
  part,
  rem,
  top,
  number,
  letterOf,
}: Pick<Props, 'rem' | 'top' | 'number' | 'letterOf'> & { part: Part }) {
  const size = rem * (top ? 1.375 : 0.875);
  if (part.count === 0 || part.height < size * 1.2) return null;
  const letter = letterOf(part.option);
  const text = [`${letter} ${number(part.count)}`, number(part.count), letter].find((words) =>
    fits(words, size, part.width - size * 0.4),
  );
  if (!text) return null;
  return <Plate text={text} x={part.x + part.width / 2} y={part.y + part.height / 2} size={size} figure={top} />;
}
