/** What the officers of the body may do with an election, and of what is theirs to do, why it cannot be done yet. */
import { Link } from 'react-router';
import { useDeed } from '../api/useDeed';
import {
  CertifyElectionDocument,
  CloseElectionPollDocument,
  OpenElectionDocument,
} from '../generated/elections/officers';
import { useT } from '../i18n/useT';
import { Button } from '../ui/Button';
import { Outcome, useRefusalSentence } from '../ui/Refused';
import type { ElectionWhole } from './ElectionPage';

/** The deed that comes next from each state: of the others nobody needs to be told why they cannot be done. */
const next: Partial<Record<ElectionWhole['state'], string>> = {
  NOMINATIONS: 'openElection',
  VOTING: 'closePoll',
  CLOSED: 'certifyElection',
};

export function ElectionOfficers({ election }: { election: ElectionWhole }) {
  const t = useT();
  const say = useRefusalSentence();
  const open = useDeed(OpenElectionDocument, `openElection:${election.id}`, 'idempotencyKey');
  const close = useDeed(CloseElectionPollDocument, `closePoll:${election.id}`, 'idempotencyKey');
  const certify = useDeed(CertifyElectionDocument, `certifyElection:${election.id}`, 'idempotencyKey');
  const can = [...election.viewerCan, ...(election.poll?.viewerCan ?? [])];
  const may = (deed: string) => can.includes(deed);
  const waiting = election.viewerCannot.find(({ deed }) => deed === next[election.state]);
  if (!waiting && !['openElection', 'closePoll', 'certifyElection', 'recordPapers'].some(may)) return null;
  return (
    <section>
      <h2>{t('polls.officers')}</h2>
      <div className="stack">
        {waiting && <p className="quiet">{say(waiting.refusal)}</p>}
        {may('recordPapers') && (
          <p>
            <Link to={`/election/${election.id}/papers`}>{t('papers.title')}</Link>
          </p>
        )}
        {may('openElection') && (
          <div>
            <Button busy={open.busy} onPress={() => void open.run({ electionId: election.id })}>
              {t('election.open')}
            </Button>
          </div>
        )}
        {may('closePoll') && election.poll && (
          <div>
            <Button busy={close.busy} onPress={() => void close.run({ pollId: election.poll!.id })}>
              {t('polls.close')}
            </Button>
          </div>
        )}
        {may('certifyElection') && (
          <div>
            <Button busy={certify.busy} onPress={() => void certify.run({ electionId: election.id })}>
              {t('election.certify')}
            </Button>
          </div>
        )}
        {[open, close, certify].map((deed, index) => (
          <Outcome key={index} deed={deed} bodySlug={election.body.slug} />
        ))}
      </div>
    </section>
  );
}
