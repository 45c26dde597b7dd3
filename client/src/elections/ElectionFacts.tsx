/** The margin of an election: places, term, who may vote and how many have, and the rule in sentences. */
import { Link } from 'react-router';
import type { ElectionHereFragment } from '../generated/elections/election';
import { useT } from '../i18n/useT';
import { Facts } from '../ui/Facts';
import { Sentences } from '../ui/Sentence';
import { When } from '../ui/When';
import { Why } from '../ui/Why';

export function ElectionFacts({ election }: { election: ElectionHereFragment }) {
  const t = useT();
  const { poll } = election;
  return (
    <Facts
      facts={[
        [t('election.places'), election.seats],
        election.takesOfficeOn !== null && [
          t('election.term'),
          <>
            {t('election.from')} <When at={election.takesOfficeOn} />
            {election.termMonths !== null && `, ${t('election.months', { months: election.termMonths })}`}
          </>,
        ],
        poll && [
          t('polls.took'),
          <Link to={`/poll/${poll.id}/facts`}>
            {t('polls.tookOf', { ballots: poll.ballotCount, roll: election.rollCount })}
          </Link>,
        ],
        poll?.quorumNeeded != null && [t('polls.quorum'), t('polls.quorumNeeded', { needed: poll.quorumNeeded })],
        election.papersHanded > 0 && [
          t('election.papers'),
          t('election.papersOf', { agreed: election.papersAgreed, handed: election.papersHanded }),
        ],
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
        election.lotCommitment !== null && [
          t('election.lotDrawn'),
          <code className="digest">{election.lotCommitment}</code>,
        ],
      ]}
    />
  );
}
