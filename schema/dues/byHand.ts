// Ways of paying that a Treasurer enters.
import { malformed } from '../../server/errors.js';
import { PaymentMethod } from './dues.types.js';

/** Card payments come from the card's own provider, never by hand. */
export function byHand(method: PaymentMethod): Exclude<PaymentMethod, PaymentMethod.CARD> {
  if (method === PaymentMethod.CARD)
    throw malformed('A card payment is not entered by hand: it enters itself.', 'method');
  return method;
}
