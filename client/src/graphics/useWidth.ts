/** How wide a picture may be, and how large the reader has set their type: both are measured, never assumed. */
import './graphics.css';
import { useLayoutEffect, useRef, useState } from 'react';

export function useWidth<E extends HTMLElement>() {
  const ref = useRef<E>(null);
  const [measured, setMeasured] = useState({ width: 0, rem: 16 });
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = () => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
      const width = Math.floor(element.clientWidth);
      setMeasured((before) => (before.width === width && before.rem === rem ? before : { width, rem }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, ...measured };
}
