// A sliding scale: each says for themselves which rate is theirs, and nobody asks for proof.
import { useState } from 'react';
import { useDeed } from '../api/useDeed';
import { DeclareDuesBandDocument, type OwnDuesFragment, type RateFragment } from '../generated/dues/member';
import { useT } from '../i18n/useT';
import { Button } from '../ui/Button';
import { SelectField } from '../ui/Field';
import { Form } from '../ui/Form';
import { Outcome } from '../ui/Refused';
import { Section } from '../ui/Section';
import { useSum } from './Sum';

export function ChooseBand({ dues, rate }: { dues: OwnDuesFragment; rate: RateFragment }) {
  const t = useT();
  const sum = useSum();
  const [band, setBand] = useState(dues.band ?? '');
  const deed = useDeed(DeclareDuesBandDocument, `declareDuesBand:${dues.membershipId}`, 'idempotencyKey');
  return (
    <Section title={t('dues.scale')}>
      <Form onSend={() => void deed.run({ membershipId: dues.membershipId, band: band === '' ? null : band })}>
        <SelectField
          label={t('dues.yourBand')}
          hint={t('dues.bandHint')}
          value={band}
          onChange={(event) => setBand(event.target.value)}
        >
          <option value="">{t('dues.commonRate', { amount: sum(rate.amount) })}</option>
          {rate.bands.map((each) => (
            <option key={each.band} value={each.band}>
              {t('dues.bandRate', { name: each.name, amount: sum(each.amount) })}
            </option>
          ))}
        </SelectField>
        <Outcome deed={deed} bodySlug={dues.body.slug} />
        <p role="status">{deed.done && t('dues.bandKept')}</p>
        <p>
          <Button type="submit" busy={deed.busy}>
            {t('dues.keepBand')}
          </Button>
        </p>
      </Form>
    </Section>
  );
}
