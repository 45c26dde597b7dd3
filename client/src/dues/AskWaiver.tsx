// Asking, in private, to be excused from dues. Who may read it is said before anything is written.
import { useState } from 'react';
import { FormattedDate } from 'react-intl';
import { useDeed } from '../api/useDeed';
import { AskForWaiverDocument, type OwnDuesFragment } from '../generated/dues/member';
import { useT } from '../i18n/useT';
import { Button } from '../ui/Button';
import { TextField } from '../ui/Field';
import { Form } from '../ui/Form';
import { Outcome } from '../ui/Refused';
import { Section } from '../ui/Section';

const Day = ({ of }: { of: string }) => <FormattedDate value={`${of}T00:00:00Z`} dateStyle="long" timeZone="UTC" />;

export function AskWaiver({ dues }: { dues: OwnDuesFragment }) {
  const t = useT();
  const [words, setWords] = useState('');
  const deed = useDeed(AskForWaiverDocument, `askForWaiver:${dues.membershipId}`, 'id');
  const [current] = dues.waivers.filter(({ endedOn }) => endedOn === null);
  return (
    <Section title={t('dues.cannotPay')}>
      <div className="stack">
        <p>{t('dues.waiverWhat')}</p>
        {current && (
          <p>
            {t('dues.waivedUntil')} <Day of={current.untilDate} />.
          </p>
        )}
        {dues.waiverRequest ? (
          <p role="status">{t('dues.waiverAsked')}</p>
        ) : (
          dues.viewerCan.includes('askForWaiver') && (
            <Form onSend={() => void deed.run({ membershipId: dues.membershipId, words: words.trim() || null })}>
              <TextField
                label={t('dues.waiverWords')}
                hint={t('dues.waiverHint', { body: dues.body.name })}
                rows={3}
                value={words}
                onChange={(event) => setWords(event.target.value)}
              />
              <Outcome deed={deed} bodySlug={dues.body.slug} />
              <p>
                <Button type="submit" busy={deed.busy}>
                  {t('dues.askWaiver')}
                </Button>
              </p>
            </Form>
          )
        )}
      </div>
    </Section>
  );
}
