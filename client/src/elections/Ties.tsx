/** Where candidates were equal, and what decided: an earlier stage, or the lot drawn before the first ballot. */
import { outcomeSentences, stageSentences, type Count, type Sentence } from '../../../server/counting/elections';
import { shortName } from '../graphics/elections/candidates';
import { useCountSentence } from '../graphics/elections/useCountSentence';
import { useT } from '../i18n/useT';

interface Props {
  count: Count;
  names: readonly string[];
  /** The seed of the lot, as it was revealed. */
  seed: string | null;
}

const isTie = ({ key }: Sentence) => key.startsWith('tie.');

export function Ties({ count, names, seed }: Props) {
  const t = useT();
  const say = useCountSentence();
  const short = names.map(shortName);
  const told = [
    ...count.stages.map((stage) => ({ stage: stage.number, ties: stageSentences(count, stage, short).filter(isTie) })),
    { stage: null, ties: outcomeSentences(count, short).filter(isTie) },
  ];
  return (
    <section>
      <h2>{t('election.ties')}</h2>
      <ul className="plain stack-tight">
        {told.flatMap(({ stage, ties }) =>
          ties.map((tie, index) => (
            <li key={`${stage} ${index}`}>
              {stage !== null && <strong>{t('count.stage', { stage })}: </strong>}
              {say(tie)}
            </li>
          )),
        )}
      </ul>
      {seed !== null && count.ties.some(({ decidedBy }) => decidedBy === 'LOT') && (
        <p className="small quiet">
          {t('election.lotSeed')} <code className="digest">{seed}</code>
        </p>
      )}
    </section>
  );
}
