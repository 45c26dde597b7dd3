// A past instant, or a calendar day (also one written as the midnight it begins with), in the reader's own way of writing dates.
import { useIntl } from 'react-intl';

export function When({ at, withTime = false }: { at: string; withTime?: boolean }) {
  const intl = useIntl();
  const [day] = /^\d{4}-\d{2}-\d{2}(?=$|T00:00:00(\.0+)?Z$)/.exec(at) ?? [];
  const shown = day
    ? intl.formatDate(`${day}T00:00:00Z`, { dateStyle: 'long', timeZone: 'UTC' })
    : intl.formatDate(at, withTime ? { dateStyle: 'long', timeStyle: 'short' } : { dateStyle: 'long' });
  return <time dateTime={at}>{shown}</time>;
}
