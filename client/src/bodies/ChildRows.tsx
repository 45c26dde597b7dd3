// The bodies that stand directly below, each with its members.
import { useT } from '../i18n/useT';
import { Row, Rows } from '../ui/Rows';
import { Section } from '../ui/Section';
import { useCode } from '../ui/useCode';
import type { Body } from './BodyPage';

export function ChildRows({ bodies }: { bodies: Body['children'] }) {
  const t = useT();
  const code = useCode();
  const title = bodies.every(({ kind }) => kind === 'LOCAL_GROUP')
    ? t('body.groups')
    : bodies.every(({ kind }) => kind === 'REGION')
      ? t('body.regions')
      : t('body.below');
  return (
    <Section title={title} count={bodies.length}>
      <Rows>
        {bodies.map((child) => (
          <Row
            key={child.id}
            to={`/b/${child.slug}`}
            title={child.name}
            end={t('body.memberCount', { count: child.memberCount })}
            note={child.state === 'AFFILIATED' ? undefined : code('bodyState', child.state)}
          />
        ))}
      </Rows>
    </Section>
  );
}
