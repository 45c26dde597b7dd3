// The margin of a body's page: what it is, where, since when, and the ways to its other pages.
import { useIntl } from 'react-intl';
import { Link } from 'react-router';
import { useT } from '../i18n/useT';
import { Facts } from '../ui/Facts';
import { useCode } from '../ui/useCode';
import { When } from '../ui/When';
import type { Body } from './BodyPage';
import { BodyStates } from './BodyStates';

export function BodyFacts({ body }: { body: Body }) {
  const t = useT();
  const code = useCode();
  const intl = useIntl();
  const country = body.country && intl.formatDisplayName(body.country, { type: 'region', fallback: 'code' });
  const place = [body.locality, body.subdivision, country].filter(Boolean).join(', ');
  return (
    <Facts
      facts={[
        [code('bodyKind', body.kind), code('bodyState', body.state)],
        place !== '' && [t('body.place'), place],
        [t('body.formedOn'), <When key="formed" at={body.formedOn} />],
        body.kind !== 'LOCAL_GROUP' && body.atLargeCount > 0 && [t('body.atLarge'), body.atLargeCount],
        [
          t('body.pages'),
          <ul className="plain" key="pages">
            <li>
              <Link to={`/b/${body.slug}/decisions`}>{t('body.decisions')}</Link>
            </li>
            <li>
              <Link to={`/b/${body.slug}/rules`}>{t('body.rules')}</Link>
            </li>
            {body.kind === 'LOCAL_GROUP' && (
              <li>
                <Link to={`/b/${body.slug}/members`}>{t('body.people')}</Link>
              </li>
            )}
            <li>
              <Link to={`/b/${body.slug}/books`}>{t('body.books')}</Link>
            </li>
            <li>
              <Link to="/platform">{t('nav.platform')}</Link>
            </li>
          </ul>,
        ],
        body.states.length > 0 && [t('body.history'), <BodyStates key="states" states={body.states} />],
      ]}
    />
  );
}
