// A person's belonging to one Local Group at a time. It keeps its history when the person moves, and it ends, it
// is never deleted. What may happen to it, and from which state, is judged here.
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { MembershipStateWord } from '../database/tables.js';
import { refuse } from '../errors.js';

/** What a change leaves in the membership's history. */
export interface Happening {
  what:
    | 'ADMITTED'
    | 'NOT_ADMITTED'
    | 'TRANSFER_ASKED'
    | 'TRANSFER_REFUSED'
    | 'TRANSFERRED'
    | 'RESIGNED'
    | 'LAPSED'
    | 'RESTORED';
  bodyId: string;
  fromBodyId: string | null;
}

const current: readonly MembershipStateWord[] = ['ACTIVE', 'ON_LEAVE', 'SUSPENDED'];

@Entity({ tableName: 'membership' })
export class Membership {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid', fieldName: 'person_id' })
  personId!: string;

  @Property({ type: 'uuid', fieldName: 'body_id' })
  bodyId!: string;

  @Property({ type: 'text' })
  kind!: 'MEMBER' | 'SUPPORTER';

  @Property({ type: 'text' })
  state!: MembershipStateWord;

  @Property({ type: 'uuid', fieldName: 'transfer_to_id', nullable: true })
  transferToId!: string | null;

  @Property({ type: 'date', fieldName: 'joined_on', nullable: true })
  joinedOn!: string | null;

  /** A member of today: with a vote or, for a while, without one. */
  get isCurrent(): boolean {
    return current.includes(this.state);
  }

  /** The body whose answer is awaited, or null. */
  get awaitedBodyId(): string | null {
    if (this.state === 'APPLICANT') return this.bodyId;
    return this.isCurrent ? this.transferToId : null;
  }

  mustAwaitAnAnswer(): string {
    return (
      this.awaitedBodyId ??
      refuse('NOTHING_TO_ANSWER', 'This membership awaits no answer: no application and no transfer is open.')
    );
  }

  /** The group says yes: an applicant becomes a member; a member who asked to move belongs here, standing and all. */
  admit(today: string): Happening {
    const bodyId = this.mustAwaitAnAnswer();
    if (this.state === 'APPLICANT') {
      this.state = 'ACTIVE';
      this.joinedOn = today;
      return { what: 'ADMITTED', bodyId, fromBodyId: null };
    }
    const fromBodyId = this.bodyId;
    this.bodyId = bodyId;
    this.transferToId = null;
    return { what: 'TRANSFERRED', bodyId, fromBodyId };
  }

  /** The group says no: an application ends, a member stays where they were. */
  turnDown(): Happening {
    const bodyId = this.mustAwaitAnAnswer();
    if (this.state === 'APPLICANT') {
      this.state = 'RESIGNED';
      return { what: 'NOT_ADMITTED', bodyId, fromBodyId: null };
    }
    this.transferToId = null;
    return { what: 'TRANSFER_REFUSED', bodyId, fromBodyId: this.bodyId };
  }

  askTransfer(toBodyId: string): Happening {
    if (!this.isCurrent)
      refuse(
        'NOT_A_MEMBER',
        'Whoever is not yet a member applies to the other group anew; withdraw this application first.',
      );
    if (toBodyId === this.bodyId) refuse('ALREADY_THERE', 'You belong to that group already.', { field: 'toBodyId' });
    if (toBodyId === this.transferToId)
      refuse('TRANSFER_PENDING', 'You have asked for this transfer already; the group has not answered yet.', {
        field: 'toBodyId',
      });
    this.transferToId = toBodyId;
    return { what: 'TRANSFER_ASKED', bodyId: toBodyId, fromBodyId: this.bodyId };
  }

  resign(): Happening {
    if (this.awaitedBodyId === null && !this.isCurrent) refuse('NOT_A_MEMBER', 'This membership has ended already.');
    this.state = 'RESIGNED';
    this.transferToId = null;
    return { what: 'RESIGNED', bodyId: this.bodyId, fromBodyId: null };
  }
}
