// The margin of the platform: since when, by which motion, who has accepted, and the other versions.
import { Link } from 'react-router';
import type { PlatformFactsFragment } from '../generated/platform/platform';
import { useT } from '../i18n/useT';
import { Deadline } from '../ui/Deadline';
import { Facts } from '../ui/Facts';
import { When } from '../ui/When';

export function PlatformFacts({
  platform,
  from,
  owed,
}: {
  platform: PlatformFactsFragment;
  from: number | null;
  owed: boolean;
}) {
  const t = useT();
  const here = `/platform/${platform.number}`;
  const earlier = platform.versions.filter((version) => version < platform.number);
  const { proposal } = platform;
  return (
    <Facts
      facts={[
        [t('platform.since'), <When key="since" at={platform.inForceFrom} />],
        proposal && [
          t('platform.by'),
          <Link key="by" to={`/m/${proposal.body.slug}/${proposal.number}`}>
            {proposal.title}
          </Link>,
        ],
        [t('platform.acceptedBy'), t('body.memberCount', { count: platform.acceptedCount })],
        platform.viewerAcceptedAt !== null && [
          t('platform.you'),
          <When key="you" at={platform.viewerAcceptedAt} withTime />,
        ],
        owed && [
          t('platform.you'),
          <span className="due" key="owed">
            <a href="#accept">{t('platform.notYet')}</a>
            {platform.reacceptBy && (
              <>
                {' '}
                {t('platform.reacceptBy')} <Deadline at={platform.reacceptBy} />
              </>
            )}
          </span>,
        ],
        earlier.length > 0 && [
          t('platform.compare'),
          <ul className="plain" key="compare">
            {from !== null && (
              <li>
                <Link to={here}>{t('platform.wholeText')}</Link>
              </li>
            )}
            {earlier.map((version) => (
              <li key={version}>
                {version === from ? (
                  t('platform.sinceVersion', { version })
                ) : (
                  <Link to={`${here}?since=${version}`}>{t('platform.sinceVersion', { version })}</Link>
                )}
              </li>
            ))}
          </ul>,
        ],
        platform.versions.length > 1 && [
          t('platform.versions'),
          <ul className="links" key="versions">
            {platform.versions.map((version) => (
              <li key={version}>
                {version === platform.number ? (
                  <strong>{version}</strong>
                ) : (
                  <Link to={`/platform/${version}`}>{version}</Link>
                )}
              </li>
            ))}
          </ul>,
        ],
      ]}
    />
  );
}
