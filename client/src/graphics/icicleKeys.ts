/** Where an arrow key leads in the picture of the federation: up and down a column, left to the body above, right below. */
import type { Slab } from './icicle';

export function neighbourSlab(slabs: readonly Slab[], id: string | null, key: string): Slab | null {
  const here = slabs.find((slab) => slab.body.id === id);
  if (!here) return slabs[0] ?? null;
  const column = slabs.filter((slab) => slab.depth === here.depth);
  const place = column.indexOf(here);
  switch (key) {
    case 'ArrowUp':
      return column[place - 1] ?? null;
    case 'ArrowDown':
      return column[place + 1] ?? null;
    case 'Home':
      return column[0] ?? null;
    case 'End':
      return column.at(-1) ?? null;
    case 'ArrowLeft':
      return slabs.find((slab) => slab.body.id === here.body.parentId) ?? null;
    case 'ArrowRight':
      return slabs.find((slab) => slab.body.parentId === here.body.id) ?? null;
    default:
      return null;
  }
}
