/** Two texts in one: what goes is struck out, what comes is underlined; marked as such for a screen reader too. */
import { useT } from '../i18n/useT';
import { wordDifference } from './words';

export function Pieces({ before, after }: { before: string; after: string }) {
  const t = useT();
  return (
    <>
      {wordDifference(before, after).map(({ piece, text }, index) =>
        piece === 'same' ? (
          <span key={index}>{text}</span>
        ) : piece === 'out' ? (
          <del key={index}>
            <span className="visually-hidden">{t('proposals.takenOut')} </span>
            {text}
          </del>
        ) : (
          <ins key={index}>
            <span className="visually-hidden">{t('proposals.putIn')} </span>
            {text}
          </ins>
        ),
      )}
    </>
  );
}
