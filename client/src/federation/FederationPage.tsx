/** The whole federation: a list one can search, the picture by members, and the map; all lead to the same pages. */
import { useQuery } from '@apollo/client/react';
import { lazy, Suspense, useState } from 'react';
import { useIntl } from 'react-intl';
import { TreeDocument, type TreeQuery } from '../generated/federation/federation';
import { FederationPicture } from '../graphics/FederationPicture';
import { useT } from '../i18n/useT';
import { Field } from '../ui/Field';
import { Loaded } from '../ui/Loaded';
import { Page } from '../ui/Page';
import { Skeleton } from '../ui/Skeleton';
import { found } from './search';
import { TreeList } from './TreeList';
import './federation.css';

const FederationMap = lazy(() => import('../graphics/FederationMap'));

export type TreeBody = TreeQuery['tree'][number];

export default function FederationPage() {
  const read = useQuery(TreeDocument);
  return (
    <Loaded read={read} pick={({ tree }) => (tree.length > 0 ? tree : null)}>
      {(tree) => <Tree tree={tree} />}
    </Loaded>
  );
}

function Tree({ tree }: { tree: readonly TreeBody[] }) {
  const t = useT();
  const [wanted, setWanted] = useState('');
  const [mapOpen, setMapOpen] = useState(false);
  const root = tree[0];
  const shown = found(tree, wanted);
  const groups = tree.filter(({ kind }) => kind === 'LOCAL_GROUP');
  const placed = groups.flatMap(({ latitude, longitude, ...body }) =>
    latitude !== null && longitude !== null ? [{ ...body, latitude, longitude }] : [],
  );
  return (
    <Page title={root?.name ?? t('nav.federation')}>
      <div className="figure-line federation-figures">
        <Figure count={root?.memberCount ?? 0} of={t('federation.members')} />
        <Figure count={groups.filter(({ state }) => state === 'AFFILIATED').length} of={t('federation.groups')} />
        <Figure count={tree.filter(({ kind }) => kind === 'REGION').length} of={t('federation.regions')} />
      </div>
      <div className="federation-columns">
        <section>
          <h2>{t('federation.all')}</h2>
          <Field
            type="search"
            label={t('federation.search')}
            value={wanted}
            onChange={(event) => setWanted(event.target.value)}
          />
          <p role="status" className="small quiet">
            {wanted ? t('federation.foundCount', { count: shown.length }) : ''}
          </p>
          <TreeList bodies={shown} whole={wanted.trim() !== ''} />
        </section>
        <div>
          <section>
            <h2>{t('federation.picture')}</h2>
            <FederationPicture bodies={tree} />
          </section>
          {placed.length > 0 && (
            <section>
              <h2>{t('federation.map')}</h2>
              {mapOpen ? (
                <Suspense fallback={<Skeleton />}>
                  <FederationMap bodies={placed} />
                </Suspense>
              ) : (
                <p>
                  <button type="button" className="button" onClick={() => setMapOpen(true)}>
                    {t('federation.showMap')}
                  </button>
                </p>
              )}
            </section>
          )}
        </div>
      </div>
    </Page>
  );
}

function Figure({ count, of }: { count: number; of: string }) {
  const { formatNumber } = useIntl();
  return (
    <div>
      <span className="big">{formatNumber(count)}</span>
      <span className="of">{of}</span>
    </div>
  );
}
