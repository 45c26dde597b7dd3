/** New rules as data: the sections in force as a start, edited as text, with the place of a mistake named. */
import { useQuery } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { RulesNowDocument } from '../generated/proposals/draft';
import { useT } from '../i18n/useT';
import { TextField } from '../ui/Field';
import { rulesPayload } from './payloads';

interface Props {
  slug: string;
  payload: Record<string, unknown>;
  /** Null while the text can not be read, so that nothing unreadable is submitted. */
  onChange: (payload: Record<string, unknown> | null) => void;
}

export function RulesEditor({ slug, payload, onChange }: Props) {
  const t = useT();
  const { data } = useQuery(RulesNowDocument, { variables: { slug } });
  const begun = 'rules' in payload;
  // Until something is typed the text is the payload's own.
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? (begun ? JSON.stringify(rulesPayload(payload), null, 2) : '');
  const [wrong, setWrong] = useState<string | null>(null);
  useEffect(() => {
    if (begun || !data?.ruleBook) return;
    const rules = Object.fromEntries(data.ruleBook.sections.map((section) => [section.key, section.rules]));
    onChange({ rules });
  }, [begun, data, onChange]);
  const edit = (next: string) => {
    setTyped(next);
    try {
      const rules: unknown = JSON.parse(next);
      if (typeof rules !== 'object' || rules === null || Array.isArray(rules))
        throw new Error(t('proposals.rulesObject'));
      setWrong(null);
      onChange({ rules });
    } catch (error) {
      setWrong(t('proposals.rulesUnreadable', { message: error instanceof Error ? error.message : '' }));
      onChange(null);
    }
  };
  return (
    <div className="code-field-wide">
      <TextField
        label={t('proposals.newRules')}
        hint={t('proposals.newRulesHint')}
        className="code-field"
        rows={18}
        spellCheck={false}
        autoCapitalize="off"
        value={text}
        wrong={wrong}
        onChange={(event) => edit(event.target.value)}
      />
    </div>
  );
}
