// A part of a page under a ruled heading, with its count at the end of the line where it has one.
import type { ReactNode } from 'react';

export function Section({
  title,
  count,
  id,
  children,
}: {
  title: ReactNode;
  count?: ReactNode;
  id?: string;
  children: ReactNode;
}) {
  return (
    <section id={id}>
      <h2>
        <span>{title}</span>
        {count !== undefined && <span className="count">{count}</span>}
      </h2>
      {children}
    </section>
  );
}
