// A body: a Local Group, a Regional Federation or the Federation. Bodies form a tree of any depth.
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { Ref } from '@mikro-orm/core';
import type { BodyStateWord } from '../database/tables.js';
import { refuse } from '../errors.js';

@Entity({ tableName: 'body' })
export class Body {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'text' })
  kind!: 'FEDERATION' | 'REGION' | 'LOCAL_GROUP';

  @ManyToOne(() => Body, { ref: true, nullable: true, fieldName: 'parent_id' })
  parent!: Ref<Body> | null;

  @Property({ type: 'text' })
  name!: string;

  @Property({ type: 'text' })
  slug!: string;

  @Property({ type: 'text' })
  state!: BodyStateWord;

  mustHaveAVote(): void {
    mustHaveAVote(this);
  }
}

/** A body in formation has voice and no vote; one suspended, withdrawn or dissolved has neither. */
export function mustHaveAVote({ name, state }: { name: string; state: BodyStateWord }): void {
  if (state === 'AFFILIATED') return;
  refuse(
    state === 'IN_FORMATION' ? 'BODY_IN_FORMATION' : 'BODY_NOT_AFFILIATED',
    state === 'IN_FORMATION'
      ? `${name} is in formation: it has a voice and no vote until the body above affiliates it.`
      : `${name} is not an affiliated body now, so it takes no part in votes.`,
    { rule: 'bodies', values: { body: name } },
  );
}
