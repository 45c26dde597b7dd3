/**
 * A small federation whose history the verifier's tests publish and then spoil: an open motion of two Local Groups
 * and a third that counted by hand, rolled up to one poll; and a confidential motion in which two small groups are
 * pooled. Everything is made with the code the server publishes with.
 */
import { acknowledge } from '../../../server/history/acknowledgement.js';
import { digests, FILES, makeBundle, type Bundle, type Scope } from '../../../server/history/bundle.js';
import { signCheckpoint } from '../../../server/history/checkpoint.js';
import {
  ballotCode,
  decisionHash,
  rollCommitment,
  rollCounts,
  rollText,
  ruleHash,
  voterHash,
  type RollLine,
} from '../../../server/history/commitments.js';
import { sha256Hex } from '../../../server/history/hash.js';
import { signerFromSeed } from '../../../server/history/key.js';
import { leafBytes, type HistoryRecord } from '../../../server/history/leaf.js';
import type { BodyOf, LeafType } from '../../../server/history/leafTypes.js';
import { leafHash } from '../../../server/history/merkle.js';
import { proofText } from '../../../server/history/proof.js';
import { appendLeaves, EMPTY_EDGE, proofHashes, proofNodes, rootOf } from '../../../server/history/tree.js';

export const log = signerFromSeed('log.example/federation', Buffer.alloc(32, 7));
export const NONE = sha256Hex('');

export interface Story {
  readonly records: HistoryRecord[];
  readonly decisions: Map<
    string,
    { text: string; sources: { poll: string; body: string; place: string[] }[]; outcome: string }
  >;
  readonly rolls: Map<string, string>;
  polls: Scope;
}

export function record<T extends LeafType>(type: T, body: BodyOf<T>, at = '2031-07-04T12:00:00Z'): HistoryRecord {
  return { at, type, body } as unknown as HistoryRecord;
}

export const rule = {
  voting: 'GROUPS',
  weight: { kind: 'EQUAL' },
  cast: 'SPLIT',
  quorum: { electors: '0/1', bodies: '1/2' },
  threshold: { fraction: '1/2', base: 'CAST', strict: true },
  bodies: null,
};
const options = ['FOR', 'AGAINST', 'ABSTAIN'];

export function voter(body: string, member: number): string {
  return voterHash(Buffer.alloc(16, member), `${body}-${member}`);
}

export function roll(body: string, size: number): RollLine[] {
  return Array.from({ length: size }, (_, member) => ({
    voter: voter(body, member),
    group: body,
    weight: 1,
  }));
}

export function vote(
  poll: string,
  body: string,
  member: number,
  choice: string,
  more: Partial<BodyOf<'vote'>> = {},
): HistoryRecord {
  const id = `${body}-${member}-${choice}`;
  return record('vote', {
    ballot: poll,
    id,
    voter: voter(body, member),
    group: body,
    choice,
    weight: 1,
    prev: null,
    ...more,
  });
}

export function code(poll: string, ballot: number, choice: string): string {
  return ballotCode(Buffer.alloc(16, ballot), poll, choice);
}

export function cast(poll: string, ballot: number, choice: string, prev: string | null = null): HistoryRecord {
  return record('ballot.cast', { poll, code: code(poll, ballot, choice), prev });
}

function opened(
  poll: string,
  parent: string | null,
  secret: boolean,
  file: { options: string[]; rule: typeof rule; bodies: never[] },
): HistoryRecord {
  const [opensAt, closesAt] = ['2031-07-04T11:00:00Z', '2031-07-04T13:00:00Z'];
  return record('ballot.open', {
    poll,
    parent,
    voting: file.rule.voting,
    secret,
    opensAt,
    closesAt,
    ruleHash: ruleHash(file),
  });
}

const frozen = (poll: string, lines: RollLine[]) =>
  record('roll.freeze', { poll, counts: rollCounts(lines), commitment: rollCommitment(lines) });

/** Three groups decide in the open: Tacoma (4 on the roll) and Duluth (3) by ballots, Toledo (5) by its tellers. */
function openMotion(story: Story): void {
  const decision = {
    title: 'Motion 7',
    options,
    rule,
    bodies: [
      { name: 'Cascadia', bodies: [{ name: 'Tacoma', entitled: 4, tally: { FOR: 2, AGAINST: 1 } }] },
      {
        name: 'Great Lakes',
        bodies: [
          { name: 'Duluth', entitled: 3, tally: { FOR: 1, ABSTAIN: 1 } },
          { name: 'Toledo', entitled: 5, tally: { FOR: 3, AGAINST: 1 } },
        ],
      },
    ],
  };
  const bare = { options, rule, bodies: [] };
  const text = JSON.stringify(decision);
  const [tacoma, duluth] = [roll('tacoma', 4), roll('duluth', 3)];
  story.records.push(
    record('deed', { name: 'submitProposal', subject: 'motion-7', actor: voter('tacoma', 0), digest: NONE }),
    opened('open', null, false, bare),
    frozen('open-tacoma', tacoma),
    opened('open-tacoma', 'open', false, bare),
    frozen('open-duluth', duluth),
    opened('open-duluth', 'open', false, bare),
    record('roll.freeze', { poll: 'open-toledo', counts: { toledo: 5 }, commitment: NONE }),
    opened('open-toledo', 'open', false, bare),
    vote('open-tacoma', 'tacoma', 0, 'AGAINST'),
    vote('open-tacoma', 'tacoma', 1, 'FOR'),
    vote('open-duluth', 'duluth', 0, 'FOR'),
    vote('open-tacoma', 'tacoma', 0, 'FOR', { prev: 'tacoma-0-AGAINST' }),
    vote('open-tacoma', 'tacoma', 3, 'AGAINST'),
    vote('open-duluth', 'duluth', 2, 'ABSTAIN'),
    record('tellers.count', {
      poll: 'open-toledo',
      body: 'toledo',
      tally: { FOR: 3, AGAINST: 1 },
      entitled: 5,
    }),
    record('ballot.close', { poll: 'open-tacoma', ballots: 3 }),
    record('ballot.close', { poll: 'open-duluth', ballots: 2 }),
    record('ballot.close', { poll: 'open-toledo', ballots: 0 }),
    record('ballot.close', { poll: 'open', ballots: 0 }),
    record('result', {
      poll: 'open',
      proposal: 'motion-7',
      outcome: 'CARRIED',
      decisionHash: decisionHash(text),
    }),
  );
  story.rolls.set('open-tacoma', rollText(tacoma)).set('open-duluth', rollText(duluth));
  const sources = [
    { poll: 'open-tacoma', body: 'tacoma', place: ['Cascadia', 'Tacoma'] },
    { poll: 'open-duluth', body: 'duluth', place: ['Great Lakes', 'Duluth'] },
    { poll: 'open-toledo', body: 'toledo', place: ['Great Lakes', 'Toledo'] },
  ];
  story.decisions.set('open', { text, sources, outcome: 'CARRIED' });
}

/** A confidential motion: Worcester (6 on the roll) alone, Mobile (3) and Duluth (2) pooled. */
function secretMotion(story: Story): void {
  const file = { options, rule: { ...rule, voting: 'MEMBERS' }, bodies: [] as never[] };
  const bodies = [
    { name: 'Worcester', entitled: 6, tally: { FOR: 1, AGAINST: 2 } },
    { name: 'Small groups', entitled: 5, tally: { AGAINST: 2 } },
  ];
  const text = JSON.stringify({ title: 'Motion 8', ...file, bodies });
  const polls = ['secret-worcester', 'secret-mobile', 'secret-duluth'];
  const groups = ['worcester', 'mobile', 'duluth'];
  story.records.push(opened('secret', null, true, file));
  polls.forEach((poll, i) =>
    story.records.push(frozen(poll, roll(groups[i]!, [6, 3, 2][i]!)), opened(poll, 'secret', true, file)),
  );
  story.records.push(
    cast('secret-worcester', 1, 'FOR'),
    cast('secret-mobile', 2, 'AGAINST'),
    cast('secret-worcester', 3, 'AGAINST'),
    cast('secret-worcester', 4, 'AGAINST', code('secret-worcester', 1, 'FOR')),
    cast('secret-worcester', 5, 'FOR'),
    cast('secret-duluth', 6, 'AGAINST'),
    record('ballot.close', { poll: 'secret-worcester', ballots: 3 }),
    record('ballot.close', { poll: 'secret-mobile', ballots: 1 }),
    record('ballot.close', { poll: 'secret-duluth', ballots: 1 }),
    record('ballot.close', { poll: 'secret', ballots: 0 }),
    record('result', {
      poll: 'secret',
      proposal: null,
      outcome: 'DEFEATED',
      decisionHash: decisionHash(text),
    }),
  );
  const places = [['Worcester'], ['Small groups'], ['Small groups']];
  const sources = polls.map((poll, i) => ({ poll, body: groups[i]!, place: places[i]! }));
  story.decisions.set('secret', { text, sources, outcome: 'DEFEATED' });
}

export function story(): Story {
  const told: Story = { records: [], decisions: new Map(), rolls: new Map(), polls: 'ALL' };
  openMotion(told);
  secretMotion(told);
  return told;
}

export function entriesOf(records: readonly HistoryRecord[]): Buffer[] {
  return records.map((each, seq) => leafBytes(seq, each));
}

/** Signs and bundles whatever history it is given, sound or not, as a server would. */
export function publish({ records, decisions, rolls, polls }: Story): Bundle {
  const entries = entriesOf(records);
  return makeBundle({
    origin: log.name,
    at: '2031-07-05T00:00:00Z',
    checkpoint: checkpointOf(entries),
    entries: entries.map(String),
    vkeys: [log.vkey],
    polls,
    decided: [...decisions].map(([poll, { text, sources, outcome }]) => ({
      file: { poll, proposal: poll === 'open' ? 'motion-7' : null, sources, result: { outcome } },
      decision: text,
    })),
    elections: new Map(),
    rolls,
  });
}

export function checkpointOf(entries: readonly Buffer[], signer = log): string {
  return signCheckpoint(entries.length, rootOf(entries.map(leafHash)), signer);
}

export function receiptOf(entries: readonly Buffer[], index: number): string {
  const { created } = appendLeaves(EMPTY_EDGE, entries.map(leafHash));
  const path = proofHashes(
    proofNodes(index, entries.length),
    (ref) => created.find((node) => node.level === ref.level && node.idx === ref.idx)!.hash,
  );
  return proofText({ leaf: entries[index]!, index, path, checkpoint: checkpointOf(entries) });
}

export function acknowledgementOf(each: HistoryRecord): string {
  return acknowledge('record-1', each, log);
}

/** Changes files of a bundle and lists them anew, so that only deeper checks can notice. */
export function withFiles(bundle: Bundle, changes: Readonly<Record<string, (text: string) => string>>): Bundle {
  const changed = new Map(bundle);
  for (const [name, change] of Object.entries(changes)) changed.set(name, change(changed.get(name) ?? ''));
  const manifest = JSON.parse(changed.get(FILES.manifest)!) as object;
  return changed.set(FILES.manifest, JSON.stringify({ ...manifest, files: digests(changed) }));
}
