// What a member is asked to write on a transfer: short, the same for ever, and telling a bank clerk nothing.

/** Eight letters and digits without those that are mistaken for one another. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const LENGTH = 8;

/** 31^8 of them: two memberships of one group hardly ever share one, and a treasurer confirms each line anyway. */
export function payingReference(membershipId: string): string {
  let rest = BigInt(`0x${membershipId.replaceAll('-', '')}`);
  let text = '';
  for (let i = 0; i < LENGTH; i++) {
    text += ALPHABET[Number(rest % BigInt(ALPHABET.length))];
    rest /= BigInt(ALPHABET.length);
  }
  return `${text.slice(0, 4)}-${text.slice(4)}`;
}
