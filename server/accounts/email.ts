// A mail address in the one form in which it is kept and compared.
import { refuse } from '../errors.js';

export function readEmail(value: string, field = 'email'): string {
  const email = value.normalize('NFC').trim().toLowerCase();
  if (email.length > 254 || !/^[^@\s\p{C}]+@[^@\s\p{C}]+$/u.test(email)) {
    refuse('EMAIL_MALFORMED', 'That is not a mail address. It looks like name@example.org.', { field });
  }
  return email;
}
