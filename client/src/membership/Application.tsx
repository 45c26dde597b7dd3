// One application: who, since when, what they wrote; admit, or refuse with a reason that they will read.
import { useState } from 'react';
import { useDeed } from '../api/useDeed';
import {
  AdmitMemberDocument,
  RefuseApplicationDocument,
  type MemberRowFragment,
} from '../generated/membership/members';
import { useT } from '../i18n/useT';
import { Button } from '../ui/Button';
import { TextField } from '../ui/Field';
import { Form } from '../ui/Form';
import { Outcome } from '../ui/Refused';
import { When } from '../ui/When';

interface Props {
  application: MemberRowFragment;
  slug: string;
  changed: () => void;
}

function RefuseForm({ application, changed }: Omit<Props, 'slug'>) {
  const t = useT();
  const [reason, setReason] = useState('');
  const deed = useDeed(RefuseApplicationDocument, `refuseApplication:${application.id}`, 'idempotencyKey');
  const send = async () => {
    if (await deed.run({ membershipId: application.id, reason: reason.trim() })) changed();
  };
  return (
    <details>
      <summary>{t('applications.refuse')}</summary>
      <Form onSend={() => void send()}>
        <TextField
          label={t('applications.reason')}
          hint={t('applications.reasonHint')}
          required
          rows={2}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <Outcome deed={deed} />
        <p>
          <Button type="submit" busy={deed.busy}>
            {t('applications.refuseGo')}
          </Button>
        </p>
      </Form>
    </details>
  );
}

export function Application({ application, slug, changed }: Props) {
  const t = useT();
  const deed = useDeed(AdmitMemberDocument, `admitMember:${application.id}`, 'idempotencyKey');
  const asked = application.events.at(-1);
  const from = asked?.fromBody ?? (application.body.slug === slug ? null : application.body);
  const can = (what: string) => application.viewerCan.includes(what);
  const admit = async () => {
    if (await deed.run({ membershipId: application.id })) changed();
  };
  return (
    <li className="application stack-tight">
      <h3>
        <bdi>{application.displayName ?? t('body.nameKept')}</bdi>
      </h3>
      <p className="small quiet">
        {from
          ? t('applications.transfer', { body: from.name })
          : t(application.kind === 'SUPPORTER' ? 'applications.supporter' : 'applications.new')}
        {asked && (
          <>
            {' '}
            · <When at={asked.at} />
          </>
        )}
        {application.email && <> · {application.email}</>}
      </p>
      {asked?.reason && <blockquote>{asked.reason}</blockquote>}
      <Outcome deed={deed} />
      {can('admitMember') && (
        <p>
          <Button busy={deed.busy} onPress={() => void admit()}>
            {t('applications.admit')}
          </Button>
        </p>
      )}
      {can('refuseApplication') && <RefuseForm application={application} changed={changed} />}
    </li>
  );
}
