// The section on decisions speaks of one kind of motion after another; here each kind has its sentences together.
import type { SentenceFacts } from '../i18n/word';

export interface RuleGroup<S> {
  /** The sentence that names the kind; null for sentences that stand for themselves. */
  head: S | null;
  sentences: S[];
}

const names = new Set(['decisions.kind', 'decisions.kindFrom']);

export function ruleGroups<S extends Pick<SentenceFacts, 'key'>>(sentences: readonly S[]): RuleGroup<S>[] {
  const groups: RuleGroup<S>[] = [];
  for (const sentence of sentences) {
    const last = groups.at(-1);
    if (names.has(sentence.key)) groups.push({ head: sentence, sentences: [] });
    else if (last) last.sentences.push(sentence);
    else groups.push({ head: null, sentences: [sentence] });
  }
  return groups;
}
