/** The reader's own candidacy: answered, changed, declined or withdrawn by nobody but themselves. */
import { useDeed } from '../api/useDeed';
import {
  DeclineNominationDocument,
  WithdrawCandidateDocument,
  WithdrawNominationDocument,
  type CandidateHereFragment,
} from '../generated/elections/election';
import { useT } from '../i18n/useT';
import { Button } from '../ui/Button';
import { Outcome } from '../ui/Refused';
import type { ElectionWhole } from './ElectionPage';
import { StandForm } from './StandForm';

interface Props {
  own: CandidateHereFragment;
  election: ElectionWhole;
}

export function OwnCandidacy({ own, election }: Props) {
  const t = useT();
  const decline = useDeed(DeclineNominationDocument, `declineNomination:${own.id}`, 'idempotencyKey');
  const withdraw = useDeed(WithdrawNominationDocument, `withdrawNomination:${own.id}`, 'idempotencyKey');
  const leave = useDeed(WithdrawCandidateDocument, `withdrawCandidate:${own.id}`, 'idempotencyKey');
  const may = (deed: string) => own.viewerCan.includes(deed);
  const input = { candidateId: own.id };
  return (
    <div className="stack">
      <p className="told" role="status">
        <strong>{t(`election.own.${own.state}`)}</strong>{' '}
        {own.state === 'PROPOSED' && may('acceptNomination') && t('election.yourAnswer')}
      </p>
      {may('acceptNomination') && (
        <details open={own.state === 'PROPOSED'}>
          <summary>{t(own.state === 'STANDING' ? 'election.changeStatement' : 'election.accept')}</summary>
          <StandForm election={election} own={own} />
        </details>
      )}
      <div className="button-line">
        {may('declineNomination') && (
          <Button busy={decline.busy} onPress={() => void decline.run(input)}>
            {t('election.decline')}
          </Button>
        )}
        {may('withdrawNomination') && (
          <Button busy={withdraw.busy} onPress={() => void withdraw.run(input)}>
            {t('election.withdraw')}
          </Button>
        )}
        {may('withdrawCandidate') && (
          <Button busy={leave.busy} onPress={() => void leave.run(input)}>
            {t('election.withdraw')}
          </Button>
        )}
      </div>
      {may('withdrawCandidate') && <p className="small quiet">{t('election.withdrawLate')}</p>}
      {[decline, withdraw, leave].map((deed, index) => (
        <Outcome key={index} deed={deed} />
      ))}
    </div>
  );
}
