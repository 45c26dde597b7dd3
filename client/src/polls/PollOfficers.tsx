/** What the officers of the body may do with the poll: close it when its time is over, certify, enter a count. */
import { Link } from 'react-router';
import { useDeed } from '../api/useDeed';
import { CertifyResultDocument, ClosePollDocument } from '../generated/polls/poll';
import { useT } from '../i18n/useT';
import { Button } from '../ui/Button';
import { Outcome } from '../ui/Refused';
import type { PollWhole } from './PollPage';

export function PollOfficers({ poll }: { poll: PollWhole }) {
  const t = useT();
  const close = useDeed(ClosePollDocument, `closePoll:${poll.id}`, 'idempotencyKey');
  const certify = useDeed(CertifyResultDocument, `certifyResult:${poll.id}`, 'idempotencyKey');
  const may = (deed: string) => poll.viewerCan.includes(deed);
  if (!['closePoll', 'certifyResult', 'recordTellerCount'].some(may)) return null;
  return (
    <section>
      <h2>{t('polls.officers')}</h2>
      <div className="stack">
        {may('recordTellerCount') && (
          <p>
            <Link to={`/poll/${poll.id}/tellers`}>{t('polls.enterCount')}</Link>
          </p>
        )}
        {may('closePoll') && (
          <div>
            <Button busy={close.busy} onPress={() => void close.run({ pollId: poll.id })}>
              {t('polls.close')}
            </Button>
            <Outcome deed={close} />
          </div>
        )}
        {may('certifyResult') && (
          <div>
            <Button busy={certify.busy} onPress={() => void certify.run({ pollId: poll.id })}>
              {t('polls.certify')}
            </Button>
            <Outcome deed={certify} />
          </div>
        )}
      </div>
    </section>
  );
}
