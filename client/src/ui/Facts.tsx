// The margin column: short facts, each under its name.
import type { ReactNode } from 'react';

export type Fact = readonly [name: ReactNode, value: ReactNode] | null | false | undefined;

export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="facts">
      {facts
        .filter((fact): fact is readonly [ReactNode, ReactNode] => Boolean(fact))
        .map(([name, value], index) => (
          <div key={index}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
