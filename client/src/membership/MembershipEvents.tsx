// What happened to a membership and when: the history a transfer keeps.
import { useT } from '../i18n/useT';
import { useCode } from '../ui/useCode';
import { When } from '../ui/When';

export interface EventFacts {
  at: string;
  what: string;
  reason: string | null;
  body: { name: string };
  fromBody: { name: string } | null;
}

export function MembershipEvents({ events }: { events: readonly EventFacts[] }) {
  const t = useT();
  const code = useCode();
  if (events.length === 0) return null;
  return (
    <details>
      <summary>{t('membership.history', { count: events.length })}</summary>
      <ul className="plain stack-tight">
        {events.map((event) => (
          <li key={`${event.at} ${event.what}`}>
            <When at={event.at} />: {code('membershipEvent', event.what)},{' '}
            {event.fromBody ? `${event.fromBody.name} → ${event.body.name}` : event.body.name}
            {event.reason && <q className="quiet"> {event.reason}</q>}
          </li>
        ))}
      </ul>
    </details>
  );
}
