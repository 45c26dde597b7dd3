// What everybody here has agreed to: a version's clauses, what it changed, and one's own yes.
import { useQuery } from '@apollo/client/react';
import { useParams, useSearchParams } from 'react-router';
import { PlatformPageDocument, type PlatformFactsFragment } from '../generated/platform/platform';
import { useT } from '../i18n/useT';
import { useViewer } from '../session/useViewer';
import { Loaded } from '../ui/Loaded';
import { NotFound } from '../ui/NotFound';
import { Page } from '../ui/Page';
import { Empty } from '../ui/Empty';
import { useHashTarget } from '../ui/useHashTarget';
import { AcceptPlatform } from './AcceptPlatform';
import { ClauseChanges } from './ClauseChanges';
import { ClauseList } from './ClauseList';
import { PlatformFacts } from './PlatformFacts';
import './platform.css';

function PlatformSheet({ platform }: { platform: PlatformFactsFragment }) {
  const t = useT();
  const { viewer } = useViewer();
  const [search] = useSearchParams();
  const from = Number(search.get('since')) || null;
  useHashTarget(true);
  const owed = platform.inForce && viewer?.membership != null && platform.viewerAcceptedAt === null;
  return (
    <Page
      title={t('platform.title', { version: platform.number })}
      kicker={t(platform.inForce ? 'platform.inForce' : 'platform.notInForce')}
      standfirst={t('platform.text')}
      facts={<PlatformFacts platform={platform} from={from} owed={owed} />}
    >
      {from === null ? (
        <ClauseList clauses={platform.clauses} />
      ) : (
        <ClauseChanges version={platform.number} from={from} />
      )}
      {owed && <AcceptPlatform platform={platform} />}
    </Page>
  );
}

export default function PlatformPage() {
  const t = useT();
  const { version } = useParams();
  const number = version === undefined ? null : Number(version);
  const valid = number === null || Number.isInteger(number);
  const read = useQuery(PlatformPageDocument, {
    variables: { version: number },
    skip: !valid,
    fetchPolicy: 'cache-and-network',
  });
  if (!valid) return <NotFound />;
  return (
    <Loaded read={read} pick={(data) => data}>
      {({ platform }) => {
        if (platform) return <PlatformSheet platform={platform} />;
        return number === null ? (
          <Page title={t('nav.platform')}>
            <Empty>{t('platform.none')}</Empty>
          </Page>
        ) : (
          <NotFound />
        );
      }}
    </Loaded>
  );
}
