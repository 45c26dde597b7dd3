/** Entering one's own count of ballots on paper or of hands raised: whole numbers, checked against the roll. */
import { useState } from 'react';
import { useDeed } from '../api/useDeed';
import { RecordTellerCountDocument, type TellersHereFragment } from '../generated/polls/tellers';
import { useOptionName } from '../graphics/tileWords';
import { useT } from '../i18n/useT';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { Outcome } from '../ui/Refused';

export function TellerForm({ poll }: { poll: TellersHereFragment }) {
  const t = useT();
  const optionName = useOptionName();
  const own = poll.tellerCounts.find(({ mine }) => mine);
  const record = useDeed(RecordTellerCountDocument, `recordTellerCount:${poll.id}`, 'idempotencyKey');
  const [entitled, setEntitled] = useState(String(own?.entitled ?? poll.rollCount));
  const [counts, setCounts] = useState<Record<string, string>>(() =>
    Object.fromEntries(
      poll.options.map((option) => [option, String(own?.tally.find((each) => each.option === option)?.count ?? '')]),
    ),
  );
  const whole = (text: string) => (/^\d+$/.test(text.trim()) ? Number(text) : null);
  const numbers = poll.options.map((option) => [option, whole(counts[option] ?? '')] as const);
  const total = numbers.reduce((all, [, count]) => all + (count ?? 0), 0);
  const tooMany = whole(entitled) !== null && total > (whole(entitled) ?? 0);
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    if (tooMany || whole(entitled) === null || numbers.some(([, count]) => count === null)) return;
    void record.run({ pollId: poll.id, entitled: Number(entitled), tally: Object.fromEntries(numbers) });
  };
  return (
    <form className="stack" onSubmit={submit}>
      <div className="teller-fields">
        {poll.options.map((option) => (
          <Field
            key={option}
            label={optionName(option)}
            inputMode="numeric"
            pattern="[0-9]+"
            required
            value={counts[option] ?? ''}
            onChange={(event) => setCounts({ ...counts, [option]: event.target.value })}
          />
        ))}
        <Field
          label={t('polls.entitledCount')}
          inputMode="numeric"
          pattern="[0-9]+"
          required
          value={entitled}
          wrong={tooMany ? t('polls.tooManyCounted', { total, entitled: whole(entitled) }) : null}
          onChange={(event) => setEntitled(event.target.value)}
        />
      </div>
      <p>{t('polls.countedTotal', { total })}</p>
      <p>
        <Button type="submit" kind="primary" busy={record.busy}>
          {t(own ? 'polls.correctCount' : 'polls.recordCount')}
        </Button>
      </p>
      <Outcome deed={record} />
    </form>
  );
}
