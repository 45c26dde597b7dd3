// The dependency rule of the house, read off the import lines. A broken rule fails with its own sentence.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';

const root = path.resolve(import.meta.dirname, '..');
const rooms = ['server', 'schema', 'client/src', 'migrations'];

interface Import {
  from: string;
  to: string;
  typeOnly: boolean;
}

function sources(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts') && !name.startsWith('generated'))
    .map((name) => path.join(folder, name));
}

function importsOf(file: string): Import[] {
  const text = readFileSync(path.join(root, file), 'utf8');
  const found = text.matchAll(/^(?:import|export)\s+(type\s)?[^'"]*?from\s+'(\.[^']+)'|import\('(\.[^']+)'\)/gm);
  return [...found].map(([, type, fixed, lazy]) => ({
    from: file,
    to: path.join(path.dirname(file), (fixed ?? lazy)!),
    typeOnly: Boolean(type),
  }));
}

const imports = rooms.flatMap(sources).flatMap(importsOf);
const broken = (judge: (line: Import) => boolean) =>
  imports.filter(judge).map((line) => `${line.from} imports ${line.to}`);
const room = (file: string) => rooms.find((name) => file.startsWith(`${name}/`));

/** Features in the order in which they may lean on each other: one may import those before it. */
const order = ['bodies', 'accounts', 'platform', 'rules', 'membership', 'dues', 'proposals', 'polls', 'elections'];
const featureOf = (file: string) => order.find((name) => file.startsWith(`server/${name}/`));

test('there are import lines to judge', () => expect(imports.length).toBeGreaterThan(200));

test('counting imports nothing of ours: it must run in a browser and be provable alone', () => {
  expect(broken(({ from, to }) => from.startsWith('server/counting/') && !to.startsWith('server/counting/'))).toEqual(
    [],
  );
});

test('migrations import nothing of ours: they describe the tables of their own day', () => {
  expect(broken(({ from, to }) => from.startsWith('migrations/') && !to.startsWith('migrations/'))).toEqual([]);
});

test('server/app.ts is the only file of the server that imports the schema (its pure limits apart)', () => {
  expect(
    broken(
      ({ from, to }) =>
        from.startsWith('server/') &&
        from !== 'server/app.ts' &&
        to.startsWith('schema/') &&
        !to.startsWith('schema/limits'),
    ),
  ).toEqual([]);
});

test('the client leans on its generated types, the pure limits and the pure counting, and on nothing else of ours', () => {
  const allowed = (to: string) =>
    to.startsWith('client/src/') || to.startsWith('schema/limits') || to.startsWith('server/counting');
  expect(broken(({ from, to }) => from.startsWith('client/src/') && !allowed(to))).toEqual([]);
});

test('the schema never takes the entity manager: it calls commands and readings', () => {
  const texts = sources('schema').filter((file) =>
    /\bcontext\.em\b|\{[^}]*\bem\b[^}]*\}: Context/.test(readFileSync(path.join(root, file), 'utf8')),
  );
  expect(texts).toEqual([]);
});

test('nothing in the server or the schema imports the client', () => {
  expect(broken(({ from, to }) => room(from) !== 'client/src' && to.startsWith('client/'))).toEqual([]);
});

test('features lean on each other in one direction; a back-reference is a type', () => {
  expect(
    broken(({ from, to, typeOnly }) => {
      const [a, b] = [featureOf(from), featureOf(to)];
      return a !== undefined && b !== undefined && !typeOnly && order.indexOf(b) > order.indexOf(a);
    }),
  ).toEqual([]);
});
