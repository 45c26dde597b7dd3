// One page of the paper: its title, what stands over and under it, the reading column, and facts in the margin.
import { useEffect, type ReactNode } from 'react';

export interface PageProps {
  title: string;
  /** Shown instead of the plain title, for example with a figure in it. */
  heading?: ReactNode;
  /** The line over the title: where this belongs. */
  kicker?: ReactNode;
  standfirst?: ReactNode;
  /** The margin column on a desk, below the text on a phone. */
  facts?: ReactNode;
  /** Text and lists only, no margin: kept to the width of a column. */
  narrow?: boolean;
  children?: ReactNode;
}

export function Page({ title, heading, kicker, standfirst, facts, narrow = false, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Mandate`;
  }, [title]);
  return (
    <article className={narrow ? 'page narrow' : 'page'}>
      <header className="page-head">
        {kicker && <span className="kicker">{kicker}</span>}
        <h1>{heading ?? title}</h1>
        {standfirst && <p className="standfirst">{standfirst}</p>}
      </header>
      {facts ? (
        <div className="page-columns">
          <div className="page-body">{children}</div>
          <aside className="page-margin">{facts}</aside>
        </div>
      ) : (
        <div className="page-body">{children}</div>
      )}
    </article>
  );
}
