/** Ballots that rank nobody: approve of some, choose one, give scores, or say what one thinks of each proposal. */
import { useId } from 'react';
import { HIGHEST_SCORE } from '../../../server/counting/elections/marks';
import { useT } from '../i18n/useT';
import type { OnPaper } from './paper';

interface Props<Marks> {
  candidates: readonly OnPaper[];
  marks: Marks;
  onChange: (marks: Marks) => void;
}

export function ApprovalMarks({ candidates, marks, onChange }: Props<readonly number[]>) {
  const t = useT();
  const turn = (number: number, on: boolean) =>
    onChange(on ? [...marks, number] : marks.filter((each) => each !== number));
  return (
    <fieldset className="choices">
      <legend>{t('marking.approval')}</legend>
      {candidates.map(({ number, name, note, withdrawn }) => (
        <label key={number} className="choice">
          <input
            type="checkbox"
            disabled={withdrawn}
            checked={marks.includes(number)}
            onChange={(event) => turn(number, event.target.checked)}
          />
          <Words {...{ name, note, withdrawn }} />
        </label>
      ))}
    </fieldset>
  );
}

export function PluralityMarks({ candidates, marks, onChange }: Props<number | null>) {
  const t = useT();
  return (
    <fieldset className="choices">
      <legend>{t('marking.plurality')}</legend>
      {candidates.map(({ number, name, note, withdrawn }) => (
        <label key={number} className="choice">
          <input
            type="radio"
            name="plurality"
            disabled={withdrawn}
            checked={marks === number}
            onChange={() => onChange(number)}
          />
          <Words {...{ name, note, withdrawn }} />
        </label>
      ))}
    </fieldset>
  );
}

export function ScoreMarks({ candidates, marks, onChange }: Props<ReadonlyMap<number, string>>) {
  const t = useT();
  const scores = Array.from({ length: HIGHEST_SCORE + 1 }, (_, score) => String(score));
  return (
    <>
      <p>{t('marking.score', { highest: HIGHEST_SCORE })}</p>
      <Each {...{ candidates, marks, onChange }} answers={scores.map((score) => ({ mark: score, word: score }))} />
    </>
  );
}

export function ConsentMarks({ candidates, marks, onChange }: Props<ReadonlyMap<number, string>>) {
  const t = useT();
  const answers = [
    { mark: 'A', word: t('marking.agree') },
    { mark: 'S', word: t('marking.standAside') },
    { mark: 'B', word: t('marking.block') },
  ];
  return (
    <>
      <p>{t('marking.consent')}</p>
      <Each {...{ candidates, marks, onChange, answers }} />
    </>
  );
}

interface EachProps extends Props<ReadonlyMap<number, string>> {
  answers: readonly { mark: string; word: string }[];
}

/** One answer for each of those on the paper, as a row of large words of which one is chosen. */
function Each({ candidates, marks, onChange, answers }: EachProps) {
  const group = useId();
  return candidates.map(({ number, name, note, withdrawn }) => (
    <fieldset key={number} className="each-marks" disabled={withdrawn}>
      <legend>
        <Words {...{ name, note, withdrawn }} />
      </legend>
      <div className="lens-switch">
        {answers.map(({ mark, word }) => (
          <label key={mark}>
            <input
              type="radio"
              name={`${group}-${number}`}
              checked={marks.get(number) === mark}
              onChange={() => onChange(new Map(marks).set(number, mark))}
            />
            <span>{word}</span>
          </label>
        ))}
      </div>
    </fieldset>
  ));
}

function Words({ name, note, withdrawn }: Pick<OnPaper, 'name' | 'note' | 'withdrawn'>) {
  const t = useT();
  return (
    <span className="marked-name">
      <span className="choice-name">{name}</span>
      {(note || withdrawn) && <span className="small quiet add-note">{withdrawn ? t('marking.withdrawn') : note}</span>}
    </span>
  );
}
