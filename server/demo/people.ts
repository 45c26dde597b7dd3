// Who there is in the demonstration: members, officers with terms, and those whose standing shows something.
import { demoBodies, type DemoBody } from './bodies.js';
import { namer } from './names.js';
import { drawer, idOf } from './seeded.js';

export interface DemoPerson {
  id: string;
  displayName: string;
  email: string;
  locale: 'en' | 'es' | 'fr';
  body: string;
  kind: 'MEMBER' | 'SUPPORTER';
  state: 'APPLICANT' | 'ACTIVE' | 'ON_LEAVE';
  /** Days before today; for applicants, when they applied. */
  joinedAgo: number;
  /** Days from today up to which dues were paid before the books were opened; null where they are paid into them, or not owed. */
  paidFor: number | null;
  accepted: boolean;
  offices: { body: string; office: string }[];
}

/** A person by place: `tacoma 0` is the first of Tacoma, `tacoma arrears` the one in arrears. */
export const personId = (body: string, which: number | string): string => idOf('person', body, which);

/** Every group has these five; what its other members are elected to above stands below, one office a person. */
const groupOffices = ['SECRETARY', 'TREASURER', 'CONVENOR', 'TELLER', 'TELLER'];
const officesAbove: [body: string, office: string, group: string, member: number][] = [
  ['tacoma', 'AUDITOR', 'tacoma', 13],
  ['federation', 'SECRETARY', 'baltimore', 7],
  ['federation', 'CONVENOR', 'detroit', 7],
  ['federation', 'TREASURER', 'portland', 7],
  ['federation', 'AUDITOR', 'tampico', 8],
  ['federation', 'TELLER', 'hamilton', 6],
  ['federation', 'TELLER', 'victoria', 6],
  ['cascadia', 'SECRETARY', 'portland', 5],
  ['cascadia', 'CONVENOR', 'tacoma', 5],
  ['cascadia', 'TREASURER', 'victoria', 5],
  ['cascadia', 'TELLER', 'portland', 6],
  ['cascadia', 'TELLER', 'tacoma', 6],
  ['great-lakes', 'SECRETARY', 'detroit', 5],
  ['great-lakes', 'CONVENOR', 'hamilton', 5],
  ['great-lakes', 'TREASURER', 'toledo', 5],
  ['great-lakes', 'TELLER', 'detroit', 6],
  ['great-lakes', 'TELLER', 'duluth', 5],
  ['atlantic', 'SECRETARY', 'baltimore', 5],
  ['atlantic', 'CONVENOR', 'worcester', 5],
  ['atlantic', 'TREASURER', 'halifax', 5],
  ['atlantic', 'TELLER', 'baltimore', 6],
  ['atlantic', 'TELLER', 'worcester', 6],
  ['gulf', 'SECRETARY', 'tampico', 5],
  ['gulf', 'CONVENOR', 'mobile', 5],
  ['gulf', 'TREASURER', 'tampico', 6],
  ['gulf', 'TELLER', 'tampico', 7],
  ['gulf', 'TELLER', 'mobile', 6],
];

/** Those beside the members in good standing, each for a reason that their standing tells. */
const others: [body: string, which: string, facts: Partial<DemoPerson>][] = [
  ['tacoma', 'arrears', { paidFor: -140, joinedAgo: 900 }],
  ['portland', 'unaccepted', { accepted: false, joinedAgo: 300, paidFor: null }],
  ['baltimore', 'leave', { state: 'ON_LEAVE' }],
  ['portland', 'supporter', { kind: 'SUPPORTER', paidFor: null }],
  ['portland', 'supporter-2', { kind: 'SUPPORTER', paidFor: null }],
  ['halifax', 'supporter', { kind: 'SUPPORTER', paidFor: null }],
  ['tacoma', 'applicant', { state: 'APPLICANT', joinedAgo: 3, paidFor: null }],
  ['tacoma', 'applicant-2', { state: 'APPLICANT', joinedAgo: 1, paidFor: null }],
  ['victoria', 'applicant', { state: 'APPLICANT', joinedAgo: 6, paidFor: null }],
  ['detroit', 'applicant', { state: 'APPLICANT', joinedAgo: 2, paidFor: null }],
  // At large in a Region, too far from any group: one is away at sea, the other has yet to accept the platform.
  ['great-lakes', 'leave', { state: 'ON_LEAVE' }],
  ['great-lakes', 'unaccepted', { accepted: false }],
  ...Array.from({ length: 6 }, (_, i): [string, string, Partial<DemoPerson>] => [
    'tucson',
    String(i),
    { joinedAgo: 150 - i },
  ]),
];

export function demoPeople(ageInDays: (body: DemoBody) => number): DemoPerson[] {
  const taken = new Set<string>();
  return demoBodies.flatMap((body) => {
    const named = namer(body.slug, taken);
    const draw = drawer(`people of ${body.slug}`);
    const make = (which: number | string, facts: Partial<DemoPerson>): DemoPerson => ({
      id: personId(body.slug, which),
      ...named(),
      email: `${body.slug}-${which}@demonstration.example`,
      body: body.slug,
      kind: 'MEMBER',
      state: 'ACTIVE',
      joinedAgo: 100 + draw(Math.max(1, ageInDays(body) - 100)),
      paidFor: 20 + draw(340),
      accepted: true,
      offices: officesOf(body.slug, which),
      ...facts,
    });
    const good = Array.from({ length: body.members }, (_, i) =>
      make(i, { paidFor: null, ...(i < groupOffices.length && { joinedAgo: ageInDays(body) }) }),
    );
    return [...good, ...others.filter(([slug]) => slug === body.slug).map(([, which, facts]) => make(which, facts))];
  });
}

function officesOf(body: string, which: number | string): DemoPerson['offices'] {
  const here = groupOffices[Number(which)];
  const above = officesAbove.filter(([, , group, member]) => group === body && member === which);
  return [...(here ? [{ body, office: here }] : []), ...above.map(([higher, office]) => ({ body: higher, office }))];
}
