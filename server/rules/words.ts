// Small words of the rules in English: shares, numbers of things, who decides.

/** A sentence as data: a client words it in the reader's language from key and values; `text` is English. */
export interface Sentence {
  key: string;
  values: Record<string, unknown>;
  text: string;
}

const shares: Record<string, string> = {
  '1/2': 'half',
  '1/3': 'one third',
  '2/3': 'two thirds',
  '1/4': 'one quarter',
  '3/4': 'three quarters',
  '1/1': 'all',
};

/** "2/3" as "two thirds". */
export const shareWords = (share: string): string => shares[share] ?? share;

/** "1 vote", "2 votes". */
export const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

export const isNothing = (share: string | null | undefined): boolean => !share || share.startsWith('0/');

/** Who casts votes in a decision by GROUPS. */
export const constituentWords = {
  LOCAL_GROUPS: { many: 'the Local Groups', each: 'each Local Group' },
  CHILDREN: { many: 'the bodies directly below', each: 'each of these bodies' },
} as const;

const bases = {
  members: {
    CAST: 'the ballots cast FOR or AGAINST',
    PRESENT: 'the ballots cast, abstentions counted',
    ENTITLED: 'all members entitled to vote',
  },
  weight: {
    CAST: 'the votes cast FOR or AGAINST',
    PRESENT: 'the votes cast, abstentions counted',
    ENTITLED: 'all the votes there are',
  },
  bodies: { CAST: 'those that took a side', PRESENT: 'those that took part', ENTITLED: 'all of them' },
} as const;

export const baseWords = (of: keyof typeof bases, base: 'CAST' | 'PRESENT' | 'ENTITLED'): string => bases[of][base];
