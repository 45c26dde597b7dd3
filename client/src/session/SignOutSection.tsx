// Leaving, here or on every device at once.
import { useDeed } from '../api/useDeed';
import { SignOutDocument } from '../generated/session/deeds';
import { useT } from '../i18n/useT';
import { Button } from '../ui/Button';
import { Outcome } from '../ui/Refused';
import { Section } from '../ui/Section';
import { useEnter } from './useEnter';

export function SignOutSection({ sessions }: { sessions: number }) {
  const t = useT();
  const enter = useEnter();
  const deed = useDeed(SignOutDocument, 'signOut', null);
  const leave = async (everywhere: boolean) => {
    if (await deed.run({ everywhere })) await enter();
  };
  return (
    <Section title={t('signOut.title')}>
      <div className="stack">
        <p>{t('signOut.text', { sessions })}</p>
        <Outcome deed={deed} />
        <p className="button-line">
          <Button busy={deed.busy} onPress={() => void leave(false)}>
            {t('signOut.here')}
          </Button>
          <Button busy={deed.busy} onPress={() => void leave(true)}>
            {t('signOut.everywhere')}
          </Button>
        </p>
      </div>
    </Section>
  );
}
