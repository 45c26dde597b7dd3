/** Which body in formation a motion would affiliate. */
import { useQuery } from '@apollo/client/react';
import { BodiesFormingDocument } from '../generated/proposals/draft';
import { useT } from '../i18n/useT';
import { SelectField } from '../ui/Field';
import { bodyPayload } from './payloads';

interface Props {
  under: string;
  payload: Record<string, unknown>;
  onChange: (payload: Record<string, unknown>) => void;
}

export function BodyChoice({ under, payload, onChange }: Props) {
  const t = useT();
  const { data } = useQuery(BodiesFormingDocument, { variables: { first: 100, under } });
  const forming = (data?.bodies.edges ?? []).map(({ node }) => node).filter(({ state }) => state === 'IN_FORMATION');
  return (
    <SelectField
      label={t('proposals.bodyToAffiliate')}
      hint={data && forming.length === 0 ? t('proposals.noneForming') : undefined}
      required
      value={bodyPayload(payload) ?? ''}
      onChange={(event) => onChange({ bodyId: event.target.value })}
    >
      <option value="">{t('proposals.chooseBody')}</option>
      {forming.map((body) => (
        <option key={body.id} value={body.id}>
          {body.name}
        </option>
      ))}
    </SelectField>
  );
}
