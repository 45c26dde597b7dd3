/** Names beside points on a map: each takes the first free place around its point, the largest body first. */
import type { Box } from './staircase';
import { textWidth } from './labels';

export interface Point {
  id: string;
  name: string;
  x: number;
  y: number;
  r: number;
}
export interface Label extends Box {
  id: string;
  name: string;
}

const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const covers = ({ x, y, r }: Point, box: Box) => {
  const beside = Math.max(box.x - x, 0, x - box.x - box.width);
  const beyond = Math.max(box.y - y, 0, y - box.y - box.height);
  return beside * beside + beyond * beyond < r * r;
};

export function placeLabels(points: readonly Point[], size: number, width: number, height: number): Label[] {
  const taken: Box[] = [];
  const labels: Label[] = [];
  for (const point of [...points].sort((a, b) => b.r - a.r)) {
    const free = places(point, size).find(
      (box) =>
        box.x >= 0 &&
        box.y >= 0 &&
        box.x + box.width <= width &&
        box.y + box.height <= height &&
        !points.some((other) => covers(other, box)) &&
        !taken.some((other) => overlap(box, other)),
    );
    if (!free) continue;
    taken.push(free);
    labels.push({ ...free, id: point.id, name: point.name });
  }
  return labels;
}

function places({ name, x, y, r }: Point, size: number): Box[] {
  const box = { width: textWidth(name, size) + 2, height: size * 1.15 };
  const gap = r + 3;
  const middle = y - box.height / 2;
  return [
    { ...box, x: x + gap, y: middle },
    { ...box, x: x - gap - box.width, y: middle },
    { ...box, x: x - box.width / 2, y: y - gap - box.height },
    { ...box, x: x - box.width / 2, y: y + gap },
    { ...box, x: x + gap * 0.7, y: y - gap * 0.7 - box.height },
    { ...box, x: x + gap * 0.7, y: y + gap * 0.7 },
    { ...box, x: x - gap * 0.7 - box.width, y: y - gap * 0.7 - box.height },
    { ...box, x: x - gap * 0.7 - box.width, y: y + gap * 0.7 },
  ];
}
