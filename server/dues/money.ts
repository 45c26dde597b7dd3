// Money as whole minor units of an ISO 4217 currency, and as the decimal text people read and write. No floating point:
// a text is read digit by digit, and one with more places than the currency has is refused rather than rounded.
import { refuse } from '../errors.js';

export interface Money {
  currency: string;
  /** In minor units: 28.00 USD is 2800n. */
  amount: bigint;
}

/** ISO 4217, the currencies in circulation in 2026 (funds, metals and testing codes left out). */
const codes =
  'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG';
/** Those whose minor unit is not the hundredth. */
const places: Record<string, number> = {
  ...Object.fromEntries(
    'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'.split(' ').map((c) => [c, 0]),
  ),
  ...Object.fromEntries('BHD IQD JOD KWD LYD OMR TND'.split(' ').map((c) => [c, 3])),
};
export const currencies: ReadonlySet<string> = new Set(codes.split(' '));

/** How many decimal places amounts of this currency have. */
export const placesOf = (currency: string): number => places[currency] ?? 2;

/** As much as a ledger entry can hold. */
const MOST = 10n ** 15n;

export function readCurrency(code: string, field = 'currency'): string {
  if (!currencies.has(code))
    refuse('UNKNOWN_CURRENCY', 'A currency is named by its three letters of ISO 4217, such as USD.', {
      rule: 'dues',
      field,
      values: { currency: code.slice(0, 10) },
    });
  return code;
}

/** "28.00" as 2800n. Only what is above zero is money that can change hands. */
export function readAmount(text: string, currency: string, field = 'amount'): bigint {
  const amount = readSum(text, currency, field);
  if (amount <= 0n) refuse('AMOUNT_NOT_POSITIVE', 'The amount must be more than zero.', { rule: 'dues', field });
  return amount;
}

/** The same for a rate, which may be zero. */
export function readRate(text: string, currency: string, field: string): bigint {
  const amount = readSum(text, currency, field);
  if (amount < 0n) refuse('AMOUNT_NOT_POSITIVE', 'The amount cannot be below zero.', { rule: 'dues', field });
  return amount;
}

function readSum(text: string, code: string, field: string): bigint {
  const currency = readCurrency(code);
  const parts = /^(-?)(\d{1,16})(?:\.(\d+))?$/.exec(text.trim());
  if (!parts) refuse('NOT_AN_AMOUNT', 'Write the amount in digits, such as 28.00.', { rule: 'dues', field });
  const [, sign, whole, rest = ''] = parts;
  const most = placesOf(currency);
  if (rest.length > most)
    refuse('TOO_MANY_DECIMALS', `An amount in ${currency} has at most ${most} decimal places.`, {
      rule: 'dues',
      field,
      values: { currency, places: most },
    });
  const amount = BigInt(whole! + rest.padEnd(most, '0'));
  if (amount > MOST)
    refuse('AMOUNT_TOO_LARGE', 'The amount is larger than the books can hold.', { rule: 'dues', field });
  return sign === '-' ? -amount : amount;
}

/** 2800n as "28.00". */
export function writeAmount(amount: bigint, currency: string): string {
  const most = placesOf(currency);
  const digits = (amount < 0n ? -amount : amount).toString().padStart(most + 1, '0');
  const sign = amount < 0n ? '-' : '';
  return most === 0 ? sign + digits : `${sign}${digits.slice(0, -most)}.${digits.slice(-most)}`;
}
