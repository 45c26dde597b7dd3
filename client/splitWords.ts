// The words of the first page come with it; those of all other pages come with the first of them. Each catalogue is
// one file to translate, and two to load: this plugin divides it by the first part of the ids.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

/** What the frame, the first page and any page that cannot be shown say. */
export const firstFamilies = new Set([
  'nav',
  'state',
  'fault',
  'notFound',
  'refused',
  'why',
  'deadline',
  'home',
  'front',
  'due',
  'standing',
  'cure',
  'membership',
  'membershipState',
  'office',
  'body',
  'poll',
  'motion',
  'decisions',
  'proposalState',
  'proposalKind',
  'band',
  'figure',
]);

export const isFirst = (id: string) => firstFamilies.has(id.split('.')[0]!);

const module = /^virtual:words\/(en|es|fr)\/(first|rest)$/;

export const splitWords: Plugin = {
  name: 'split-words',
  resolveId: (id) => (module.test(id) ? `\0${id}` : null),
  async load(id) {
    const [, language, part] = module.exec(id.slice(1)) ?? [];
    if (!id.startsWith('\0') || !language) return null;
    const file = fileURLToPath(new URL(`src/i18n/${language}.json`, import.meta.url));
    this.addWatchFile(file);
    const all = JSON.parse(await readFile(file, 'utf8')) as Record<string, string>;
    const wanted = Object.entries(all).filter(([key]) => isFirst(key) === (part === 'first'));
    return `export default ${JSON.stringify(Object.fromEntries(wanted))}`;
  },
};
