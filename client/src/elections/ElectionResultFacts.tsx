/** The margin of a result: when it was certified, under which rule, the lot, and the digest of the published file. */
import { Link } from 'react-router';
import { useT } from '../i18n/useT';
import { Facts } from '../ui/Facts';
import { Sentences } from '../ui/Sentence';
import { When } from '../ui/When';
import { Why } from '../ui/Why';
import type { ElectionOutcome, ElectionWithResult } from './ElectionResultPage';

export function ElectionResultFacts({ election, result }: { election: ElectionWithResult; result: ElectionOutcome }) {
  const t = useT();
  return (
    <Facts
      facts={[
        [t('result.certified'), <When at={result.certifiedAt} withTime />],
        [t('result.kind'), t(election.secret ? 'result.secretPoll' : 'result.openPoll')],
        [t('election.whole'), <Link to={`/election/${election.id}`}>{t('election.toElection')}</Link>],
        [
          t('polls.ruleHead'),
          <>
            <Sentences of={election.rule} />
            <Why
              bodySlug={election.ruleBookBody.slug}
              bodyName={election.ruleBookBody.name}
              version={election.ruleBookVersion}
              section="elections"
            />
          </>,
        ],
        [t('result.fileDigest'), <code className="digest">{result.fileHash}</code>],
        result.lotSeed !== null && [t('election.lotSeed'), <code className="digest">{result.lotSeed}</code>],
        election.lotCommitment !== null && [
          t('election.lotDrawn'),
          <code className="digest">{election.lotCommitment}</code>,
        ],
      ]}
    />
  );
}
