// Money that moves up, is spent and is audited, in tests: the deeds with what they ask for, and the readings.
import { debated, decide } from './motions.js';
import { daysFromToday, deed, pay, today, type Facts } from './dues.js';
import type { Founded } from './founding.js';
import { newKey, type World } from './world.js';

const money = (amount: string, currency = 'USD') => ({ amount: { amount, currency } });

export const remittanceFacts = `id state method periodFrom periodUntil sentOn receivedOn reference amount { amount currency } parts { purpose amount { amount } }
  body { slug } toBody { slug } events { state reason } viewerCan`;
const remitted = `... on RemittanceChanged { remittance { ${remittanceFacts} } }`;

export const remit = async (
  world: World,
  bodyId: string,
  toBodyId: string,
  amount: string,
  as: string,
  more: object = {},
) =>
  deed(
    world,
    'remitDues',
    {
      id: newKey(),
      bodyId: `Body_${bodyId}`,
      toBodyId: `Body_${toBodyId}`,
      periodFrom: `${(await today(world)).slice(0, 4)}-01-01`,
      periodUntil: await today(world),
      ...money(amount),
      method: 'CASH',
      sentOn: await today(world),
      ...more,
    },
    as,
    remitted,
  );

export const confirm = async (world: World, remittanceId: string, as: string, more: object = {}) =>
  deed(
    world,
    'confirmRemittance',
    { idempotencyKey: newKey(), remittanceId, receivedOn: await today(world), ...more },
    as,
    remitted,
  );

export const answerRemittance = (
  world: World,
  name: 'disputeRemittance' | 'withdrawRemittance',
  remittanceId: string,
  as: string,
  reason = 'The envelope was empty.',
) => deed(world, name, { idempotencyKey: newKey(), remittanceId, reason }, as, remitted);

const perCapitaFacts = `id state members countedOn periodFrom periodUntil reason rate { amount } amount { amount } body { slug } toBody { slug } viewerCan`;
const asked = `... on PerCapitaChanged { perCapita { ${perCapitaFacts} } }`;
export const perCapitaDeed = (world: World, name: string, input: object, as: string) =>
  deed(world, name, input, as, asked);

const booksFacts = `... on BooksChanged { ledger { slug accounts { kind name balance { amount currency } withBody { slug } } } }`;
export const ownMoney = (world: World, name: string, bodyId: string, input: object, as: string) =>
  deed(world, name, { bodyId: `Body_${bodyId}`, ...input }, as, booksFacts);

/** So much in a group's cash box, from nobody in particular. */
export const collect = async (world: World, bodyId: string, amount: string, as: string, more: object = {}) =>
  ownMoney(
    world,
    'recordIncome',
    bodyId,
    {
      id: newKey(),
      source: 'Collection',
      to: { kind: 'CASH' },
      ...money(amount),
      receivedOn: await today(world),
      ...more,
    },
    as,
  );

/** A carried motion of alder (or another body) that authorises spending; its id as an authority. */
export async function authorise(
  world: World,
  f: Founded,
  { body = 'alder' as keyof Founded['bodies'], ...payload }: Facts = {},
): Promise<string> {
  const motion = await debated(world, f.bodies[body as 'alder'], f.people['amy']!, f.people['ann']!, {
    kind: 'AUTHORISE_SPENDING',
    payload: {
      amount: '100.00',
      currency: 'USD',
      purpose: 'Leaflets',
      until: await daysFromToday(world, 30),
      ...payload,
    },
  });
  await decide(world, motion['id'] as string);
  const made = await world.db
    .selectFrom('spending_authority')
    .select('id')
    .where('proposal_id', '=', (motion['id'] as string).slice('Proposal_'.length))
    .executeTakeFirstOrThrow();
  return `SpendingAuthority_${made.id}`;
}

export const spendingFacts = `id state fund paidFrom paidOn mine authorName payee words reason amount { amount currency } authority { id purpose left { amount } }
  receipt { mediaType digest path } viewerCan`;
const spent = `... on SpendingChanged { spending { ${spendingFacts} } }`;

export const propose = (world: World, bodyId: string, amount: string, as: string, more: object = {}) =>
  deed(
    world,
    'proposeSpending',
    {
      id: newKey(),
      bodyId: `Body_${bodyId}`,
      payee: 'Alder Print Shop',
      words: 'Two thousand leaflets',
      ...money(amount),
      paidFrom: 'CASH',
      ...more,
    },
    as,
    spent,
  );

export const spendingDeed = (world: World, name: string, spendingId: string, as: string, more: object = {}) =>
  deed(world, name, { idempotencyKey: newKey(), spendingId, ...more }, as, spent);

const period = `... on PeriodChanged { period { id fromDate untilDate closedAt viewerCan closing { signedAt words digest sums { kind name opening { amount } closing { amount } } } } }`;
export const periodDeed = (world: World, name: string, input: object, as: string) =>
  deed(world, name, { idempotencyKey: newKey(), ...input }, as, period);

export async function ledger(world: World, slug: string, as: string | null, fields: string): Promise<Facts | null> {
  const { data, errors } = await world.ask(`{ ledger(bodySlug: "${slug}") { ${fields} } }`, {}, as);
  if (errors) throw new Error(errors[0]!.message);
  return data.ledger;
}

/** So many members of a group pay their year. */
export async function paidBy(world: World, f: Founded, names: readonly string[], treasurer: string, more: object = {}) {
  for (const name of names) {
    const told = await pay(world, f.memberships[name]!, f.people[treasurer]!, more);
    if (!told['payment']) throw new Error(JSON.stringify(told));
  }
}
