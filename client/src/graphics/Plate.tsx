/** A letter or figure on a patterned part: set on a plate of paper, so that the pattern never runs through it. */
import { textWidth } from './labels';

interface Props {
  text: string;
  /** The middle of the words. */
  x: number;
  y: number;
  size: number;
  figure?: boolean;
}

export function Plate({ text, x, y, size, figure = false }: Props) {
  const width = textWidth(text, size) + size * 0.3;
  const height = size * 1.12;
  return (
    <>
      <rect className="plate" x={x - width / 2} y={y - height / 2} width={width} height={height} />
      <text className={figure ? 'letter figure' : 'letter'} x={x} y={y + size * 0.355}>
        {text}
      </text>
    </>
  );
}
