// bodies.csv: the tree, row by row, and then as a whole: one Federation, parents that exist, no circle.
import type { BodyStateWord } from '../database/tables.js';
import { Problems } from './problems.js';
import { readTable, type Row } from './table.js';
import { degrees, name, oneOf, quoted, slug, type Read } from './words.js';

export const bodyColumns = [
  'slug',
  'name',
  'kind',
  'parent',
  'country',
  'subdivision',
  'locality',
  'latitude',
  'longitude',
  'state',
] as const;
const kinds = ['FEDERATION', 'REGION', 'LOCAL_GROUP'] as const;
const states = ['IN_FORMATION', 'AFFILIATED', 'SUSPENDED', 'WITHDRAWN', 'DISSOLVED'] as const;
const FILE = 'bodies.csv';

export interface ImportedBody {
  line: number;
  slug: string;
  name: string;
  kind: (typeof kinds)[number];
  parent: string | null;
  country: string | null;
  subdivision: string | null;
  locality: string | null;
  latitude: string | null;
  longitude: string | null;
  state: BodyStateWord;
  /** How many bodies stand above it. */
  depth: number;
}

export type Bodies = Map<string, ImportedBody>;

export async function readBodies(folder: string, problems: Problems): Promise<{ bodies: Bodies; digest: string }> {
  const bodies: Bodies = new Map();
  const digest = await readTable(folder, FILE, bodyColumns, problems, (row) => {
    const body = bodyOf(row, problems);
    const before = bodies.get(body.slug);
    if (before)
      problems.add(
        FILE,
        row.line,
        `slug: a slug of its own was expected; ${quoted(body.slug)} is that of line ${before.line}`,
      );
    else if (body.slug !== '') bodies.set(body.slug, body);
  });
  if (!problems.unreadable) placeAll(bodies, problems);
  return { bodies, digest };
}

function bodyOf({ line, cells }: Row, problems: Problems): ImportedBody {
  const need = <Value>(column: string, { value, expected }: Read<Value>): Value | null => {
    if (expected !== null) problems.add(FILE, line, `${column}: ${expected}`);
    return value;
  };
  const { country = '', subdivision = '', locality = '' } = cells;
  if (country !== '' && !/^[A-Z]{2}$/.test(country))
    problems.add(FILE, line, `country: two capital letters such as CA were expected, not ${quoted(country)}`);
  for (const [column, cell] of Object.entries({ subdivision, locality }))
    if (cell.length > 120) problems.add(FILE, line, `${column}: at most 120 characters were expected`);
  const latitude = need('latitude', degrees(cells['latitude']!, 90));
  const longitude = need('longitude', degrees(cells['longitude']!, 180));
  if ((cells['latitude'] === '') !== (cells['longitude'] === ''))
    problems.add(FILE, line, 'latitude: both latitude and longitude were expected, or neither');
  return {
    line,
    slug: need('slug', slug(cells['slug']!)) ?? '',
    name: need('name', name(cells['name']!, 120)) ?? '',
    kind: need('kind', oneOf(cells['kind']!, kinds)) ?? 'LOCAL_GROUP',
    parent: cells['parent'] || null,
    country: country || null,
    subdivision: subdivision || null,
    locality: locality || null,
    latitude,
    longitude,
    state: need('state', oneOf(cells['state']!, states, 'AFFILIATED')) ?? 'AFFILIATED',
    depth: 0,
  };
}

function placeAll(bodies: Bodies, problems: Problems): void {
  const federations = [...bodies.values()].filter(({ kind }) => kind === 'FEDERATION');
  if (federations.length === 0) problems.add(FILE, null, 'one row of kind FEDERATION was expected, and there is none');
  for (const { line } of federations.slice(1))
    problems.add(FILE, line, `kind: one FEDERATION was expected, and line ${federations[0]!.line} is it already`);
  for (const body of bodies.values()) {
    const fault = parentFault(body, bodies);
    if (fault) problems.add(FILE, body.line, `parent: ${fault}`);
    else body.depth = depthOf(body, bodies, problems);
  }
}

function parentFault({ kind, parent }: ImportedBody, bodies: Bodies): string | null {
  if (kind === 'FEDERATION') return parent === null ? null : 'no parent was expected above the Federation';
  if (parent === null) return 'the slug of the body above was expected';
  const above = bodies.get(parent);
  if (!above) return `the slug of a body in this file was expected, not ${quoted(parent)}`;
  return above.kind === 'LOCAL_GROUP'
    ? `a Region or the Federation was expected, and ${quoted(parent)} is a Local Group`
    : null;
}

function depthOf(body: ImportedBody, bodies: Bodies, problems: Problems): number {
  let depth = 0;
  for (let above = body.parent; above !== null; above = bodies.get(above)?.parent ?? null) {
    depth += 1;
    if (depth <= bodies.size) continue;
    problems.add(
      FILE,
      body.line,
      'parent: a line of parents up to the Federation was expected, and these go in a circle',
    );
    return 0;
  }
  return depth;
}
