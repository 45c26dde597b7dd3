// Leaving one's Local Group. Said once more before it happens, because it ends the vote at once.
import { useState } from 'react';
import { useDeed } from '../api/useDeed';
import { ResignMembershipDocument } from '../generated/session/account';
import { useT } from '../i18n/useT';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { Form } from '../ui/Form';
import { Outcome } from '../ui/Refused';
import { Tick } from '../ui/Tick';
import { useEnter } from './useEnter';

export function ResignForm() {
  const t = useT();
  const enter = useEnter();
  const [reason, setReason] = useState('');
  const [meant, setMeant] = useState(false);
  const [asked, setAsked] = useState(false);
  const deed = useDeed(ResignMembershipDocument, 'resignMembership', 'idempotencyKey');
  const send = async () => {
    setAsked(true);
    if (meant && (await deed.run({ reason: reason.trim() || null }))) await enter();
  };
  return (
    <details>
      <summary>{t('resign.title')}</summary>
      <Form onSend={() => void send()}>
        <p>{t('resign.text')}</p>
        <Field
          label={t('resign.reason')}
          hint={t('form.optional')}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <Tick checked={meant} onChange={setMeant}>
          {t('resign.meant')}
        </Tick>
        <p role="alert" className="due">
          {asked && !meant && t('form.tickFirst')}
        </p>
        <Outcome deed={deed} />
        <p>
          <Button type="submit" busy={deed.busy}>
            {t('resign.go')}
          </Button>
        </p>
      </Form>
    </details>
  );
}
