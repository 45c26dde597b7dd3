// The clauses of a version in their order, under the kind they are of; each can be pointed at by its key.
import { Fragment } from 'react';
import type { PlatformFactsFragment } from '../generated/platform/platform';
import { useCode } from '../ui/useCode';

type Clause = PlatformFactsFragment['clauses'][number];

export function ClauseList({ clauses }: { clauses: readonly Clause[] }) {
  const code = useCode();
  const ordered = [...clauses].sort((a, b) => a.position - b.position);
  return (
    <div className="clauses">
      {ordered.map((clause, index) => (
        <Fragment key={clause.key}>
          {clause.kind !== ordered[index - 1]?.kind && (
            <h2 className="ruled-head">{code('clauseKind', clause.kind)}</h2>
          )}
          <section id={clause.key} className="clause">
            <h3>
              <span className="clause-number">{index + 1}</span> {clause.heading}
            </h3>
            <p className="plain-text">{clause.text}</p>
          </section>
        </Fragment>
      ))}
    </div>
  );
}
