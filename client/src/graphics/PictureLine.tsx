/** The line under a picture that says what the chosen tile is, with large buttons to step from one to the next. */
import { useT } from '../i18n/useT';

interface Props {
  onStep: (by: -1 | 1) => void;
  canStep: { before: boolean; after: boolean };
  /** What the buttons are called; left out, they lead from tile to tile. */
  names?: { before: string; after: string };
  children: React.ReactNode;
}

export function PictureLine({ onStep, canStep, names, children }: Props) {
  const t = useT();
  return (
    <div className="picture-line">
      <button
        type="button"
        className="step-button"
        aria-label={names?.before ?? t('result.tileBefore')}
        disabled={!canStep.before}
        onClick={() => onStep(-1)}
      >
        ‹
      </button>
      <div>{children}</div>
      <button
        type="button"
        className="step-button"
        aria-label={names?.after ?? t('result.tileAfter')}
        disabled={!canStep.after}
        onClick={() => onStep(1)}
      >
        ›
      </button>
    </div>
  );
}
