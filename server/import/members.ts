// members.csv: who belongs to which Local Group, in what state, and which offices they hold.
import type { MembershipStateWord } from '../database/tables.js';
import type { Bodies } from './bodies.js';
import type { Problems } from './problems.js';
import { readTable, type Row } from './table.js';
import { date, email, name, oneOf, quoted, type Read } from './words.js';

export const memberColumns = [
  'local_group',
  'display_name',
  'email',
  'state',
  'joined_on',
  'dues_paid_until',
  'offices',
] as const;
const states = ['APPLICANT', 'ACTIVE', 'ON_LEAVE', 'SUSPENDED', 'LAPSED', 'RESIGNED', 'EXPELLED'] as const;
const FILE = 'members.csv';

export interface ImportedMember {
  body: string;
  displayName: string;
  email: string | null;
  state: MembershipStateWord;
  joinedOn: string | null;
  duesPaidUntil: string | null;
  offices: { body: string; office: string }[];
}

export async function readMembers(
  folder: string,
  bodies: Bodies,
  today: string,
  problems: Problems,
): Promise<{ members: ImportedMember[]; digest: string }> {
  const members: ImportedMember[] = [];
  const addresses = new Map<string, number>();
  const digest = await readTable(folder, FILE, memberColumns, problems, (row) => {
    const member = memberOf(row, bodies, today, problems);
    const before = member.email === null ? undefined : addresses.get(member.email);
    if (before !== undefined)
      problems.add(
        FILE,
        row.line,
        `email: an address of their own was expected; ${quoted(member.email!)} is that of line ${before}`,
      );
    else if (member.email !== null) addresses.set(member.email, row.line);
    members.push(member);
  });
  return { members, digest };
}

function memberOf({ line, cells }: Row, bodies: Bodies, today: string, problems: Problems): ImportedMember {
  const add = (column: string, expected: string) => problems.add(FILE, line, `${column}: ${expected}`);
  const need = <Value>(column: string, { value, expected }: Read<Value>): Value | null => {
    if (expected !== null) add(column, expected);
    return value;
  };
  const body = cells['local_group']!;
  const home = bodies.get(body);
  if (!home || home.kind === 'FEDERATION')
    add(
      'local_group',
      `the slug of a Local Group in bodies.csv (or of a Region, for a member at large) was expected, not ${quoted(body)}`,
    );
  const state = need('state', oneOf(cells['state']!, states, 'ACTIVE')) ?? 'ACTIVE';
  if ((home?.state === 'WITHDRAWN' || home?.state === 'DISSOLVED') && (state === 'ACTIVE' || state === 'APPLICANT')) {
    add('local_group', `a body that has not ended was expected for a member in state ${state}`);
  }
  const joinedOn = need('joined_on', date(cells['joined_on']!, { latest: today }));
  if (['ACTIVE', 'ON_LEAVE', 'SUSPENDED'].includes(state) && cells['joined_on'] === '')
    add('joined_on', `a date was expected for a member in state ${state}`);
  return {
    body,
    displayName: need('display_name', name(cells['display_name']!, 80)) ?? '',
    email: need('email', email(cells['email']!)),
    state,
    joinedOn,
    duesPaidUntil: need('dues_paid_until', date(cells['dues_paid_until']!)),
    offices: officesOf(cells['offices']!, body, state, bodies, add),
  };
}

/** `SECRETARY;TELLER`, of the Local Group itself; `SECRETARY@great-lakes` of a body above it. */
function officesOf(
  cell: string,
  home: string,
  state: MembershipStateWord,
  bodies: Bodies,
  add: (column: string, expected: string) => void,
): ImportedMember['offices'] {
  const held: ImportedMember['offices'] = [];
  for (const word of cell
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')) {
    const [office = '', body = home] = word.split('@');
    if (!/^[A-Z][A-Z_]{1,30}$/.test(office))
      add('offices', `offices in capital letters such as SECRETARY;TELLER were expected, not ${quoted(word)}`);
    else if (!isAbove(body, home, bodies))
      add('offices', `an office of the Local Group or of a body above it was expected, not ${quoted(word)}`);
    else if (held.some((other) => other.office === office && other.body === body))
      add('offices', `each office once was expected, and ${office} stands twice`);
    else held.push({ body, office });
  }
  if (held.length > 0 && state !== 'ACTIVE') add('offices', `no office was expected for a member in state ${state}`);
  return held;
}

function isAbove(body: string, home: string, bodies: Bodies): boolean {
  let at: string | null = home;
  for (let steps = 0; at !== null && steps <= bodies.size; steps++) {
    if (at === body) return true;
    at = bodies.get(at)?.parent ?? null;
  }
  return false;
}
