/** The one thing to do with a motion now: second it, go and vote, or read the result. */
import { useDeed } from '../api/useDeed';
import { SecondProposalDocument } from '../generated/proposals/deeds';
import type { ProposalHereFragment } from '../generated/proposals/proposal';
import { useT } from '../i18n/useT';
import { PrimaryAction } from '../ui/PrimaryAction';
import { PrimaryLink } from '../ui/PrimaryLink';
import { Outcome } from '../ui/Refused';

export function MainAction({ motion }: { motion: ProposalHereFragment }) {
  const t = useT();
  const second = useDeed(SecondProposalDocument, `secondProposal:${motion.id}`, 'idempotencyKey');
  const poll = motion.poll;
  if (motion.viewerCan.includes('secondProposal'))
    return (
      <>
        <PrimaryAction
          busy={second.busy}
          onPress={() => void second.run({ proposalId: motion.id })}
          note={t('proposals.secondsSoFar', { count: motion.secondCount, needed: motion.secondsNeeded })}
        >
          {t('proposals.second')}
        </PrimaryAction>
        <Outcome deed={second} />
      </>
    );
  return (
    <>
      {motion.viewerSeconded && <p className="told">{t('proposals.youSeconded')}</p>}
      {poll?.state === 'OPEN' && (
        <PrimaryLink to={`/poll/${poll.viewerPoll?.id ?? poll.id}`}>{t('proposals.toBallot')}</PrimaryLink>
      )}
      {poll?.state === 'CERTIFIED' && <PrimaryLink to={`/poll/${poll.id}/result`}>{t('polls.seeResult')}</PrimaryLink>}
    </>
  );
}
