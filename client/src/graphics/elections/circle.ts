/** Points on a circle for the graph of wins, from the top clockwise, and arrows between them that end at their rims. */

export interface CirclePoint {
  x: number;
  y: number;
}

export function circlePoints(count: number, size: number, inset: number): CirclePoint[] {
  const middle = size / 2;
  return Array.from({ length: count }, (_, index) => {
    const angle = (2 * Math.PI * index) / count - Math.PI / 2;
    return { x: middle + (middle - inset) * Math.cos(angle), y: middle + (middle - inset) * Math.sin(angle) };
  });
}

/** From rim to rim; `bend` sets two arrows between the same points apart. */
export function arrow(from: CirclePoint, to: CirclePoint, rim: number, bend = 0) {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  const [ux, uy] = [dx / length, dy / length];
  const start = { x: from.x + ux * rim, y: from.y + uy * rim };
  const end = { x: to.x - ux * (rim + 6), y: to.y - uy * (rim + 6) };
  const middle = { x: (start.x + end.x) / 2 - uy * bend, y: (start.y + end.y) / 2 + ux * bend };
  return { start, end, middle, d: `M${start.x} ${start.y}Q${middle.x} ${middle.y} ${end.x} ${end.y}` };
}
