// The language of the pages and of the mails, changed together.
import { useDeed } from '../api/useDeed';
import { SetLocaleDocument } from '../generated/session/deeds';
import { useLanguage } from '../i18n/Language';
import { languages, type Language } from '../i18n/messages';
import { languageNames } from '../i18n/languageNames';
import { useT } from '../i18n/useT';
import { SelectField } from '../ui/Field';
import { Outcome } from '../ui/Refused';
import { Section } from '../ui/Section';

export function LanguageSection() {
  const t = useT();
  const { language, choose } = useLanguage();
  const deed = useDeed(SetLocaleDocument, 'setLocale', null);
  const change = (next: Language) => {
    choose(next);
    void deed.run({ locale: next });
  };
  return (
    <Section title={t('nav.language')}>
      <div className="stack">
        <SelectField
          label={t('account.language')}
          value={language}
          onChange={(event) => change(event.target.value as Language)}
        >
          {languages.map((each) => (
            <option key={each} value={each} lang={each}>
              {languageNames[each]}
            </option>
          ))}
        </SelectField>
        <Outcome deed={deed} />
      </div>
    </Section>
  );
}
