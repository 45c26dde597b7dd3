/**
 * The clock that decides is the database's. It tells its time once with the poll; from then on this device only
 * measures how much has passed, by a counter that a wrong or changed wall clock can not disturb.
 */
import { useEffect, useState } from 'react';

export function useServerClock(now: string, everyMs = 1000): Date {
  const [passed, setPassed] = useState({ since: now, ms: 0 });
  useEffect(() => {
    const from = performance.now();
    const timer = setInterval(() => setPassed({ since: now, ms: performance.now() - from }), everyMs);
    return () => clearInterval(timer);
  }, [now, everyMs]);
  // A time told anew starts its own count; what had passed since the one before does not belong to it.
  return new Date(Date.parse(now) + (passed.since === now ? passed.ms : 0));
}
