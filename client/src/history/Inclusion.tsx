// Is my record in it? By the number on a receipt: its place, and the proof that anybody can check.
import { useLazyQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { faultOf } from '../api/fault';
import { InclusionDocument } from '../generated/history/history';
import { useT } from '../i18n/useT';
import { Button } from '../ui/Button';
import { ErrorState } from '../ui/ErrorState';
import { Field } from '../ui/Field';
import { Form } from '../ui/Form';
import { Section } from '../ui/Section';

export function Inclusion() {
  const t = useT();
  const [search] = useSearchParams();
  const [record, setRecord] = useState(search.get('record') ?? '');
  const [look, { data, error, loading }] = useLazyQuery(InclusionDocument, { fetchPolicy: 'network-only' });
  const found = data?.historyInclusion;
  return (
    <Section id="record" title={t('history.lookTitle')}>
      <Form onSend={() => void look({ variables: { record: record.trim() } }).catch(() => undefined)}>
        <Field
          label={t('history.record')}
          hint={t('history.recordHint')}
          required
          pattern="\s*[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\s*"
          value={record}
          onChange={(event) => setRecord(event.target.value)}
        />
        <p>
          <Button type="submit" busy={loading}>
            {t('history.look')}
          </Button>
        </p>
        {error && <ErrorState fault={faultOf(error)} />}
        <div role="status" className="stack-tight">
          {data && !found && <p>{t('history.notYet')}</p>}
          {found && (
            <>
              <p>
                <strong>{t('history.found', { seq: found.seq })}</strong>
              </p>
              <pre className="note">{found.proof}</pre>
            </>
          )}
        </div>
      </Form>
    </Section>
  );
}
