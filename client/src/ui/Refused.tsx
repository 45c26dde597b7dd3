// What came of a deed, said at once and aloud: a lawful no with its rule and cure, or that nothing was recorded.
import { useEffect, useRef } from 'react';
import { useIntl } from 'react-intl';
import type { Deed, RefusalFacts } from '../api/useDeed';
import { wordCode } from '../i18n/word';
import { useT } from '../i18n/useT';
import { RuleLink } from './RuleLink';
import { faultSentence } from './faultSentence';

export function useRefusalSentence(): (refusal: RefusalFacts) => string {
  const intl = useIntl();
  return (refusal) => wordCode(intl, `refusal.${refusal.code}`, refusal.values, refusal.message);
}

export function Refused({ refusal, bodySlug }: { refusal: RefusalFacts; bodySlug?: string | undefined }) {
  const t = useT();
  const say = useRefusalSentence();
  return (
    <div className="told no">
      <p>
        <strong>{t('refused.title')}</strong> {say(refusal)}
      </p>
      {refusal.rule && (
        <p>
          <RuleLink rule={refusal.rule} bodySlug={bodySlug} />
        </p>
      )}
    </div>
  );
}

interface OutcomeProps {
  deed: Pick<Deed<unknown, never>, 'refusal' | 'fault'>;
  /** Input fields that say what is wrong with them themselves. */
  beside?: readonly string[];
  /** The body whose rules a refusal rests on. */
  bodySlug?: string | undefined;
}

/** Stands beside every deed's button; the live region is there before anything is said in it. */
export function Outcome({ deed, beside = [], bodySlug }: OutcomeProps) {
  const t = useT();
  const { refusal, fault } = deed;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (refusal || fault) place.current?.scrollIntoView({ block: 'nearest' });
  }, [refusal, fault]);
  const shownAtField = refusal?.field ? beside.includes(refusal.field) : false;
  return (
    <div role="alert" ref={place}>
      {refusal && !shownAtField && <Refused refusal={refusal} bodySlug={bodySlug} />}
      {fault && (
        <div className="told no">
          <p>
            <strong>{t('fault.notRecorded')}</strong> {faultSentence(t, fault)} {t('fault.again')}
          </p>
          {fault.id && <p className="small quiet">{t('fault.id', { id: fault.id })}</p>}
        </div>
      )}
    </div>
  );
}
