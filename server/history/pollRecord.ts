/**
 * One poll as the history alone tells it: its roll, its opening and close, the ballots that stand, the counts by
 * tellers, and the certified result. Entries are taken in order; whatever the rules of a poll forbid is kept as a
 * fault, in words, for the verifier to report.
 */
import { minuteOf } from './instant.js';
import type { Leaf } from './leaf.js';
import type { BodyOf, LeafType } from './leafTypes.js';

export type Of<T extends LeafType> = Extract<Leaf, { type: T }>;
export interface FrozenRoll {
  readonly counts: Readonly<Record<string, number>>;
  readonly commitment: string;
}

export class PollRecord {
  roll: FrozenRoll | null = null;
  open: Of<'ballot.open'> | null = null;
  close: Of<'ballot.close'> | null = null;
  result: Of<'result'> | null = null;
  /** Of each voter the last vote, unless voided. */
  readonly votes = new Map<string, Of<'vote'>>();
  /** Of a confidential poll the codes not replaced by a later one, unless voided. */
  readonly codes = new Set<string>();
  readonly tellers = new Map<string, BodyOf<'tellers.count'>>();
  /** Of an election how many papers each batch holds on which two tellers agree. */
  readonly batches = new Map<number, number>();
  /** Papers of an election in the hands of members. */
  papersHanded = 0;
  readonly rollFaults: string[] = [];
  readonly ballotFaults: string[] = [];
  readonly resultFaults: string[] = [];
  corrections = 0;
  private readonly lastVoteId = new Map<string, string>();
  private readonly spentCodes = new Set<string>();

  get standing(): number {
    return this.votes.size + this.codes.size;
  }

  freeze(leaf: Of<'roll.freeze'>): void {
    if (this.roll !== null) this.rollFaults.push(`entry ${leaf.seq} freezes the roll a second time`);
    this.roll ??= leaf.body;
  }

  openPoll(leaf: Of<'ballot.open'>): void {
    if (this.open !== null) this.ballotFaults.push(`entry ${leaf.seq} opens the poll a second time`);
    this.open ??= leaf;
  }

  vote(leaf: Of<'vote'>): void {
    const { voter, id, prev } = leaf.body;
    this.mustBeOpen(leaf, false);
    const before = this.votes.get(voter)?.body.id ?? null;
    const voided = before === null && prev === this.lastVoteId.get(voter);
    if (prev !== before && !voided) this.ballotFaults.push(`entry ${leaf.seq} does not follow its voter's last ballot`);
    this.votes.set(voter, leaf);
    this.lastVoteId.set(voter, id);
  }

  castCode(leaf: Of<'ballot.cast'>): void {
    const { code, prev } = leaf.body;
    this.mustBeOpen(leaf, true);
    if (this.codes.has(code) || this.spentCodes.has(code)) this.ballotFaults.push(`entry ${leaf.seq} repeats a code`);
    if (prev !== null && !this.codes.delete(prev))
      this.ballotFaults.push(`entry ${leaf.seq} replaces no standing ballot`);
    if (prev !== null) this.spentCodes.add(prev);
    this.codes.add(code);
  }

  closePoll(leaf: Of<'ballot.close'>): void {
    if (this.open === null || this.close !== null)
      this.ballotFaults.push(`entry ${leaf.seq} closes a poll that is not open`);
    if (leaf.body.ballots !== this.standing) {
      this.ballotFaults.push(`the close tells of ${leaf.body.ballots} ballots, the record holds ${this.standing}`);
    }
    this.close ??= leaf;
  }

  countByTellers(leaf: Of<'tellers.count'>): void {
    if (this.open === null || this.result !== null) {
      this.ballotFaults.push(`entry ${leaf.seq} counts for a poll not open or already certified`);
    }
    this.tellers.set(leaf.body.body, leaf.body);
  }

  countPapers(leaf: Of<'papers.count'>): void {
    if (this.open === null || this.result !== null) {
      this.ballotFaults.push(`entry ${leaf.seq} counts papers for a poll not open or already certified`);
    }
    this.batches.set(leaf.body.batch, leaf.body.papers);
  }

  certify(leaf: Of<'result'>): void {
    if (this.close === null) this.resultFaults.push(`entry ${leaf.seq} certifies a poll that was not closed`);
    if (this.result !== null) this.resultFaults.push(`entry ${leaf.seq} certifies a second result`);
    this.result ??= leaf;
  }

  correct(leaf: Of<'correction'>): void {
    this.corrections += 1;
    const { action, subject, counts, commitment } = leaf.body;
    if (action === 'NOTE') return;
    if (action === 'VOID_RESULT' && this.result !== null) this.result = null;
    else if (this.result !== null) this.resultFaults.push(`entry ${leaf.seq} corrects a poll whose result stands`);
    else if (action === 'ROLL' && this.roll !== null && counts !== null && commitment !== null) {
      this.roll = { counts, commitment };
    } else if (!this.voided(action, subject ?? '')) {
      this.ballotFaults.push(`entry ${leaf.seq} (${action}) corrects nothing that stands`);
    }
  }

  private voided(action: string, subject: string): boolean {
    if (action === 'VOID_COUNT') return this.tellers.delete(subject);
    if (action === 'VOID_PAPERS') return this.batches.delete(Number(subject));
    if (action !== 'VOID_BALLOT') return false;
    if (this.codes.delete(subject)) return true;
    const vote = [...this.votes.values()].find((leaf) => leaf.body.id === subject);
    return vote !== undefined && this.votes.delete(vote.body.voter);
  }

  private mustBeOpen({ seq, at }: Leaf, secret: boolean): void {
    if (this.open === null || this.close !== null) {
      this.ballotFaults.push(`entry ${seq} is a ballot outside the opening and the close`);
      return;
    }
    const { opensAt, closesAt, secret: confidential } = this.open.body;
    if (minuteOf(at) < minuteOf(opensAt) || at > closesAt)
      this.ballotFaults.push(`entry ${seq} is a ballot out of time`);
    if (confidential !== secret) this.ballotFaults.push(`entry ${seq} is not the kind of ballot this poll takes`);
  }
}
