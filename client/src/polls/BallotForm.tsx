/** The ballot of a motion: one of its options, marked and cast. */
import type { PollHereFragment } from '../generated/polls/ballot';
import { useOptionName } from '../graphics/tileWords';
import { useT } from '../i18n/useT';
import { Casting } from './Casting';
import { Choices } from './Choices';

export function BallotForm({ poll, onOver }: { poll: PollHereFragment; onOver: () => void }) {
  const t = useT();
  const optionName = useOptionName();
  return (
    <Casting
      poll={poll}
      onOver={onOver}
      recordedAs={(choice) => t('polls.recordedAs', { choice: optionName(choice) })}
      unmarked={t('polls.markFirst')}
    >
      {(choice, choose) => (
        <Choices options={poll.options} choice={choice} name={`choice-${poll.id}`} onChoose={choose} />
      )}
    </Casting>
  );
}
