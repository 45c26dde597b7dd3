// A sentence that came as data (`key`, `values`, and the server's English `text`), worded for the reader.
import { useIntl } from 'react-intl';
import { wordSentence, type SentenceFacts } from '../i18n/word';

export type { SentenceFacts };

/** @param cited false where a link to the rule stands beside it */
export function Sentence({ of, cited = true }: { of: SentenceFacts; cited?: boolean }) {
  return <>{wordSentence(useIntl(), of, cited)}</>;
}

export function Sentences({ of }: { of: readonly SentenceFacts[] }) {
  return (
    <ul className="plain stack-tight">
      {of.map((each, index) => (
        <li key={index}>
          <Sentence of={each} />
        </li>
      ))}
    </ul>
  );
}
