/** What a motion that calls an election carries: an office with its places and term, or options to choose from. */
import { useT } from '../i18n/useT';
import { Field, SelectField, TextField } from '../ui/Field';
import { asksOf, constraintLines, methodsFor, payloadOf, readConstraints, type Asks } from './electionPayload';

interface Props {
  payload: Record<string, unknown>;
  onChange: (payload: Record<string, unknown> | null) => void;
}

export function ElectionPayload({ payload, onChange }: Props) {
  const t = useT();
  const asks = asksOf(payload);
  const change = (part: Partial<Asks>) => onChange(payloadOf({ ...asks, ...part }));
  const number = (key: 'seats' | 'termMonths', label: string, most: number) => (
    <Field
      label={label}
      type="number"
      inputMode="numeric"
      min={1}
      max={most}
      required
      value={asks[key] ?? ''}
      onChange={(event) => change({ [key]: Number(event.target.value) || null })}
    />
  );
  return (
    <>
      <SelectField
        label={t('calling.kind')}
        value={asks.kind}
        onChange={(event) => change({ kind: event.target.value as Asks['kind'] })}
      >
        <option value="PERSONS">{t('calling.PERSONS')}</option>
        <option value="OPTIONS">{t('calling.OPTIONS')}</option>
      </SelectField>
      {asks.kind === 'PERSONS' ? (
        <>
          <Field
            label={t('calling.office')}
            hint={t('calling.officeHint')}
            required
            value={asks.office}
            onChange={(event) => change({ office: event.target.value.toUpperCase().replaceAll(/[^A-Z]+/g, '_') })}
          />
          {number('termMonths', t('calling.termMonths'), 120)}
          <Field
            label={t('election.takesOfficeOn')}
            type="date"
            required
            value={asks.takesOfficeOn}
            onChange={(event) => change({ takesOfficeOn: event.target.value })}
          />
        </>
      ) : (
        <TextField
          label={t('calling.options')}
          hint={t('calling.onePerLine')}
          rows={4}
          required
          value={asks.options.join('\n')}
          onChange={(event) => change({ options: event.target.value.split('\n') })}
        />
      )}
      {number('seats', t('election.places'), 49)}
      <SelectField
        label={t('calling.method')}
        value={asks.method}
        onChange={(event) => change({ method: event.target.value })}
      >
        <option value="">{t('calling.byRuleBook')}</option>
        {methodsFor(asks.kind).map((method) => (
          <option key={method} value={method}>
            {t(`method.${method}`)}
          </option>
        ))}
      </SelectField>
      {asks.kind === 'PERSONS' && (
        <TextField
          label={t('calling.constraints')}
          hint={t('calling.constraintsHint')}
          rows={2}
          defaultValue={constraintLines(asks.constraints)}
          onChange={(event) => {
            const constraints = readConstraints(event.target.value);
            if (constraints) change({ constraints });
            else onChange(null);
          }}
        />
      )}
    </>
  );
}
