/** What an election and those who stand in it are called, in the reader's language and as far as they may know names. */
import { useIntl } from 'react-intl';
import { useT } from '../i18n/useT';
import { useCode } from '../ui/useCode';

interface Titled {
  title: string;
  office: string | null;
  body: { name: string };
}

/** Of an office by its own word; what a motion named keeps that name. */
export function useElectionTitle() {
  const t = useT();
  const code = useCode();
  return ({ title, office, body }: Titled): string =>
    office === null ? title : t('election.title', { office: code('office', office), body: body.name });
}

interface Named {
  kind: string;
  name: string | null;
  number: number | null;
}

export function useCandidateName() {
  const t = useT();
  return ({ kind, name, number }: Named): string => {
    if (kind === 'REOPEN') return t('election.reopenLine');
    if (name !== null) return name;
    return number === null ? t('election.nameKept') : t('election.nameKeptNumber', { number });
  };
}

/** The name of a method of counting; one that this client does not know keeps its code. */
export function useMethodName() {
  const { messages, formatMessage } = useIntl();
  return (method: string): string =>
    `method.${method}` in messages ? formatMessage({ id: `method.${method}` }) : method;
}
