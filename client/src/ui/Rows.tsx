// A list set in ruled lines; a row that leads somewhere is one large target.
import type { ReactNode } from 'react';
import { Link } from 'react-router';

export function Rows({ children }: { children: ReactNode }) {
  return <ul className="rows">{children}</ul>;
}

export interface RowProps {
  title: ReactNode;
  end?: ReactNode;
  note?: ReactNode;
  to?: string | undefined;
}

export function Row({ title, end, note, to }: RowProps) {
  const inside = (
    <>
      <span className="row-title">{title}</span>
      {end !== undefined && <span className="row-end">{end}</span>}
      {note && <span className="row-note">{note}</span>}
    </>
  );
  return (
    <li>
      {to ? (
        <Link className="row" to={to}>
          {inside}
        </Link>
      ) : (
        <div className="row">{inside}</div>
      )}
    </li>
  );
}
