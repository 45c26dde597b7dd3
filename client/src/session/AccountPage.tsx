// One's own account: who one is here, one's membership and how to change it, one's access.
import { useQuery } from '@apollo/client/react';
import { AccountDocument } from '../generated/session/account';
import { useT } from '../i18n/useT';
import { Facts } from '../ui/Facts';
import { Loaded } from '../ui/Loaded';
import { Page } from '../ui/Page';
import { PageFault } from '../ui/ErrorState';
import { AccessSection } from './AccessSection';
import { LanguageSection } from './LanguageSection';
import { MembershipSection } from './MembershipSection';
import { SignOutSection } from './SignOutSection';

export default function AccountPage() {
  const t = useT();
  const read = useQuery(AccountDocument, { fetchPolicy: 'cache-and-network' });
  return (
    <Loaded read={read} pick={(data) => data}>
      {({ viewer }) =>
        viewer === null ? (
          <PageFault fault={{ kind: 'signIn', id: null }} />
        ) : (
          <Page
            title={t('account.title')}
            kicker={t('nav.account')}
            heading={<bdi>{viewer.displayName}</bdi>}
            facts={
              <Facts
                facts={[
                  [t('account.mail'), viewer.email ?? '–'],
                  [t('account.sessions'), viewer.sessionCount],
                ]}
              />
            }
          >
            <MembershipSection viewer={viewer} />
            <LanguageSection />
            <AccessSection hasPassword={viewer.hasPassword} />
            <SignOutSection sessions={viewer.sessionCount} />
          </Page>
        )
      }
    </Loaded>
  );
}
