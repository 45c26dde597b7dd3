// A motion: a text asking a body for a decision. It moves through its life only by the methods here, each of which
// leaves a step.
import { Collection, type Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, OneToMany, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Body } from '../bodies/Body.js';
import { daysAfter } from '../database/instants.js';
import type { ProposalKindWord, ProposalStateWord } from '../database/tables.js';
import { refuse } from '../errors.js';
import type { Rules } from '../rules/schema.js';
import { ProposalStep } from './ProposalStep.js';
import { stateWords, transitions } from './transitions.js';

@Entity({ tableName: 'proposal' })
export class Proposal {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @ManyToOne(() => Body, { ref: true, fieldName: 'body_id' })
  body!: Ref<Body>;

  @Property({ type: 'integer', nullable: true })
  number: number | null = null;

  @Property({ type: 'text' })
  kind!: ProposalKindWord;

  @Property({ type: 'text' })
  title!: string;

  @Property({ type: 'text' })
  text!: string;

  @Property({ type: 'json', columnType: 'jsonb' })
  payload!: Record<string, unknown>;

  @Property({ type: 'text' })
  state: ProposalStateWord = 'DRAFT';

  @Property({ type: 'uuid', fieldName: 'author_id', nullable: true })
  authorId: string | null = null;

  @Property({ type: 'uuid', fieldName: 'author_body_id', nullable: true })
  authorBodyId: string | null = null;

  @Property({ type: 'uuid', fieldName: 'mover_body_id', nullable: true })
  moverBodyId: string | null = null;

  @Property({ type: 'uuid', fieldName: 'referred_from_id', nullable: true })
  referredFromId: string | null = null;

  @Property({ type: 'datetime', fieldName: 'submitted_at', nullable: true })
  submittedAt: Date | null = null;

  @Property({ type: 'datetime', fieldName: 'second_by', nullable: true })
  secondBy: Date | null = null;

  @Property({ type: 'integer', fieldName: 'seconds_needed' })
  secondsNeeded: number = 0;

  @Property({ type: 'datetime', fieldName: 'debate_from', nullable: true })
  debateFrom: Date | null = null;

  @Property({ type: 'datetime', fieldName: 'debate_until', nullable: true })
  debateUntil: Date | null = null;

  @Property({ type: 'datetime', fieldName: 'decided_at', nullable: true })
  decidedAt: Date | null = null;

  @OneToMany(() => ProposalStep, (step) => step.proposal)
  steps = new Collection<ProposalStep>(this);

  /** Put to the body under its next number. A body as mover needs no second: its own poll was more than that. */
  submit(number: number, rules: Rules['motions'], at: Date, byPersonId: string | null): void {
    this.number = number;
    this.submittedAt = at;
    this.go('SUBMITTED', at, byPersonId);
    this.secondsNeeded = this.moverBodyId ? 0 : rules.secondsNeeded;
    if (this.secondsNeeded > 0) this.secondBy = daysAfter(at, rules.secondWithinDays);
  }

  /** With so many seconds the debate begins, or still waits for more. */
  seconded(count: number, debateDays: number, at: Date, byPersonId: string | null): void {
    if (count < this.secondsNeeded) return;
    this.debateFrom = at;
    this.debateUntil = daysAfter(at, debateDays);
    this.go('DEBATE', at, byPersonId);
  }

  withdraw(at: Date, byPersonId: string, reason: string | null): void {
    this.go('WITHDRAWN', at, byPersonId, reason);
  }

  notAdmit(at: Date, byPersonId: string, reason: string): void {
    this.go('NOT_ADMITTED', at, byPersonId, reason);
  }

  /** No second in time. */
  lapse(at: Date): void {
    this.go('LAPSED', at, null);
  }

  /** Its poll opens. The debate must have run its time: `judge.openPoll` says so. */
  open(at: Date, byPersonId: string | null = null): void {
    this.go('VOTING', at, byPersonId);
  }

  /** The certified outcome of its poll. */
  decide(outcome: 'CARRIED' | 'DEFEATED' | 'INQUORATE', at: Date): void {
    this.go(outcome, at, null);
    this.decidedAt = at;
  }

  private go(to: ProposalStateWord, at: Date, byPersonId: string | null, reason: string | null = null): void {
    if (!transitions[this.state].includes(to)) {
      refuse('WRONG_STATE', `The motion ${stateWords[this.state]}; from there it does not go to ${to}.`, {
        rule: 'motions',
        values: { state: this.state },
      });
    }
    const step = Object.assign(new ProposalStep(), { fromState: this.state, toState: to, at, byPersonId, reason });
    this.steps.add(step);
    this.state = to;
  }
}
