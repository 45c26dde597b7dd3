// Applying to a Local Group: its people read this, and they decide. The platform in force is read on this page.
import { useQuery } from '@apollo/client/react';
import { Link, useParams } from 'react-router';
import { ApplyPageDocument } from '../generated/membership/join';
import { useT } from '../i18n/useT';
import { useViewer } from '../session/useViewer';
import { Empty } from '../ui/Empty';
import { Facts } from '../ui/Facts';
import { Loaded } from '../ui/Loaded';
import { Page } from '../ui/Page';
import { Section } from '../ui/Section';
import { useCode } from '../ui/useCode';
import { ApplyForm } from './ApplyForm';
import { ReadPlatform } from './ReadPlatform';

export default function ApplyPage() {
  const t = useT();
  const code = useCode();
  const { slug = '' } = useParams();
  const { viewer, known } = useViewer();
  const read = useQuery(ApplyPageDocument, { variables: { slug } });
  return (
    <Loaded
      read={known ? read : { ...read, data: undefined }}
      pick={({ body, platform }) => body && { body, platform }}
    >
      {({ body, platform }) => (
        <Page
          title={t('apply.title', { body: body.name })}
          kicker={<Link to="/join">{t('nav.join')}</Link>}
          standfirst={t('apply.text', { body: body.name })}
          facts={
            <Facts
              facts={[
                [code('bodyKind', body.kind), code('bodyState', body.state)],
                [t('body.area'), body.jurisdiction],
                [t('body.members'), body.memberCount],
                [
                  t('body.pages'),
                  <Link key="body" to={`/b/${body.slug}`}>
                    {body.name}
                  </Link>,
                ],
              ]}
            />
          }
        >
          {viewer?.membership ? (
            <Section title={t('membership.title')}>
              <p>
                {t(viewer.membership.state === 'APPLICANT' ? 'membership.waiting' : 'apply.already', {
                  body: viewer.membership.body.name,
                })}
              </p>
              <ul className="links">
                <li>
                  <Link to="/account">{t('account.title')}</Link>
                </li>
              </ul>
            </Section>
          ) : !body.viewerCan.includes('applyToLocalGroup') ? (
            <Empty step={<Link to="/join">{t('nav.join')}</Link>}>{t('apply.closed', { body: body.name })}</Empty>
          ) : platform ? (
            <>
              <ReadPlatform platform={platform} />
              <ApplyForm body={body} platform={platform} signedIn={viewer !== null} />
            </>
          ) : (
            <Empty>{t('apply.noPlatform')}</Empty>
          )}
        </Page>
      )}
    </Loaded>
  );
}
