/** Where a motion comes from and where it went: the body below that carried it, with its tally, and the body above. */
import { Link } from 'react-router';
import type { ProposalHereFragment, ProposalLinkFragment } from '../generated/proposals/proposal';
import { useT } from '../i18n/useT';
import { CountsLine } from '../polls/CountsLine';

export function Provenance({ motion }: { motion: ProposalHereFragment }) {
  const t = useT();
  const { referredFrom, climbedTo, moverBody, authorBody, authorName } = motion;
  return (
    <div className="provenance stack-tight">
      <p>
        {moverBody
          ? t('proposals.movedByBody', { body: moverBody.name })
          : authorName
            ? t('proposals.movedByPerson', { name: authorName, body: authorBody?.name ?? '' })
            : t('proposals.movedByMember', { body: authorBody?.name ?? '' })}
      </p>
      {referredFrom && <Linked motion={referredFrom} words={t('proposals.camefrom')} />}
      {climbedTo.map((above) => (
        <Linked key={above.id} motion={above} words={t('proposals.wentTo')} />
      ))}
    </div>
  );
}

function Linked({ motion, words }: { motion: ProposalLinkFragment; words: string }) {
  const t = useT();
  const { result } = motion;
  const binding = result?.lenses.find(({ binds }) => binds);
  return (
    <p>
      {words}{' '}
      <Link to={`/m/${motion.body.slug}/${motion.number ?? ''}`}>
        {t('polls.motionOf', { body: motion.body.name, number: motion.number ?? 0 })}
      </Link>
      {': '}
      {t(`proposalState.${motion.state}`)}
      {binding && result && (
        <>
          {', '}
          <CountsLine counts={binding.totals} options={['FOR', 'AGAINST', 'ABSTAIN']} /> (
          {t('proposals.tookPart', { ballots: result.ballots, electors: result.electors })}){' '}
          <Link to={`/poll/${result.poll.id}/result`}>{t('polls.seeResult')}</Link>
        </>
      )}
    </p>
  );
}
