/** Tries a deed again, with the very same key, when the line is back and at growing distances until then. */
import { useEffect, useRef, useState } from 'react';
import type { Fault } from '../api/fault';

const waits = [4, 10, 20, 40, 60];

export function useRetry(fault: Fault | null, retry: () => void): void {
  const [attempt, setAttempt] = useState(0);
  const latest = useRef(retry);
  useEffect(() => {
    latest.current = retry;
  }, [retry]);
  const lost = fault !== null && (fault.kind === 'offline' || fault.kind === 'away');
  useEffect(() => {
    if (!lost) return;
    const again = () => {
      setAttempt((before) => before + 1);
      latest.current();
    };
    const seconds = waits[Math.min(attempt, waits.length - 1)] ?? 60;
    const timer = setTimeout(again, seconds * 1000);
    window.addEventListener('online', again, { once: true });
    return () => {
      clearTimeout(timer);
      window.removeEventListener('online', again);
    };
  }, [lost, attempt, fault]);
}
