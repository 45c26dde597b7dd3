// Words for a code the server sends (a state, an office, a kind): by id where the catalogue has it,
// else the code itself made readable, for a body may name offices of its own.
import { useCallback } from 'react';
import { useIntl } from 'react-intl';

export type CodeFamily =
  | 'office'
  | 'bodyKind'
  | 'bodyState'
  | 'membershipState'
  | 'membershipEvent'
  | 'proposalState'
  | 'clauseKind'
  | 'proposalKind'
  | 'leaf'
  | 'deedDone'
  | 'ruleSection';

export function readable(code: string): string {
  const words = code
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[._]/g, ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function useCode(): (family: CodeFamily, code: string) => string {
  const intl = useIntl();
  return useCallback(
    (family, code) => {
      const id = `${family}.${code}`;
      return intl.messages[id] === undefined ? readable(code) : intl.formatMessage({ id });
    },
    [intl],
  );
}
