// Whether the browser believes it has a network; the notice bar says so when it has none.
import { useSyncExternalStore } from 'react';

function subscribe(changed: () => void) {
  addEventListener('online', changed);
  addEventListener('offline', changed);
  return () => {
    removeEventListener('online', changed);
    removeEventListener('offline', changed);
  };
}

export const useOnline = () => useSyncExternalStore(subscribe, () => navigator.onLine);
