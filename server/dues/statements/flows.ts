// A year of a body's money as flows, for a picture: from members and groups below into the body, and from it to the levels
// above, to purposes and funds. What came and did not go stays; what went and did not come was there before.
import type { YearStatement } from './yearStatement.js';

export type FlowEnd =
  | 'MEMBERS'
  | 'BODY_BELOW'
  | 'OTHER_INCOME'
  | 'FROM_BEFORE'
  | 'BODY'
  | 'BODY_ABOVE'
  | 'PURPOSE'
  | 'FUND'
  | 'FEES'
  | 'KEPT';

export interface FlowNode {
  kind: FlowEnd;
  name: string;
  bodyId: string | null;
}

export interface Flow {
  from: FlowNode;
  to: FlowNode;
  currency: string;
  amount: bigint;
}

const node = (kind: FlowEnd, name = '', bodyId: string | null = null): FlowNode => ({ kind, name, bodyId });

export function flowsOf({ bodyId, currency, income, spending, sharesUp, funds }: YearStatement): Flow[] {
  const body = node('BODY', '', bodyId);
  const into: [FlowNode, bigint][] = [];
  const out: [FlowNode, bigint][] = [];
  const byKind = (kind: string) => income.filter((sum) => sum.kind === kind);
  const levied = funds.reduce((sum, fund) => sum + fund.levied, 0n);
  const shared = sharesUp.reduce((sum, { added }) => sum + added, 0n);
  const dues = byKind('DUES').reduce((sum, { amount }) => sum + amount, 0n);
  into.push([node('MEMBERS'), dues + shared + levied]);
  for (const { withBodyId, name, amount } of byKind('SHARES'))
    into.push([node('BODY_BELOW', name, withBodyId), amount]);
  for (const { name, amount } of byKind('OTHER')) into.push([node('OTHER_INCOME', name), amount]);
  for (const { name, gifts } of funds) into.push([node('OTHER_INCOME', name), gifts]);
  for (const { toBodyId, purpose, added } of sharesUp) out.push([node('BODY_ABOVE', purpose, toBodyId), added]);
  for (const { kind, name, amount } of spending)
    out.push([kind === 'FEES' ? node('FEES') : node('PURPOSE', name), amount]);
  for (const fund of funds) out.push([node('FUND', fund.name), fund.setAside + fund.levied + fund.gifts]);
  const rest = sumOf(into) - sumOf(out);
  if (rest > 0n) out.push([node('KEPT'), rest]);
  if (rest < 0n) into.push([node('FROM_BEFORE'), -rest]);
  return [
    ...into.map(([from, amount]) => ({ from, to: body, currency, amount })),
    ...out.map(([to, amount]) => ({ from: body, to, currency, amount })),
    ...funds.map(({ name, spent }) => ({
      from: node('FUND', name),
      to: node('PURPOSE', name),
      currency,
      amount: spent,
    })),
  ].filter(({ amount }) => amount > 0n);
}

/** Of what is drawn: a flow below zero is left out of the picture, and out of its sums. */
const sumOf = (flows: readonly [FlowNode, bigint][]): bigint =>
  flows.reduce((sum, [, amount]) => (amount > 0n ? sum + amount : sum), 0n);
