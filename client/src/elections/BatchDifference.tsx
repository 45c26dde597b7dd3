/** Two readings of one batch side by side: only the papers that have no counterpart in the other. */
import { useT } from '../i18n/useT';
import type { Batch } from './PapersPage';

export function BatchDifference({ batch }: { batch: Batch }) {
  const t = useT();
  if (batch.readings.length < 2) return null;
  return (
    <div className="batch-difference">
      <h3>{t('polls.difference')}</h3>
      <p>{t('papers.differenceWords')}</p>
      <div className="two-readings">
        {batch.readings.map(({ mine, at, unlike, lines }) => (
          <table key={at} className="compare">
            <caption>{t(mine ? 'papers.yours' : 'papers.theirs', { papers: lines.length })}</caption>
            <thead>
              <tr>
                <th scope="col">{t('papers.place')}</th>
                <th scope="col">{t('papers.reads')}</th>
              </tr>
            </thead>
            <tbody>
              {unlike.map(({ line, marks }) => (
                <tr key={line} className="differs">
                  <td className="num">{line}</td>
                  <td>
                    <code>{marks}</code>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
    </div>
  );
}
