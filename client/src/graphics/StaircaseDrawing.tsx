/** The staircase as drawn: the line to pass, the tiles as links, names where they fit, a frame around the chosen one. */
import { useEffect, useRef } from 'react';
import { fits, shorten, textWidth } from './labels';
import { usePatterns } from './Patterns';
import { StaircaseTile, TileWords } from './StaircaseTile';
import type { Staircase, Tile } from './staircase';
import { neighbour, tileUnder } from './staircase';
import { useOptionLetter } from './tileWords';
import { isCrowded, leafLabels, leafRoom } from './staircaseSizes';

interface Props {
  picture: Staircase;
  options: readonly string[];
  rem: number;
  label: string;
  needed: string | null;
  here: string | null;
  describe: (tile: Tile) => string;
  number: (value: number) => string;
  onHere: (id: string) => void;
  onOpen: (tile: Tile) => void;
}

export function StaircaseDrawing(props: Props) {
  const { picture, options, rem, here, number } = props;
  const { fill, defs } = usePatterns();
  const letterOf = useOptionLetter(options);
  const svg = useRef<SVGSVGElement>(null);
  const byKey = useRef(false);
  const names = leafLabels(picture, rem);
  const height = picture.bottom + Math.max(names.height, 12) + 2;
  const crowded = isCrowded(picture);
  const worded = leafRoom(picture) >= rem * 1.1;
  const chosen = picture.tiles.find((tile) => tile.step.body.id === here) ?? null;

  useEffect(() => {
    if (!byKey.current || !here) return;
    byKey.current = false;
    svg.current?.querySelector<SVGElement>('[tabindex="0"]')?.focus();
  }, [here]);

  const under = (event: React.MouseEvent) => {
    const box = svg.current?.getBoundingClientRect();
    if (!box) return null;
    const scale = picture.width / box.width;
    return tileUnder(picture, (event.clientX - box.left) * scale, (event.clientY - box.top) * scale);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    const next = neighbour(picture, here ?? '', event.key);
    if (!next) return;
    event.preventDefault();
    byKey.current = true;
    props.onHere(next.step.body.id);
  };
  const onClick = (event: React.MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    // A click from the keyboard has no place; it opens the tile that has the focus.
    const tile = event.detail === 0 ? chosen : under(event);
    if (!tile) return;
    const again = tile.step.body.id === here;
    if (event.detail === 0 || again) props.onOpen(tile);
    else props.onHere(tile.step.body.id);
  };

  return (
    <svg
      ref={svg}
      viewBox={`0 0 ${picture.width} ${height}`}
      role="group"
      aria-label={props.label}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onPointerMove={(event) => {
        const tile = event.pointerType === 'mouse' ? under(event) : null;
        if (tile && tile.step.body.id !== here) props.onHere(tile.step.body.id);
      }}
    >
      {defs}
      {picture.tiles.map((tile, index) => {
        const id = tile.step.body.id;
        return (
          <a
            key={id}
            className="stair-tile"
            href={tile.step.body.href ?? undefined}
            role="link"
            tabIndex={id === here || (here === null && index === 0) ? 0 : -1}
            aria-label={props.describe(tile)}
            onFocus={() => id !== here && props.onHere(id)}
          >
            <StaircaseTile {...{ tile, options, fill, crowded }} />
          </a>
        );
      })}
      <g aria-hidden="true" pointerEvents="none">
        {picture.tiles.map((tile, index) => (
          <TileWords key={tile.step.body.id} {...{ tile, rem, number, worded, letterOf }} top={index === 0} />
        ))}
        <StepNames picture={picture} rem={rem} />
        <LeafNames picture={picture} names={names} rem={rem} />
        <Threshold picture={picture} rem={rem} words={props.needed} />
        {chosen && <Frame tile={chosen} />}
      </g>
    </svg>
  );
}

function Threshold({ picture, rem, words }: { picture: Staircase; rem: number; words: string | null }) {
  const line = picture.threshold;
  if (!line || !words) return null;
  const half = textWidth(words, rem * 0.875) / 2;
  const x = Math.min(Math.max(line.x, half), picture.width - half);
  return (
    <>
      <path className="stair-threshold" d={`M${line.x} ${line.y - 6}V${line.y + line.height + 6}`} />
      <text className="needed" x={x} y={line.y - 10} textAnchor="middle">
        {words}
      </text>
    </>
  );
}

function StepNames({ picture, rem }: { picture: Staircase; rem: number }) {
  const size = rem * 0.875;
  // The whole is named by the page; a part looked at by itself has no line to pass, and is named here.
  return picture.tiles.slice(picture.threshold ? 1 : 0).map((tile) => {
    const text = tile.leaf ? null : shorten(tile.step.body.name, size, tile.width - 2, 6);
    return (
      text && (
        <text key={tile.step.body.id} className="strong" x={tile.x + 1} y={tile.y - size * 0.4}>
          {text}
        </text>
      )
    );
  });
}

function LeafNames({ picture, names, rem }: { picture: Staircase; names: ReturnType<typeof leafLabels>; rem: number }) {
  const size = rem * 0.875;
  const from = picture.bottom + 2;
  return names.labels.map(({ tile, text, x }) => {
    const middle = tile.x + tile.width / 2;
    if (names.way === 'level')
      return (
        <text key={tile.step.body.id} x={x} y={from + size * 1.2} textAnchor="middle">
          {fits(text, size, tile.width) ? text : null}
        </text>
      );
    return (
      <g key={tile.step.body.id}>
        <path className="stair-leader" d={`M${middle} ${from}v3L${x} ${from + 10}v3`} />
        <text textAnchor="end" transform={`translate(${x + size * 0.34} ${from + 15}) rotate(-90)`}>
          {text}
        </text>
      </g>
    );
  });
}

function Frame({ tile }: { tile: Tile }) {
  const cap = tile.cap[0]?.height ?? 0;
  if (tile.width < 8) {
    const x = tile.x + tile.width / 2;
    const below = tile.y + tile.height;
    return (
      <>
        <path className="stair-here-under" d={`M${x} ${tile.y - cap}V${below}`} />
        <path className="stair-here" d={`M${x} ${tile.y - cap}V${below}`} />
        <path className="stair-caret" d={`M${x} ${below}l7 11h-14z`} />
      </>
    );
  }
  const box = { x: tile.x, y: tile.y - cap, width: Math.max(tile.width, 3), height: tile.height + cap };
  return (
    <>
      <rect className="stair-here-under" {...box} />
      <rect className="stair-here" {...box} />
    </>
  );
}
