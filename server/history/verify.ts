/**
 * Checks a published bundle offline, from the bytes up: the files, the signature, the tree, the entries, what the
 * reader kept from before, and then each decided poll from its roll to its outcome. Nothing here asks a server.
 */
import { FILES, readManifest, type Bundle } from './bundle.js';
import { check, noFaults, type Check } from './check.js';
import { PollRecords } from './pollRecords.js';
import { recount as ours } from './recount.js';
import {
  checkConsistency,
  checkEntries,
  checkManifest,
  checkReceipts,
  checkRoot,
  checkSignature,
  readLog,
  type LogEvidence,
} from './verifyLog.js';
import { checkElection } from './verifyElection.js';
import { checkPoll, type Recount } from './verifyPoll.js';

export interface VerifyOptions extends LogEvidence {
  /** The decision engine; ours, unless a caller brings another. */
  readonly recount?: Recount;
}
export interface Verification {
  readonly ok: boolean;
  readonly checks: readonly Check[];
}

export function verifyBundle(bundle: Bundle, options: VerifyOptions = {}): Verification {
  const checks = [checkManifest(bundle)];
  try {
    checks.push(...checkAll(bundle, options));
  } catch (error) {
    checks.push({ name: 'readable', ok: false, detail: (error as Error).message });
  }
  return { ok: checks.every(({ ok }) => ok), checks };
}

function checkAll(
  bundle: Bundle,
  { vkey, oldCheckpoints = [], receipts = [], recount = ours }: VerifyOptions,
): Check[] {
  const log = readLog(bundle, vkey);
  const entries = checkEntries(log);
  const polls = new PollRecords(entries.leaves);
  return [
    checkSignature(bundle, log, vkey !== undefined),
    checkRoot(bundle, log),
    entries.check,
    checkConsistency(log, oldCheckpoints),
    checkReceipts(log, receipts),
    checkScope(bundle, polls),
    ...publishedPolls(bundle).flatMap((poll) => checkPoll(bundle, polls, poll, recount)),
    ...publishedElections(bundle).flatMap((poll) => checkElection(bundle, polls, poll)),
  ];
}

/** A bundle must not leave out a poll it says it answers for. */
function checkScope(bundle: Bundle, polls: PollRecords): Check {
  return check('polls', () => {
    const scope = readManifest(bundle).polls;
    const published = [...publishedPolls(bundle), ...publishedElections(bundle)];
    const promised = scope === 'ALL' ? polls.certified() : scope;
    noFaults(
      promised.filter((poll) => !published.includes(poll)).map((poll) => `the result of poll ${poll} is left out`),
    );
    const others = polls.certified().length - published.length;
    const silent = scope === 'ALL' || others <= 0 ? '' : `; ${others} more were certified and are not in this bundle`;
    const elections = publishedElections(bundle).length;
    const both = elections === 0 ? '' : ` and ${elections} elections`;
    return `${published.length - elections} decided polls${both}${silent}`;
  });
}

const publishedPolls = (bundle: Bundle) => idsIn(bundle, FILES.decision);
const publishedElections = (bundle: Bundle) => idsIn(bundle, FILES.election);

/** The ids that stand in the names of such files. */
function idsIn(bundle: Bundle, nameOf: (id: string) => string): string[] {
  const [folder, end] = nameOf('/').split('//') as [string, string];
  return [...bundle.keys()]
    .filter((name) => name.startsWith(`${folder}/`) && name.endsWith(end))
    .map((name) => name.slice(folder.length + 1, -end.length));
}
