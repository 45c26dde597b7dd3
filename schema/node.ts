// Anything that has an id of its own and can be asked for by it.
import { Field, ID, InterfaceType } from 'type-graphql';
import { splitId } from '../server/ids.js';

@InterfaceType({
  description: 'Anything with an id of its own.',
  resolveType: (value: { __node?: string; id: string }) => value.__node ?? splitId(value.id)[0],
})
export abstract class Node {
  @Field(() => ID, { description: 'Global: the kind of thing and its UUID.' })
  id!: string;
}
