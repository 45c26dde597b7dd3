/** Which charges a sum of money settles: the one owed longest first; what none takes is the member's credit. */
export interface Owed {
  readonly id: string;
  readonly amount: bigint;
  readonly settled: bigint;
}

export interface Allotted<Charge extends Owed> {
  readonly parts: readonly { charge: Charge; amount: bigint }[];
  readonly rest: bigint;
}

/** `owed` stands in the order in which it is settled. */
export function allot<Charge extends Owed>(money: bigint, owed: readonly Charge[]): Allotted<Charge> {
  let rest = money;
  const parts: { charge: Charge; amount: bigint }[] = [];
  for (const charge of owed) {
    const open = charge.amount - charge.settled;
    const amount = open < rest ? open : rest;
    if (amount <= 0n) continue;
    parts.push({ charge, amount });
    rest -= amount;
  }
  return { parts, rest };
}
