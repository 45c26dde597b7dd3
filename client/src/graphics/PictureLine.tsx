/** The line under a picture that says what the chosen tile is, with large buttons to step from one to the next. */
import { useIntl } from 'react-intl';

interface Props {
  onStep: (by: -1 | 1) => void;
  canStep: { before: boolean; after: boolean };
  children: React.ReactNode;
}

export function PictureLine({ onStep, canStep, children }: Props) {
  const { formatMessage } = useIntl();
  return (
    <div className="picture-line">
      <button
        type="button"
        className="step-button"
        aria-label={formatMessage({ id: 'result.tileBefore' })}
        disabled={!canStep.before}
        onClick={() => onStep(-1)}
      >
        ‹
      </button>
      <div>{children}</div>
      <button
        type="button"
        className="step-button"
        aria-label={formatMessage({ id: 'result.tileAfter' })}
        disabled={!canStep.after}
        onClick={() => onStep(1)}
      >
        ›
      </button>
    </div>
  );
}
