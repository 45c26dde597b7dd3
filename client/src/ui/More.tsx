// The foot of a list that has more: asks for the next part, and says nothing when there is none.
import { useState } from 'react';
import { useT } from '../i18n/useT';
import { Button } from './Button';

export function More({
  page,
  fetch,
}: {
  page: { hasNextPage: boolean; endCursor: string | null };
  fetch: (after: string) => Promise<unknown>;
}) {
  const t = useT();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  if (!page.hasNextPage || page.endCursor === null) return null;
  const after = page.endCursor;
  const next = () => {
    setBusy(true);
    fetch(after)
      .then(
        () => setFailed(false),
        () => setFailed(true),
      )
      .finally(() => setBusy(false));
  };
  return (
    <p>
      <Button busy={busy} onPress={next}>
        {t('state.more')}
      </Button>
      <span role="status"> {failed && t('fault.offline')}</span>
    </p>
  );
}
