// Nothing here yet: what will be here, and the first step.
import type { ReactNode } from 'react';

export function Empty({ children, step }: { children: ReactNode; step?: ReactNode }) {
  return (
    <div className="stack-tight">
      <p className="quiet">{children}</p>
      {step && <p>{step}</p>}
    </div>
  );
}
