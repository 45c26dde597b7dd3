/**
 * The published bundle: everything a member needs to check the history and the results offline, in one file.
 *
 * The form is JSON, `{"format":"mandate-bundle/1","files":{name: text}}`, each file a text under its name. One file
 * passes by mail or on a stick as it is; every language and every browser reads it without a library; and since the
 * names are never paths on the reader's disk, unpacking cannot write where it should not. A tar would need a reader
 * of its own in the browser for no gain: all that is in here is text.
 */
import { sha256Hex } from './hash.js';
import { isInstant } from './instant.js';
import { isDigest } from './leafTypes.js';
import { isJsonObject } from './canonical.js';
import { Malformed } from './malformed.js';
import { HOWTO } from './howto.js';
import { parseObject, pollFileText, type PollFile } from './pollFile.js';

export const BUNDLE_FORMAT = 'mandate-bundle/1';
export const FILES = {
  manifest: 'manifest.json',
  howto: 'HOWTO.txt',
  checkpoint: 'log/checkpoint',
  entries: 'log/entries.ndjson',
  keys: 'log/keys',
  poll: (poll: string) => `polls/${poll}.json`,
  decision: (poll: string) => `polls/${poll}.decision.json`,
  election: (poll: string) => `elections/${poll}.json`,
  roll: (poll: string) => `rolls/${poll}.txt`,
} as const;

export type Bundle = ReadonlyMap<string, string>;
/** Which polls the bundle answers for: every certified one, or these. */
export type Scope = 'ALL' | readonly string[];
export interface Manifest {
  readonly origin: string;
  readonly at: string;
  readonly polls: Scope;
  /** The SHA-256 of every other file. */
  readonly files: Readonly<Record<string, string>>;
}
export interface BundleParts {
  readonly origin: string;
  readonly at: string;
  /** The newest checkpoint, as signed. */
  readonly checkpoint: string;
  /** The leaves below it, in order, as logged. */
  readonly entries: Iterable<string>;
  readonly vkeys: readonly string[];
  readonly polls: Scope;
  readonly decided: readonly { readonly file: PollFile; readonly decision: string }[];
  /** By the id of its poll, the file of each certified election. */
  readonly elections: ReadonlyMap<string, string>;
  /** By poll, the text of each roll that may be published: of every open poll. */
  readonly rolls: ReadonlyMap<string, string>;
}

export function makeBundle(parts: BundleParts): Bundle {
  const bundle = new Map<string, string>([
    [FILES.howto, HOWTO],
    [FILES.checkpoint, parts.checkpoint],
    [FILES.entries, Array.from(parts.entries, (entry) => `${entry}\n`).join('')],
    [FILES.keys, parts.vkeys.map((vkey) => `${vkey}\n`).join('')],
  ]);
  for (const { file, decision } of parts.decided) {
    bundle.set(FILES.poll(file.poll), pollFileText(file));
    bundle.set(FILES.decision(file.poll), decision);
  }
  for (const [poll, text] of parts.elections) bundle.set(FILES.election(poll), text);
  for (const [poll, text] of parts.rolls) bundle.set(FILES.roll(poll), text);
  const { origin, at, polls } = parts;
  const manifest: Manifest = { origin, at, polls, files: digests(bundle) };
  return new Map([[FILES.manifest, `${JSON.stringify(manifest, null, 2)}\n`], ...bundle]);
}

/** The digest of every file but the manifest itself. */
export function digests(bundle: Bundle): Record<string, string> {
  const files = [...bundle].filter(([name]) => name !== FILES.manifest);
  return Object.fromEntries(files.map(([name, text]) => [name, sha256Hex(text)]));
}

export function bundleText(bundle: Bundle): string {
  return `${JSON.stringify({ format: BUNDLE_FORMAT, files: Object.fromEntries(bundle) }, null, 1)}\n`;
}

export function readBundle(text: string): Bundle {
  const { format, files } = parseObject(text, 'a bundle');
  if (format !== BUNDLE_FORMAT) throw new Malformed(`a bundle has "format": "${BUNDLE_FORMAT}"`);
  if (!isJsonObject(files)) throw new Malformed('a bundle has "files", each a text under its name');
  return new Map(
    Object.entries(files).map(([name, content]) => {
      if (typeof content !== 'string') throw new Malformed(`the file ${name} of the bundle is not a text`);
      return [name, content];
    }),
  );
}

export function fileOf(bundle: Bundle, name: string): string {
  const text = bundle.get(name);
  if (text === undefined) throw new Malformed(`the bundle has no ${name}`);
  return text;
}

export function readManifest(bundle: Bundle): Manifest {
  const { origin, at, polls, files } = parseObject(fileOf(bundle, FILES.manifest), FILES.manifest);
  if (typeof origin !== 'string' || !isInstant(at)) throw new Malformed('the manifest has an origin and a time');
  if (polls !== 'ALL' && !(Array.isArray(polls) && polls.every((poll) => typeof poll === 'string'))) {
    throw new Malformed('the manifest says of which polls it answers: "ALL" or a list');
  }
  if (!isJsonObject(files) || !Object.values(files).every(isDigest)) {
    throw new Malformed('the manifest has files, each with its SHA-256');
  }
  return { origin, at, polls: polls as Scope, files: files as Record<string, string> };
}
