// Big plain numbers, each with what it is of.
import type { ReactNode } from 'react';
import { FormattedMessage, FormattedNumber } from 'react-intl';

export interface Figure {
  value: number;
  /** "of 61", where the number is a part of something. */
  of?: number | undefined;
  name: ReactNode;
}

export function Figures({ figures }: { figures: readonly Figure[] }) {
  return (
    <dl className="figure-line">
      {figures.map(({ value, of, name }, index) => (
        <div key={index}>
          <dt className="of">{name}</dt>
          <dd>
            <span className="big">
              <FormattedNumber value={value} />
              {of !== undefined && (
                <span className="part-of">
                  {' '}
                  <FormattedMessage id="figure.of" values={{ total: of }} />
                </span>
              )}
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
