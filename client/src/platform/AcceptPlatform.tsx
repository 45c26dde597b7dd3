// Saying yes to the version in force, declaration by declaration.
import { useState } from 'react';
import { useDeed } from '../api/useDeed';
import { AcceptPlatformDocument, type PlatformFactsFragment } from '../generated/platform/platform';
import { useT } from '../i18n/useT';
import { Deadline } from '../ui/Deadline';
import { PrimaryAction } from '../ui/PrimaryAction';
import { Outcome } from '../ui/Refused';
import { Section } from '../ui/Section';
import { Declarations, declarationsOf, goToFirstEmpty } from './Declarations';

export function AcceptPlatform({ platform }: { platform: PlatformFactsFragment }) {
  const t = useT();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [tried, setTried] = useState(false);
  const deed = useDeed(AcceptPlatformDocument, `acceptPlatform:${platform.number}`, 'idempotencyKey');
  const all = declarationsOf(platform.clauses).map(({ key }) => key);
  const complete = all.every((key) => ticked.has(key));
  const accept = () => {
    setTried(true);
    if (!complete) return goToFirstEmpty();
    void deed.run({ version: platform.number, declarations: all });
  };
  const deadline = platform.reacceptBy && (
    <>
      {t('platform.reacceptBy')} <Deadline at={platform.reacceptBy} />.
    </>
  );
  return (
    <Section id="accept" title={t('platform.accept', { version: platform.number })}>
      <div className="stack">
        <p>
          {t('platform.acceptText')} {deadline && <strong className="due">{deadline}</strong>}
        </p>
        <Declarations clauses={platform.clauses} ticked={ticked} onChange={setTicked} missing={tried && !complete} />
        <Outcome deed={deed} />
        <PrimaryAction busy={deed.busy} onPress={accept}>
          {t('platform.accept', { version: platform.number })}
        </PrimaryAction>
      </div>
    </Section>
  );
}
