// A deadline in words and in the reader's own time zone: "tomorrow, 18:00", "Friday 18:00", "3 December, 18:00".
import { useIntl, type IntlShape } from 'react-intl';
import type { MessageId } from '../i18n/messages';
import { calendarDays, minutesLeft, nearness } from './deadlineWords';

const time = { hour: 'numeric', minute: '2-digit' } as const;

export function deadlineSentence(
  intl: Pick<IntlShape, 'formatMessage' | 'formatDate' | 'formatTime'>,
  iso: string,
  now: Date,
): string {
  const at = new Date(iso);
  const near = nearness(at, now);
  const id: MessageId = `deadline.${near}`;
  return intl.formatMessage(
    { id },
    {
      minutes: minutesLeft(at, now),
      time: intl.formatTime(at, time),
      weekday: intl.formatDate(at, { weekday: 'long' }),
      days: calendarDays(now, at),
      date: intl.formatDate(at, {
        day: 'numeric',
        month: 'long',
        ...(at.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' }),
      }),
    },
  );
}

/** @param now the server's clock where the page has it, so that the screen counts by the clock that decides */
export function Deadline({ at, now }: { at: string; now?: string | undefined }) {
  const intl = useIntl();
  const reference = now ? new Date(now) : new Date();
  const exact = intl.formatDate(at, { dateStyle: 'full', timeStyle: 'short' });
  return (
    <time dateTime={at} title={exact}>
      {deadlineSentence(intl, at, reference)}
    </time>
  );
}
