// Those who wait at the door, and the two answers the group can give them.
import type { MemberRowFragment } from '../generated/membership/members';
import { useT } from '../i18n/useT';
import { Empty } from '../ui/Empty';
import { Rows } from '../ui/Rows';
import { Section } from '../ui/Section';
import { Application } from './Application';

export function Applications({
  applications,
  slug,
  changed,
}: {
  applications: readonly MemberRowFragment[];
  slug: string;
  changed: () => void;
}) {
  const t = useT();
  return (
    <Section
      title={t('applications.title')}
      count={applications.length > 0 ? <span className="due">{applications.length}</span> : 0}
    >
      {applications.length === 0 && <Empty>{t('applications.none')}</Empty>}
      {applications.length > 0 && (
        <Rows>
          {applications.map((each) => (
            <Application key={each.id} application={each} slug={slug} changed={changed} />
          ))}
        </Rows>
      )}
    </Section>
  );
}
