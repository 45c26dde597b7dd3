/**
 * Dragging a row of a list to another place with a finger, a pen or a mouse. Rows stand aside while it lasts; only the
 * drop changes anything, so that a drag that is broken off leaves all as it was.
 */
import { useEffect, useRef, useState, type RefObject } from 'react';
import { dropPlace } from './dropPlace';

interface Drag {
  id: number;
  from: number;
  to: number;
  by: number;
  height: number;
}

/** How near to the edge of the window the page begins to scroll under a dragged row, in pixels. */
const edge = 72;

export function useDragOrder(list: RefObject<HTMLElement | null>, onDrop: (id: number, place: number) => void) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const stop = useRef<(() => void) | null>(null);
  const drop = useRef(onDrop);
  useEffect(() => {
    drop.current = onDrop;
  });
  useEffect(() => () => stop.current?.(), []);

  const begin = (id: number, from: number, event: React.PointerEvent) => {
    if (event.button !== 0 || !event.isPrimary) return;
    const rows = [...(list.current?.children ?? [])].map((row) => row.getBoundingClientRect());
    const middles = rows.map(({ top, height }) => top + height / 2);
    const start = event.clientY + window.scrollY;
    let now: Drag = { id, from, to: from, by: 0, height: rows[from]?.height ?? 0 };
    const move = ({ clientY, pointerId }: PointerEvent) => {
      if (pointerId !== event.pointerId) return;
      if (clientY < edge) window.scrollBy(0, -8);
      if (clientY > window.innerHeight - edge) window.scrollBy(0, 8);
      const by = clientY + window.scrollY - start;
      now = { ...now, by, to: dropPlace(middles, from, by) };
      setDrag(now);
    };
    const end = ({ pointerId }: PointerEvent) => {
      if (pointerId !== event.pointerId) return;
      stop.current?.();
      if (now.to !== now.from) drop.current(id, now.to);
    };
    const cancel = ({ pointerId }: PointerEvent) => pointerId === event.pointerId && stop.current?.();
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', end);
    window.addEventListener('pointercancel', cancel);
    stop.current = () => {
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', end);
      window.removeEventListener('pointercancel', cancel);
      stop.current = null;
      setDrag(null);
    };
  };

  /** The dragged row follows the pointer; those it passes make room. */
  const shiftOf = (id: number, place: number): number => {
    if (!drag) return 0;
    if (id === drag.id) return drag.by;
    if (place > drag.from && place <= drag.to) return -drag.height;
    return place < drag.from && place >= drag.to ? drag.height : 0;
  };
  return { dragged: drag?.id ?? null, begin, shiftOf };
}
