/** What a motion about money carries: dues and their scale, how they divide, or what may be spent. */
import { useT } from '../i18n/useT';
import { Button } from '../ui/Button';
import { Field, SelectField } from '../ui/Field';
import { authorityOf, duesOf, splitOf, type AskedAuthority, type AskedDues, type AskedSplit } from './askedMoney';
import './dues.css';

interface Props {
  kind: 'SET_DUES' | 'SET_SPLIT' | 'AUTHORISE_SPENDING';
  payload: Record<string, unknown>;
  onChange: (payload: Record<string, unknown>) => void;
}

export function MoneyPayload({ kind, payload, onChange }: Props) {
  if (kind === 'SET_DUES') return <Dues asks={duesOf(payload)} onChange={onChange} />;
  if (kind === 'SET_SPLIT') return <Split asks={splitOf(payload)} onChange={onChange} />;
  return <Authority asks={authorityOf(payload)} onChange={onChange} />;
}

type Change = Props['onChange'];

function AmountField({ label, value, set }: { label: string; value: string; set: (value: string) => void }) {
  return (
    <Field
      label={label}
      inputMode="decimal"
      autoComplete="off"
      required
      value={value}
      onChange={(event) => set(event.target.value.trim())}
    />
  );
}

function CurrencyField({ value, set }: { value: string; set: (value: string) => void }) {
  const t = useT();
  return (
    <Field
      label={t('moneyMotion.currency')}
      maxLength={3}
      required
      value={value}
      onChange={(event) => set(event.target.value.toUpperCase())}
    />
  );
}

function Dues({ asks, onChange }: { asks: AskedDues; onChange: Change }) {
  const t = useT();
  const change = (part: Partial<AskedDues>) => onChange({ ...asks, ...part });
  const bandTo = (at: number, part: Partial<AskedDues['bands'][number]>) =>
    change({ bands: asks.bands.map((band, index) => (index === at ? { ...band, ...part } : band)) });
  return (
    <>
      <div className="payment-fields">
        <AmountField label={t('dues.amount')} value={asks.amount} set={(amount) => change({ amount })} />
        <CurrencyField value={asks.currency} set={(currency) => change({ currency })} />
        <SelectField
          label={t('moneyMotion.period')}
          value={asks.period}
          onChange={(event) => change({ period: event.target.value as AskedDues['period'] })}
        >
          <option value="YEAR">{t('dues.perYEAR')}</option>
          <option value="MONTH">{t('dues.perMONTH')}</option>
        </SelectField>
        <Field
          label={t('moneyMotion.validFrom')}
          hint={t('moneyMotion.firstDay')}
          type="date"
          required
          value={asks.validFrom}
          onChange={(event) => change({ validFrom: event.target.value })}
        />
        <SelectField
          label={t('moneyMotion.partPeriod')}
          value={asks.partPeriod}
          onChange={(event) => change({ partPeriod: event.target.value as AskedDues['partPeriod'] })}
        >
          {(['MONTHS', 'WHOLE', 'NEXT'] as const).map((each) => (
            <option key={each} value={each}>
              {t(`moneyMotion.part${each}`)}
            </option>
          ))}
        </SelectField>
      </div>
      {asks.bands.map((band, at) => (
        <div className="payment-fields" key={at}>
          <Field
            label={t('moneyMotion.bandName')}
            required
            value={band.name}
            onChange={(event) => bandTo(at, { name: event.target.value })}
          />
          <AmountField label={t('dues.amount')} value={band.amount} set={(amount) => bandTo(at, { amount })} />
          <p>
            <Button onPress={() => change({ bands: asks.bands.filter((_band, index) => index !== at) })}>
              {t('moneyMotion.takeAway')}
            </Button>
          </p>
        </div>
      ))}
      <p>
        <Button
          onPress={() =>
            change({ bands: [...asks.bands, { band: `BAND_${asks.bands.length + 1}`, name: '', amount: '' }] })
          }
        >
          {t('moneyMotion.addBand')}
        </Button>
      </p>
    </>
  );
}

function Split({ asks, onChange }: { asks: AskedSplit; onChange: Change }) {
  const t = useT();
  const change = (part: Partial<AskedSplit>) => onChange({ ...asks, ...part });
  const shareTo = (at: number, part: Partial<AskedSplit['shares'][number]>) =>
    change({ shares: asks.shares.map((share, index) => (index === at ? { ...share, ...part } : share)) });
  return (
    <>
      <Field
        label={t('moneyMotion.validFrom')}
        type="date"
        required
        value={asks.validFrom}
        onChange={(event) => change({ validFrom: event.target.value })}
      />
      <p>{t('moneyMotion.rest')}</p>
      {asks.shares.map((share, at) => (
        <div className="payment-fields" key={at}>
          <SelectField
            label={t('moneyMotion.level')}
            value={share.level}
            onChange={(event) => shareTo(at, { level: event.target.value as AskedSplit['shares'][number]['level'] })}
          >
            {(['REGION', 'FEDERATION', 'LOCAL_GROUP'] as const).map((level) => (
              <option key={level} value={level}>
                {t(`bodyKind.${level}`)}
              </option>
            ))}
          </SelectField>
          <Field
            label={t('moneyMotion.share')}
            hint={t('moneyMotion.shareHint')}
            required
            pattern="\d+/\d+"
            value={share.share}
            onChange={(event) => shareTo(at, { share: event.target.value.trim() })}
          />
          <Field
            label={t('moneyMotion.purpose')}
            hint={t('moneyMotion.purposeHint')}
            value={share.purpose}
            onChange={(event) => shareTo(at, { purpose: event.target.value })}
          />
          <p>
            <Button onPress={() => change({ shares: asks.shares.filter((_share, index) => index !== at) })}>
              {t('moneyMotion.takeAway')}
            </Button>
          </p>
        </div>
      ))}
      <p>
        <Button
          onPress={() => change({ shares: [...asks.shares, { level: 'REGION', share: '', purpose: '', until: null }] })}
        >
          {t('moneyMotion.addShare')}
        </Button>
      </p>
    </>
  );
}

function Authority({ asks, onChange }: { asks: AskedAuthority; onChange: Change }) {
  const t = useT();
  const change = (part: Partial<AskedAuthority>) => onChange({ ...asks, ...part });
  return (
    <div className="payment-fields">
      <AmountField label={t('moneyMotion.upTo')} value={asks.amount} set={(amount) => change({ amount })} />
      <CurrencyField value={asks.currency} set={(currency) => change({ currency })} />
      <Field
        label={t('books.whatFor')}
        required
        maxLength={80}
        value={asks.purpose}
        onChange={(event) => change({ purpose: event.target.value })}
      />
      <Field
        label={t('moneyMotion.spendUntil')}
        type="date"
        required
        value={asks.until}
        onChange={(event) => change({ until: event.target.value })}
      />
      <Field
        label={t('moneyMotion.fund')}
        hint={t('moneyMotion.fundHint')}
        maxLength={80}
        value={asks.fund ?? ''}
        onChange={(event) => change({ fund: event.target.value === '' ? null : event.target.value })}
      />
    </div>
  );
}
