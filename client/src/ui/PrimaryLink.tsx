// The one red thing of a page, where it leads somewhere instead of doing something.
import type { ReactNode } from 'react';
import { Link } from 'react-router';

export function PrimaryLink({ to, note, children }: { to: string; note?: ReactNode; children: ReactNode }) {
  return (
    <div className="primary-bar">
      {note && <p className="primary-note">{note}</p>}
      <Link to={to} className="button primary">
        {children}
      </Link>
    </div>
  );
}
