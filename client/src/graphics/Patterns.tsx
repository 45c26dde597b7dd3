/** The fills of the pictures: each option its colour and its own pattern, so that a black-and-white print tells them apart. */
import { useId } from 'react';
import './graphics.css';

const line = (d: string, width: number) => <path d={d} fill="none" stroke="currentColor" strokeWidth={width} />;

/** Drawn on a 6 × 6 tile; `ground` fills it first with the option's own colour, strong, faint or not at all. */
const drawings: Record<string, { ground: 'full' | 'faint' | 'none'; marks: React.ReactNode }> = {
  for: { ground: 'full', marks: <path d="M-1 1l2-2M-1 7l8-8M5 7l2-2" className="pattern-cut" /> },
  against: { ground: 'faint', marks: line('M0 1.5h6M0 4.5h6', 1.7) },
  abstain: { ground: 'none', marks: <path d="M1.5 1.5h0M4.5 4.5h0" className="pattern-dots" stroke="currentColor" /> },
  one: { ground: 'full', marks: null },
  two: { ground: 'none', marks: line('M1.5 0v6M4.5 0v6', 1.4) },
  three: { ground: 'faint', marks: line('M-1 5l2 2M-1-1l8 8M5-1l2 2', 1.5) },
  four: { ground: 'none', marks: line('M0 3h6M3 0v6', 1.2) },
  five: { ground: 'full', marks: <path d="M0 1.5h6M0 4.5h6" className="pattern-cut" /> },
  six: { ground: 'faint', marks: line('M0 0l6 6M6 0l-6 6', 1) },
  unknown: { ground: 'none', marks: line('M-1 1l2-2M-1 7l8-8M5 7l2-2', 0.8) },
};

/** Ids are per picture: a fill must not point into another drawing that may be hidden. */
export function usePatterns() {
  const id = useId().replaceAll(/[^\w-]/g, '');
  return { fill: (look: string) => `url(#${id}-${look})`, defs: <PatternDefs id={id} /> };
}

function PatternDefs({ id }: { id: string }) {
  return (
    <defs>
      {Object.entries(drawings).map(([look, { ground, marks }]) => (
        <pattern
          key={look}
          id={`${id}-${look}`}
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          className={`look-${look}`}
        >
          <rect width="6" height="6" className="pattern-paper" />
          {ground !== 'none' && <rect width="6" height="6" className={`pattern-${ground}`} />}
          {marks}
        </pattern>
      ))}
    </defs>
  );
}
