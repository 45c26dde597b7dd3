/** The platform as it would read: every clause can be changed, moved, taken out, and new ones added. */
import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { PlatformClausesDocument } from '../generated/proposals/draft';
import { useT } from '../i18n/useT';
import { Button } from '../ui/Button';
import { Field, SelectField, TextField } from '../ui/Field';
import type { ClauseText } from './clauseChanges';
import { platformPayload } from './payloads';

const kinds = ['PRINCIPLE', 'OBJECTIVE', 'DEMAND', 'STRATEGY', 'DECLARATION', 'SUPPORT_CRITERION'] as const;

interface Props {
  payload: Record<string, unknown>;
  onChange: (payload: Record<string, unknown>) => void;
}

export function ClauseEditor({ payload, onChange }: Props) {
  const t = useT();
  const { data } = useQuery(PlatformClausesDocument);
  const { clauses, reacceptDays } = platformPayload(payload);
  const started = Array.isArray(payload.clauses);
  const put = (next: ClauseText[], days = reacceptDays) => onChange({ clauses: next, reacceptDays: days ?? 30 });
  // A new version begins as a copy of the one in force, so that nobody loses a clause by forgetting it.
  useEffect(() => {
    if (started || !data) return;
    const copy = (data.platform?.clauses ?? []).map(({ key, kind, heading, text }) => ({ key, kind, heading, text }));
    onChange({ clauses: copy, reacceptDays: 30 });
  }, [started, data, onChange]);
  const edit = (index: number, part: Partial<ClauseText>) =>
    put(clauses.map((clause, at) => (at === index ? { ...clause, ...part } : clause)));
  const move = (index: number, by: number) => {
    const next = [...clauses];
    const [clause] = next.splice(index, 1);
    if (clause) next.splice(index + by, 0, clause);
    put(next);
  };
  const add = () =>
    put([...clauses, { key: `clause-${crypto.randomUUID().slice(0, 8)}`, kind: 'PRINCIPLE', heading: '', text: '' }]);
  return (
    <fieldset>
      <legend className="ruled-head">{t('proposals.clauses')}</legend>
      <Field
        label={t('proposals.reacceptDays')}
        type="number"
        min={0}
        max={365}
        value={reacceptDays ?? 30}
        onChange={(event) => put(clauses, Number(event.target.value))}
      />
      {clauses.map((clause, index) => (
        <div key={clause.key} className="clause-edit stack-tight">
          <SelectField
            label={t('proposals.clauseKind')}
            value={clause.kind}
            onChange={(event) => edit(index, { kind: event.target.value })}
          >
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(`proposals.clauseKind.${kind}`)}
              </option>
            ))}
          </SelectField>
          <Field
            label={t('proposals.clauseHeading')}
            required
            value={clause.heading}
            onChange={(event) => edit(index, { heading: event.target.value })}
          />
          <TextField
            label={t('proposals.clauseText')}
            required
            value={clause.text}
            onChange={(event) => edit(index, { text: event.target.value })}
          />
          <p className="row-buttons">
            {index > 0 && (
              <button type="button" className="button plain" onClick={() => move(index, -1)}>
                {t('proposals.clauseUp')}
              </button>
            )}
            {index < clauses.length - 1 && (
              <button type="button" className="button plain" onClick={() => move(index, 1)}>
                {t('proposals.clauseDown')}
              </button>
            )}
            <button type="button" className="button plain" onClick={() => put(clauses.filter((_, at) => at !== index))}>
              {t('proposals.clauseOut')}
            </button>
          </p>
        </div>
      ))}
      <p>
        <Button onPress={add}>{t('proposals.clauseAdd')}</Button>
      </p>
    </fieldset>
  );
}
