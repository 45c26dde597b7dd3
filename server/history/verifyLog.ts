/** The history itself: that it is one log, whole, signed, in order, and an addition to whatever was kept of it before. */
import { ACKNOWLEDGEMENT_HEADER, keepsPromise, verifyAcknowledgement } from './acknowledgement.js';
import { digests, FILES, fileOf, readManifest, type Bundle } from './bundle.js';
import { check, noFaults, type Check } from './check.js';
import { openCheckpoint, type Checkpoint } from './checkpoint.js';
import { verifierFromVkey, type Verifier } from './key.js';
import { parseLeaf, type Leaf } from './leaf.js';
import { leafHash, sameHash } from './merkle.js';
import { verifyProof } from './proof.js';
import { rootsAt } from './tree.js';

const MINUTE = 60_000;
/** Minutes. A deed is timed just before it commits, so two deeds around the turn of a minute may be numbered the other way round. */
const SLACK = 1;

export interface LogEvidence {
  readonly vkey?: string | readonly string[];
  readonly oldCheckpoints?: readonly string[];
  readonly receipts?: readonly string[];
}
/** The log as read out of a bundle, once, for every check. */
export interface Log {
  readonly lines: readonly string[];
  readonly hashes: readonly Buffer[];
  readonly known: readonly Verifier[];
}

export function readLog(bundle: Bundle, vkey: LogEvidence['vkey']): Log {
  const text = fileOf(bundle, FILES.entries);
  const lines = text === '' ? [] : text.replace(/\n$/, '').split('\n');
  const vkeys = vkey === undefined ? fileOf(bundle, FILES.keys).trimEnd().split('\n') : [vkey].flat();
  return {
    lines,
    hashes: lines.map((line) => leafHash(Buffer.from(line, 'utf8'))),
    known: vkeys.map(verifierFromVkey),
  };
}

export function checkManifest(bundle: Bundle): Check {
  return check('manifest', () => {
    const { files, at } = readManifest(bundle);
    const found = digests(bundle);
    const names = [...new Set([...Object.keys(files), ...Object.keys(found)])];
    noFaults(
      names.filter((name) => files[name] !== found[name]).map((name) => differs(name, files[name], found[name])),
    );
    return `${names.length} files as listed, made ${at}`;
  });
}

export function checkSignature(bundle: Bundle, log: Log, pinned: boolean): Check {
  return check('signature', () => {
    const { origin, size } = openCheckpoint(fileOf(bundle, FILES.checkpoint), log.known);
    const of = readManifest(bundle).origin;
    if (of !== origin) throw new Error(`the manifest speaks of ${of}, the checkpoint of ${origin}`);
    const key = pinned ? 'the key you gave' : 'the key inside the bundle; compare it with one you got elsewhere';
    return `${origin} signed its checkpoint of ${size} entries, by ${key}`;
  });
}

export function checkRoot(bundle: Bundle, log: Log): Check {
  return check('root', () => {
    const { size, root } = openCheckpoint(fileOf(bundle, FILES.checkpoint), log.known);
    if (log.hashes.length !== size)
      throw new Error(`the checkpoint covers ${size} entries, the bundle holds ${log.hashes.length}`);
    if (!sameHash(rootOf(log, size), root))
      throw new Error('the root recomputed from the entries is not the signed one');
    return `recomputed from ${size} entries: ${root.toString('hex')}`;
  });
}

/** Returns what could be read, so that later checks can still say what they find. */
export function checkEntries(log: Log): { check: Check; leaves: Leaf[] } {
  const leaves: Leaf[] = [];
  const faults: string[] = [];
  let latest = 0;
  for (const [index, line] of log.lines.entries()) {
    try {
      const leaf = parseLeaf(line);
      leaves.push(leaf);
      if (leaf.seq !== index) faults.push(`entry ${index} calls itself ${leaf.seq}`);
      const minute = Math.floor(Date.parse(leaf.at) / MINUTE);
      if (minute < latest - SLACK) faults.push(`entry ${index} is older than one before it`);
      latest = Math.max(latest, minute);
    } catch (error) {
      faults.push(`entry ${index}: ${(error as Error).message}`);
    }
  }
  const found = check('entries', () => {
    noFaults(faults);
    return `${leaves.length} entries, canonical, numbered and in order of time`;
  });
  return { check: found, leaves };
}

export function checkConsistency(log: Log, oldCheckpoints: readonly string[]): Check {
  return check('consistency', () => {
    if (oldCheckpoints.length === 0) return 'no older checkpoint was given to compare with';
    const sizes = oldCheckpoints.map((note) => {
      const old = openCheckpoint(note, log.known);
      mustBegin(log, old, `the checkpoint of ${old.size} entries`);
      return old.size;
    });
    return `the history begins with what was signed at ${sizes.join(', ')} entries`;
  });
}

export function checkReceipts(log: Log, receipts: readonly string[]): Check {
  return check('receipts', () => {
    if (receipts.length === 0) return 'no receipt was given to look for';
    const places = receipts.map((receipt) =>
      receipt.startsWith(ACKNOWLEDGEMENT_HEADER) ? findAcknowledged(log, receipt) : findProven(log, receipt),
    );
    return `in the history as entries ${places.join(', ')}`;
  });
}

function findProven(log: Log, receipt: string): number {
  const { index, leaf, checkpoint } = verifyProof(receipt, log.known);
  mustBegin(log, checkpoint, `the checkpoint of the receipt for entry ${index}`);
  if (log.lines[index] !== leaf.toString('utf8')) throw new Error(`entry ${index} is not the one the receipt is for`);
  return index;
}

function findAcknowledged(log: Log, note: string): number {
  const acknowledged = verifyAcknowledgement(note, log.known);
  const index = log.lines.findIndex((line) => isKept(line, acknowledged));
  if (index < 0) throw new Error(`record ${acknowledged.recordId} was acknowledged and is not in the history`);
  return index;
}

function isKept(line: string, acknowledged: Parameters<typeof keepsPromise>[1]): boolean {
  try {
    return keepsPromise(line, acknowledged);
  } catch {
    return false;
  }
}

/** Two signed statements that do not fit are the proof of a rewritten or a split history. */
function mustBegin(log: Log, old: Checkpoint, what: string): void {
  if (old.size > log.hashes.length) throw new Error(`${what} is newer than this bundle (${log.hashes.length} entries)`);
  if (!sameHash(rootOf(log, old.size), old.root)) throw new Error(`${what} does not fit: the history was rewritten`);
}

function rootOf(log: Log, size: number): Buffer {
  return rootsAt(log.hashes, [size]).get(size)!;
}

function differs(name: string, listed: string | undefined, found: string | undefined): string {
  if (found === undefined) return `${name} is listed and missing`;
  return listed === undefined ? `${name} is not listed` : `${name} is not the file that was listed`;
}
