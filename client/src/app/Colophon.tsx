// The foot of the sheet: the language, the public record, and in a demonstration the mail.
import { useQuery } from '@apollo/client/react';
import { Link } from 'react-router';
import { DemonstrationDocument } from '../generated/session/demonstration';
import { useLanguage } from '../i18n/Language';
import { languageNames } from '../i18n/languageNames';
import { languages } from '../i18n/messages';
import { useT } from '../i18n/useT';

export function Colophon() {
  const t = useT();
  const { language, choose } = useLanguage();
  const { data } = useQuery(DemonstrationDocument);
  return (
    <footer className="colophon">
      <div className="sheet">
        <ul>
          <li>
            <Link to="/history">{t('nav.history')}</Link>
          </li>
          <li>
            <Link to="/join">{t('nav.join')}</Link>
          </li>
          {data?.demonstration && (
            <li>
              <Link to="/outbox">{t('nav.outbox')}</Link>
            </li>
          )}
        </ul>
        <ul aria-label={t('nav.language')}>
          {languages.map((each) => (
            <li key={each}>
              <button
                type="button"
                className="button plain"
                lang={each}
                aria-pressed={each === language}
                onClick={() => choose(each)}
              >
                {languageNames[each]}
              </button>
            </li>
          ))}
        </ul>
      </div>
    </footer>
  );
}
