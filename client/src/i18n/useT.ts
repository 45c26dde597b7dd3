// `t('nav.home')`: a message as a plain string, its id checked by the compiler.
import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import type { MessageId } from './messages';

export type Values = Record<string, string | number | Date | boolean | null | undefined>;
export type T = (id: MessageId, values?: Values) => string;

export function useT(): T {
  const intl = useIntl();
  return useCallback((id, values) => intl.formatMessage({ id }, values as Record<string, string>), [intl]);
}
