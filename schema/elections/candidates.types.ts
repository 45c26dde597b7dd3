// Candidates as the outside sees them; whose name is whose to see is decided in server/policy/sight.ts.
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Node } from '../node.js';

export enum CandidateKind {
  PERSON = 'PERSON',
  OPTION = 'OPTION',
  REOPEN = 'REOPEN',
}
registerEnumType(CandidateKind, {
  name: 'CandidateKind',
  description: 'A person, an option, or the line “re-open nominations”.',
});

export enum CandidateState {
  PROPOSED = 'PROPOSED',
  STANDING = 'STANDING',
  DECLINED = 'DECLINED',
  WITHDRAWN = 'WITHDRAWN',
  LAPSED = 'LAPSED',
}
registerEnumType(CandidateState, {
  name: 'CandidateState',
  description: 'Nominated, standing, declined, withdrawn, or not answered in time.',
});

export enum Publicity {
  BODY = 'BODY',
  FEDERATION = 'FEDERATION',
  EVERYONE = 'EVERYONE',
}
registerEnumType(Publicity, {
  name: 'Publicity',
  description:
    'To whom a candidate’s name and statement are shown: to members of the body that elects, to all members of the federation, or to everyone.',
});

@ObjectType('Candidate', {
  implements: Node,
  description: 'Who or what stands in an election; from the nomination on.',
})
export class CandidateType extends Node {
  @Field(() => CandidateKind, { description: 'A person, an option, or “re-open nominations”.' })
  kind!: CandidateKind;

  @Field(() => CandidateState, { description: 'Where the candidacy is.' })
  state!: CandidateState;

  @Field(() => Int, {
    nullable: true,
    description:
      'The number on the paper, from 1, drawn by lot as voting opens: what ballots name. Null before. In `count` and in the election file’s order the same candidate is this number less one.',
  })
  number!: number | null;

  @Field(() => [String], { description: 'Groups of the election’s constraints this candidate says they belong to.' })
  groups!: string[];

  @Field(() => Publicity, { description: 'To whom name and statement are shown.' })
  publicity!: Publicity;
}
