// The public record: everything that was decided, each entry bound to all before it, for anybody to check.
import { useQuery } from '@apollo/client/react';
import { HistoryPageDocument, type HistoryPageQuery } from '../generated/history/history';
import { useT } from '../i18n/useT';
import { Empty } from '../ui/Empty';
import { Loaded } from '../ui/Loaded';
import { More } from '../ui/More';
import { Page } from '../ui/Page';
import { Facts } from '../ui/Facts';
import { Section } from '../ui/Section';
import { HowToVerify } from './HowToVerify';
import { Inclusion } from './Inclusion';
import { LeafTable } from './LeafTable';
import './history.css';

type Checkpoint = HistoryPageQuery['historyCheckpoint'];

function CheckpointSection({ checkpoint }: { checkpoint: Checkpoint }) {
  const t = useT();
  return (
    <Section title={t('history.checkpoint')}>
      <div className="stack-tight">
        <p>{t('history.checkpointText')}</p>
        <pre className="note" tabIndex={0} aria-label={t('history.checkpoint')}>
          {checkpoint.note}
        </pre>
        <p className="small quiet">{t('history.key')}</p>
        <pre className="note">{checkpoint.verifierKey}</pre>
      </div>
    </Section>
  );
}

export default function HistoryPage() {
  const t = useT();
  const read = useQuery(HistoryPageDocument, { variables: { first: 20 }, fetchPolicy: 'cache-and-network' });
  return (
    <Loaded read={read} pick={(data) => data}>
      {({ historyCheckpoint, history }) => (
        <Page
          title={t('nav.history')}
          standfirst={t('history.text')}
          facts={<Facts facts={[[t('history.size'), historyCheckpoint.size]]} />}
        >
          <Inclusion />
          <Section title={t('history.leaves')} count={historyCheckpoint.size}>
            {history.edges.length === 0 ? (
              <Empty>{t('history.empty')}</Empty>
            ) : (
              <LeafTable leaves={history.edges.map(({ node }) => node)} />
            )}
            <More page={history.pageInfo} fetch={(after) => read.fetchMore({ variables: { after } })} />
          </Section>
          <CheckpointSection checkpoint={historyCheckpoint} />
          <HowToVerify />
        </Page>
      )}
    </Loaded>
  );
}
