// The sentence for each kind of fault: what happened, in words a person can act on.
import type { Fault } from '../api/fault';
import type { T } from '../i18n/useT';

export function faultSentence(t: T, fault: Fault): string {
  return t(`fault.${fault.kind}`);
}
