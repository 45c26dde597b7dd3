/** A count told to somebody who has never seen one: what a stage moved and why, and who came in or went out by it. */
import {
  openingSentences,
  outcomeSentences,
  stageSentences,
  type Count,
  type Sentence,
} from '../../../../server/counting/elections';
import { useT } from '../../i18n/useT';
import { shortName } from './candidates';
import { useCountSentence } from './useCountSentence';

interface Props {
  count: Count;
  names: readonly string[];
}

export function StageTold({ count, names, stage: number }: Props & { stage: number }) {
  const say = useCountSentence();
  const stage = count.stages[number - 1];
  if (!stage) return null;
  const opening = number === 1 ? openingSentences(count) : [];
  const sentences = [...opening, ...stageSentences(count, stage, names.map(shortName))];
  return <p aria-live="polite">{sentences.map(say).join(' ')}</p>;
}

/** The whole of it, from the papers to the outcome. */
export function CountTold({ count, names }: Props) {
  const t = useT();
  const say = useCountSentence();
  const short = names.map(shortName);
  const together = (sentences: readonly Sentence[]) => sentences.map(say).join(' ');
  return (
    <ol className="plain stack-tight count-told">
      <li>{together(openingSentences(count))}</li>
      {count.stages.map((stage) => (
        <li key={stage.number}>
          <strong>{t('count.stage', { stage: stage.number })}:</strong> {together(stageSentences(count, stage, short))}
        </li>
      ))}
      {outcomeSentences(count, short).map((sentence, index) => (
        <li key={index}>{say(sentence)}</li>
      ))}
    </ol>
  );
}
