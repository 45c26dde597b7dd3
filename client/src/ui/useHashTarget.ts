// An address may end in #section: once that section is on the page, go there.
import { useEffect } from 'react';
import { useLocation } from 'react-router';

export function useHashTarget(ready: boolean): void {
  const { hash } = useLocation();
  useEffect(() => {
    if (!ready || !hash) return;
    const target = document.getElementById(decodeURIComponent(hash.slice(1)));
    target?.setAttribute('tabindex', '-1');
    target?.focus({ preventScroll: true });
    target?.scrollIntoView();
  }, [ready, hash]);
}
