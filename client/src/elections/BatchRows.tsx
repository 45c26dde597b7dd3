/** The batches so far, each with what is still to be done about it, and the way to the next. */
import { useT } from '../i18n/useT';
import { Button } from '../ui/Button';
import { ownReading, type Batch } from './PapersPage';

interface Props {
  batches: readonly Batch[];
  number: number;
  next: number;
  onChoose: (number: number) => void;
}

export function BatchRows({ batches, number, next, onChoose }: Props) {
  const t = useT();
  const state = (batch: Batch) =>
    t(
      batch.agreed
        ? 'papers.stateAgreed'
        : !ownReading(batch)
          ? 'papers.stateUnread'
          : batch.readings.length > 1
            ? 'papers.stateDiffers'
            : 'papers.stateWaits',
    );
  return (
    <>
      <ul className="rows">
        {batches.map((batch) => (
          <li key={batch.number}>
            <button
              type="button"
              className="row row-button"
              aria-current={batch.number === number}
              onClick={() => onChoose(batch.number)}
            >
              <span className="row-title">
                {t('papers.batch', { number: batch.number })} ·{' '}
                {t('papers.count', { papers: ownReading(batch)?.lines.length ?? batch.readings[0]!.lines.length })}
              </span>
              <span className="row-end">{state(batch)}</span>
            </button>
          </li>
        ))}
      </ul>
      {number !== next && (
        <p className="after-told">
          <Button onPress={() => onChoose(next)}>{t('papers.nextBatch', { number: next })}</Button>
        </p>
      )}
    </>
  );
}
