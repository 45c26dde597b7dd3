// Whether what was built is still what the sources say: a digest of their contents is kept beside the build.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export const parts = {
  server: ['server', 'schema', 'migrations', '.swcrc', 'scripts/build-server.mjs', 'package-lock.json'],
  client: ['client', 'schema/limits.ts', 'server/counting', 'package-lock.json'],
};

const stampOf = (root, part) => join(root, 'dist', `${part}.stamp`);

function digest(root, places) {
  const hash = createHash('sha256');
  const add = (place) => {
    const entries = readdirSync(join(root, place), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      const inside = `${place}/${entry.name}`;
      if (entry.isDirectory()) add(inside);
      else hash.update(`${inside}\0`).update(readFileSync(join(root, inside)));
    }
  };
  for (const place of places) {
    if (/\.\w+$/.test(place)) hash.update(`${place}\0`).update(readFileSync(join(root, place)));
    else add(place);
  }
  return hash.digest('hex');
}

export function isStale(root, part) {
  const stamp = stampOf(root, part);
  return !existsSync(stamp) || readFileSync(stamp, 'utf8') !== digest(root, parts[part]);
}

export function markFresh(root, part) {
  mkdirSync(dirname(stampOf(root, part)), { recursive: true });
  writeFileSync(stampOf(root, part), digest(root, parts[part]));
}
