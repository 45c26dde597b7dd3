// One's Local Group in a few lines: members, the polls open in it, and the ways to its pages.
import { Link } from 'react-router';
import type { HomeQuery } from '../generated/home/home';
import { useT } from '../i18n/useT';
import { PollRows } from '../bodies/PollRows';
import { Section } from '../ui/Section';

type Body = NonNullable<NonNullable<HomeQuery['viewer']>['membership']>['body'];

export function HomeBody({ body }: { body: Body }) {
  const t = useT();
  return (
    <Section title={<Link to={`/b/${body.slug}`}>{body.name}</Link>}>
      <p>{t('home.members', { members: body.memberCount, standing: body.goodStandingCount })}</p>
      <PollRows polls={body.openPolls} />
      <ul className="links">
        <li>
          <Link to={`/b/${body.slug}#motions`}>{t('body.motions')}</Link>
        </li>
        <li>
          <Link to={`/b/${body.slug}/members`}>{t('body.people')}</Link>
        </li>
        <li>
          <Link to={`/b/${body.slug}/decisions`}>{t('body.decisions')}</Link>
        </li>
        <li>
          <Link to={`/b/${body.slug}/rules`}>{t('body.rules')}</Link>
        </li>
      </ul>
      <p className="small quiet">
        {t('home.above')}{' '}
        {body.above.map((each, index) => (
          <span key={each.id}>
            {index > 0 && ' › '}
            <Link to={`/b/${each.slug}`}>{each.name}</Link>
          </span>
        ))}
      </p>
    </Section>
  );
}
