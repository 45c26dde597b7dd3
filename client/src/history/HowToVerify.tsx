// How anybody checks the record without trusting this page: what to keep, what to run, what it proves.
import { useT } from '../i18n/useT';
import { Section } from '../ui/Section';

export function HowToVerify() {
  const t = useT();
  return (
    <Section title={t('verify.title')}>
      <ol className="verify stack-tight">
        <li>{t('verify.keep')}</li>
        <li>{t('verify.bundle')}</li>
        <li>
          {t('verify.run')} <code>npx mandate verify BUNDLE</code>
        </li>
        <li>{t('verify.compare')}</li>
      </ol>
      <p className="small quiet">{t('verify.limits')}</p>
    </Section>
  );
}
