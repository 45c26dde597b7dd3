/** Places for seats in a half round, as in an assembly hall: rows of equal seats, filled from the left. */

export interface SeatPlace {
  x: number;
  y: number;
}
export interface SeatArcLayout {
  width: number;
  height: number;
  /** Half the width of a seat. */
  radius: number;
  /** In the order in which seats are given out: from the left to the right, whole rows together. */
  places: SeatPlace[];
}

const largestSeat = 24;
/** From the middle of one seat to that of the next, in half widths of a seat. */
const pitch = 2.3;

export function laySeats(seats: number, most: number): SeatArcLayout {
  // A few large seats need no hall: one row as long as they are.
  const alone = largestSeat + Math.max((largestSeat * pitch * (seats - 1)) / Math.PI, largestSeat * 1.5);
  const outer = Math.min(most / 2, alone);
  for (let rows = 1; ; rows += 1) {
    // The hall stays open in the middle: rows stand between the whole radius and two fifths of it.
    const radius = Math.min(largestSeat, (outer * 0.6) / (2 * rows));
    const radii = Array.from({ length: rows }, (_, row) => outer - radius - row * radius * pitch).filter(
      (row) => row > radius,
    );
    const room = radii.map((row) => Math.max(1, Math.floor((Math.PI * row) / (radius * pitch * 0.96)) + 1));
    const all = room.reduce((sum, each) => sum + each, 0);
    if (all >= seats || rows === 60) return place(seats, { outer, radius, radii, room, all });
  }
}

interface Hall {
  outer: number;
  radius: number;
  radii: number[];
  room: number[];
  all: number;
}

function place(seats: number, { outer, radius, radii, room, all }: Hall): SeatArcLayout {
  const perRow = room.map((each) => Math.floor((each * seats) / Math.max(all, 1)));
  // Seats left over by dividing go to the outer rows, which have the most room.
  for (let row = 0; perRow.reduce((sum, each) => sum + each, 0) < seats; row = (row + 1) % perRow.length)
    perRow[row]! += 1;
  const placed = radii.flatMap((row, index) =>
    Array.from({ length: perRow[index]! }, (_, seat) => {
      const angle = perRow[index] === 1 ? Math.PI / 2 : Math.PI - (Math.PI * seat) / (perRow[index]! - 1);
      return { angle, x: outer + row * Math.cos(angle), y: outer - row * Math.sin(angle) };
    }),
  );
  placed.sort((a, b) => b.angle - a.angle || a.x - b.x);
  const top = Math.min(...placed.map(({ y }) => y), outer) - radius;
  const places = placed.map(({ x, y }) => ({ x, y: y - top }));
  const lowest = Math.max(...places.map(({ y }) => y), radius);
  return { width: outer * 2, height: lowest + radius, radius, places };
}
