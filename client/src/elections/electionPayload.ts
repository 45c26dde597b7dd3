/** The payload of a motion that calls an election, as its form holds it; what is left open the rule book fills in. */
export interface AskedConstraint {
  name: string;
  atLeast: number;
  atMost: number | null;
}
export interface Asks {
  kind: 'PERSONS' | 'OPTIONS';
  office: string;
  seats: number | null;
  termMonths: number | null;
  takesOfficeOn: string;
  options: string[];
  /** Empty for the method of the rule book. */
  method: string;
  constraints: AskedConstraint[];
}

const ofPersons = ['scottish-stv', 'meek-stv', 'irv', 'schulze', 'approval', 'score', 'plurality'] as const;
const ofOptions = [...ofPersons, 'consent'] as const;
export const methodsFor = (kind: Asks['kind']) => (kind === 'PERSONS' ? ofPersons : ofOptions);

export function asksOf(payload: Record<string, unknown>): Asks {
  const word = (key: string) => (typeof payload[key] === 'string' ? payload[key] : '');
  const number = (key: string) => (typeof payload[key] === 'number' ? payload[key] : null);
  const list = (key: string): unknown[] => (Array.isArray(payload[key]) ? payload[key] : []);
  return {
    kind: payload.kind === 'OPTIONS' ? 'OPTIONS' : 'PERSONS',
    office: word('office'),
    seats: number('seats'),
    termMonths: number('termMonths'),
    takesOfficeOn: word('takesOfficeOn'),
    options: list('options').map(String),
    method: word('method'),
    constraints: list('constraints') as AskedConstraint[],
  };
}

/** Only what belongs to its kind, and only what is given. */
export function payloadOf(asks: Asks): Record<string, unknown> {
  const { kind, seats, method } = asks;
  const shared = { kind, ...(seats === null ? {} : { seats }), ...(method === '' ? {} : { method }) };
  if (kind === 'OPTIONS') return { ...shared, options: asks.options };
  const { office, termMonths, takesOfficeOn, constraints } = asks;
  return {
    ...shared,
    office,
    ...(termMonths === null ? {} : { termMonths }),
    takesOfficeOn,
    ...(constraints.length === 0 ? {} : { constraints }),
  };
}

/** "2 Women" is at least two, "2-3 Trade A" two to three of that group. */
const line = /^(\d+)(?:\s*-\s*(\d+))?\s+(\S.*)$/;

/** Null where a line says neither. */
export function readConstraints(text: string): AskedConstraint[] | null {
  const lines = text
    .split('\n')
    .map((each) => each.trim())
    .filter(Boolean);
  const read = lines.map((each) => line.exec(each));
  if (read.includes(null)) return null;
  return read.map((found) => ({
    name: found![3]!,
    atLeast: Number(found![1]),
    atMost: found![2] === undefined ? null : Number(found![2]),
  }));
}

export const constraintLines = (constraints: readonly AskedConstraint[]): string =>
  constraints.map(({ name, atLeast, atMost }) => `${atLeast}${atMost === null ? '' : `-${atMost}`} ${name}`).join('\n');
