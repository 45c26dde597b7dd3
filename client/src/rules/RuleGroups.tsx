// The sentences of a section, each kind of motion under its own line.
import type { SentenceFacts } from '../i18n/word';
import { Sentence, Sentences } from '../ui/Sentence';
import type { RuleGroup } from './ruleGroups';

export function RuleGroups({ groups }: { groups: readonly RuleGroup<SentenceFacts>[] }) {
  return groups.map((group, index) => (
    <div key={index} className="rule-group">
      {group.head && (
        <p className="rule-kind">
          <Sentence of={group.head} />
        </p>
      )}
      <Sentences of={group.sentences} />
    </div>
  ));
}
