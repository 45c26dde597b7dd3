/** All polls of a history, each gathered from its own entries in the order of the log. */
import type { Leaf } from './leaf.js';
import type { BodyOf } from './leafTypes.js';
import { PollRecord } from './pollRecord.js';

export class PollRecords {
  private readonly byId = new Map<string, PollRecord>();
  /** Candidates who withdrew, or were found unable to stand, while an election was open. */
  readonly withdrawn = new Set<string>();
  private readonly children = new Map<string, string[]>();

  constructor(leaves: Iterable<Leaf>) {
    for (const leaf of leaves) this.take(leaf);
  }

  get(poll: string): PollRecord | undefined {
    return this.byId.get(poll);
  }

  /** The polls of a roll-up: this one and every poll opened beneath it. */
  rollUp(poll: string): string[] {
    const found = [poll];
    for (const next of found) found.push(...(this.children.get(next) ?? []).filter((child) => !found.includes(child)));
    return found;
  }

  /** Polls whose certified result stands. */
  certified(): string[] {
    return [...this.byId].filter(([, record]) => record.result !== null).map(([poll]) => poll);
  }

  private take(leaf: Leaf): void {
    switch (leaf.type) {
      case 'roll.freeze':
        return this.of(leaf.body.poll).freeze(leaf);
      case 'ballot.open':
        if (leaf.body.parent !== null) this.adopt(leaf.body.parent, leaf.body.poll);
        return this.of(leaf.body.poll).openPoll(leaf);
      case 'vote':
        return this.of(leaf.body.ballot).vote(leaf);
      case 'ballot.cast':
        return this.of(leaf.body.poll).castCode(leaf);
      case 'ballot.close':
        return this.of(leaf.body.poll).closePoll(leaf);
      case 'tellers.count':
        return this.of(leaf.body.poll).countByTellers(leaf);
      case 'papers.count':
        return this.of(leaf.body.poll).countPapers(leaf);
      case 'result':
        return this.of(leaf.body.poll).certify(leaf);
      case 'correction':
        if (leaf.body.poll !== null) this.of(leaf.body.poll).correct(leaf);
        return;
      case 'deed':
        return this.note(leaf.body);
    }
  }

  /** Of deeds only what an election rests on. */
  private note({ name, subject }: BodyOf<'deed'>): void {
    if (subject === null) return;
    if (name === 'handPaper') this.of(subject).papersHanded += 1;
    if (name === 'takeBackPaper') this.of(subject).papersHanded -= 1;
    if (name === 'withdrawCandidate') this.withdrawn.add(subject);
  }

  private of(poll: string): PollRecord {
    const known = this.byId.get(poll);
    if (known !== undefined) return known;
    const record = new PollRecord();
    this.byId.set(poll, record);
    return record;
  }

  private adopt(parent: string, child: string): void {
    this.children.set(parent, [...(this.children.get(parent) ?? []), child]);
  }
}
