// Arriving at a page: a screen reader and the keyboard begin at its main part, the eye at its top.
import { useEffect, useRef, type RefObject } from 'react';
import { useLocation, useNavigationType } from 'react-router';

export function useArrival(main: RefObject<HTMLElement | null>): void {
  const { pathname, hash } = useLocation();
  const how = useNavigationType();
  const first = useRef(true);
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    if (hash) return;
    main.current?.focus({ preventScroll: true });
    if (how !== 'POP') scrollTo(0, 0);
  }, [pathname, hash, how, main]);
}
