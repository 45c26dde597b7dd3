// Lines where words will be, so that nothing jumps when they come; after a moment it is also said.
import { useEffect, useState } from 'react';
import { useT } from '../i18n/useT';

const widths = ['92%', '78%', '85%', '60%', '88%', '72%'];

export function Skeleton({ lines = 4 }: { lines?: number }) {
  const t = useT();
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div>
      <div className="skeleton" aria-hidden="true">
        {Array.from({ length: lines }, (_, index) => (
          <span key={index} style={{ inlineSize: widths[index % widths.length] }} />
        ))}
      </div>
      <p role="status" className="small quiet">
        {slow ? t('state.loading') : ''}
      </p>
    </div>
  );
}

export function PageSkeleton() {
  return (
    <div className="page">
      <Skeleton lines={6} />
    </div>
  );
}
