/** The payload of a motion about money, read with care: a payload is data from outside. */
export interface AskedDues {
  amount: string;
  currency: string;
  period: 'YEAR' | 'MONTH';
  validFrom: string;
  partPeriod: 'WHOLE' | 'MONTHS' | 'NEXT';
  bands: { band: string; name: string; amount: string }[];
}

export interface AskedSplit {
  validFrom: string;
  shares: { level: 'LOCAL_GROUP' | 'REGION' | 'FEDERATION'; share: string; purpose: string; until: string | null }[];
}

export interface AskedAuthority {
  amount: string;
  currency: string;
  purpose: string;
  until: string;
  fund: string | null;
}

type Payload = Record<string, unknown>;

const word = (payload: Payload, key: string, otherwise = ''): string =>
  typeof payload[key] === 'string' ? payload[key] : otherwise;
const oneOf = <Word extends string>(payload: Payload, key: string, words: readonly [Word, ...Word[]]): Word =>
  words.find((each) => each === payload[key]) ?? words[0];
const list = (payload: Payload, key: string): Payload[] =>
  Array.isArray(payload[key]) ? (payload[key] as unknown[]).map((each) => (each ?? {}) as Payload) : [];

export const duesOf = (payload: Payload): AskedDues => ({
  amount: word(payload, 'amount'),
  currency: word(payload, 'currency', 'USD'),
  period: oneOf(payload, 'period', ['YEAR', 'MONTH']),
  validFrom: word(payload, 'validFrom'),
  partPeriod: oneOf(payload, 'partPeriod', ['MONTHS', 'WHOLE', 'NEXT']),
  bands: list(payload, 'bands').map((band) => ({
    band: word(band, 'band'),
    name: word(band, 'name'),
    amount: word(band, 'amount'),
  })),
});

export const splitOf = (payload: Payload): AskedSplit => ({
  validFrom: word(payload, 'validFrom'),
  shares: list(payload, 'shares').map((share) => ({
    level: oneOf(share, 'level', ['REGION', 'FEDERATION', 'LOCAL_GROUP']),
    share: word(share, 'share'),
    purpose: word(share, 'purpose'),
    until: word(share, 'until') || null,
  })),
});

export const authorityOf = (payload: Payload): AskedAuthority => ({
  amount: word(payload, 'amount'),
  currency: word(payload, 'currency', 'USD'),
  purpose: word(payload, 'purpose'),
  until: word(payload, 'until'),
  fund: word(payload, 'fund') || null,
});
