/**
 * Papers as a tree of rankings, so that papers which agree so far are weighed together. A node stands for all papers that
 * reach one candidate by one path. It opens, and its papers part by whom they name next, only when its candidate stops
 * keeping the whole of every vote: nothing below a candidate who keeps all is ever looked at.
 *
 * Candidates excluded by then are passed over, and so is a rank left empty. Where candidates share a rank the order of
 * preference ends, and the paper with it.
 */
import { type Ballots, SKIPPED, TIED } from '../election.js';

const NONE = -1;

export class PaperTree {
  /** Papers in a node that name somebody, and papers that name nobody at all. */
  readonly valid: number;
  readonly blank: number;
  /** By node: the candidate, the node above, and the papers. Every node comes after the one above it. */
  readonly candidate: number[] = [];
  readonly parent: number[] = [];
  readonly papers: number[] = [];
  /** By node, the first of its rows; each row names the next. NONE where the node is open. */
  private readonly head: number[] = [];
  private readonly next: Int32Array;
  /** Candidates that rows being parted pass over. */
  private readonly passed: Uint8Array;

  constructor(private readonly ballots: Ballots) {
    this.passed = new Uint8Array(ballots.candidates);
    this.next = new Int32Array(ballots.rows);
    for (let row = 0; row < ballots.rows; row++) this.next[row] = row - 1;
    this.blank = this.part(ballots.rows - 1, NONE);
    this.valid = this.papers.reduce((sum, papers) => sum + papers, 0);
  }

  /** Opens all nodes of candidates who keep less than `whole`, those opened by this included; who keeps 0 is out for good. */
  open(keep: Float64Array, whole: number): void {
    for (let node = 0; node < this.candidate.length; node++) {
      const head = this.head[node]!;
      if (head === NONE || keep[this.candidate[node]!] === whole) continue;
      this.head[node] = NONE;
      keep.forEach((kept, candidate) => (this.passed[candidate] = kept === 0 ? 1 : 0));
      for (let above = node; above !== NONE; above = this.parent[above]!) this.passed[this.candidate[above]!] = 1;
      this.part(head, node);
    }
  }

  /** Puts rows into nodes by the next candidate on each; returns how many papers have none. */
  private part(head: number, parent: number): number {
    const { candidates, weights } = this.ballots;
    const from = parent === NONE ? NONE : this.candidate[parent]!;
    const nodes = new Int32Array(candidates).fill(NONE);
    let ended = 0;
    for (let row = head; row !== NONE;) {
      const following = this.next[row]!;
      const to = this.following(row, from);
      if (to === NONE) ended += weights[row]!;
      else {
        if (nodes[to] === NONE) nodes[to] = this.add(to, parent);
        const node = nodes[to]!;
        this.next[row] = this.head[node]!;
        this.head[node] = row;
        this.papers[node]! += weights[row]!;
      }
      row = following;
    }
    return ended;
  }

  private add(candidate: number, parent: number): number {
    this.candidate.push(candidate);
    this.parent.push(parent);
    this.papers.push(0);
    return this.head.push(NONE) - 1;
  }

  /** Whom a paper names after a candidate, or first. */
  private following(row: number, after: number): number {
    const { offsets, marks } = this.ballots;
    const end = offsets[row + 1]!;
    let at = offsets[row]!;
    if (after !== NONE) while (marks[at++] !== after);
    for (; at < end; at++) {
      const mark = marks[at]!;
      if (mark >= TIED) return NONE;
      if (at + 1 < end && marks[at + 1]! >= TIED) return NONE;
      if (mark !== SKIPPED && this.passed[mark] === 0) return mark;
    }
    return NONE;
  }
}
