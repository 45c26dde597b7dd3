// One step in the life of a motion: from which state to which, when, and why. Never changed afterwards.
import { randomUUID } from 'node:crypto';
import type { Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { ProposalStateWord } from '../database/tables.js';
import { Proposal } from './Proposal.js';

@Entity({ tableName: 'proposal_step' })
export class ProposalStep {
  @PrimaryKey({ type: 'uuid' })
  id: string = randomUUID();

  @ManyToOne(() => Proposal, { ref: true, fieldName: 'proposal_id' })
  proposal!: Ref<Proposal>;

  @Property({ type: 'text', fieldName: 'from_state' })
  fromState!: ProposalStateWord;

  @Property({ type: 'text', fieldName: 'to_state' })
  toState!: ProposalStateWord;

  @Property({ type: 'datetime' })
  at!: Date;

  @Property({ type: 'uuid', fieldName: 'by_person_id', nullable: true })
  byPersonId!: string | null;

  @Property({ type: 'text', nullable: true })
  reason!: string | null;
}
