// Elections as the outside sees them: who stands, how it is counted, what it came to. No field tells what anybody
// marked on a paper before the count, and none whose it was.
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Node } from '../node.js';
import { connectionOf } from '../page.js';
import { DateTime, Day } from '../scalars.js';

export enum ElectionKind {
  PERSONS = 'PERSONS',
  OPTIONS = 'OPTIONS',
}
registerEnumType(ElectionKind, {
  name: 'ElectionKind',
  description: 'Of persons to an office, or of one or some of several options.',
});

export enum ElectionState {
  NOMINATIONS = 'NOMINATIONS',
  VOTING = 'VOTING',
  CLOSED = 'CLOSED',
  CERTIFIED = 'CERTIFIED',
  LAPSED = 'LAPSED',
}
registerEnumType(ElectionState, {
  name: 'ElectionState',
  description:
    'Nominations open, voting open, closed and not yet counted, counted and certified, or lapsed because nobody stood.',
});

export enum ElectionOrigin {
  MOTION = 'MOTION',
  RULE_BOOK = 'RULE_BOOK',
  IMPORT = 'IMPORT',
}
registerEnumType(ElectionOrigin, {
  name: 'ElectionOrigin',
  description:
    'Called by a carried motion; by an officer for an office of the rule book; or held elsewhere and taken over by an import.',
});

@ObjectType({ description: 'So many of those elected are to be of a group.', simpleResolvers: true })
export class ElectionConstraint {
  @Field({ description: 'The group, as the motion names it; candidates say whether they belong to it.' })
  name!: string;

  @Field(() => Int, { description: 'At least so many.' })
  atLeast!: number;

  @Field(() => Int, { nullable: true, description: 'At most so many; null for no bound.' })
  atMost!: number | null;
}

@ObjectType('Election', {
  implements: Node,
  description:
    'An election of a body: of persons to an office, or of options. Its poll has the same UUID and opens once nominations are closed; ballots are cast there.',
})
export class ElectionType extends Node {
  @Field({ description: 'What it is about, in English where no motion named it; clients word it from `office`.' })
  title!: string;

  @Field(() => ElectionKind, { description: 'Of persons or of options.' })
  kind!: ElectionKind;

  @Field(() => String, {
    nullable: true,
    description: 'SECRETARY, TREASURER, DELEGATE … ; null of options, and of an imported election.',
  })
  office!: string | null;

  @Field(() => ElectionOrigin, { description: 'How it came about.' })
  calledBy!: ElectionOrigin;

  @Field(() => ElectionState, { description: 'Where it is.' })
  state!: ElectionState;

  @Field({
    description:
      'How papers are counted: scottish-stv, meek-stv, irv, schulze, approval, score, plurality or consent. Ranked methods take `3>1` as marks (schulze also `3>1=2`), approval `1,4`, score `1:5,2:0` for every candidate, plurality `3`, consent `1:A,2:S,3:B`; all of them `BLANK`.',
  })
  method!: string;

  @Field(() => Int, { description: 'Places to fill.' })
  seats!: number;

  @Field({ description: 'Whether papers offer to re-open nominations.' })
  reopen!: boolean;

  @Field({ description: 'Whether ballots are secret.' })
  secret!: boolean;

  @Field({ description: 'Whether a vacant seat is filled by counting the papers again.' })
  countBack!: boolean;

  @Field(() => Int, { description: 'How many alternates are kept in order.' })
  alternatesKept!: number;

  @Field(() => [ElectionConstraint], { description: 'What must hold of those elected together.' })
  constraints!: ElectionConstraint[];

  @Field(() => Int, { nullable: true, description: 'Months of the term.' })
  termMonths!: number | null;

  @Field(() => Day, {
    nullable: true,
    description: 'When those elected take office; or as they are elected, if that is later.',
  })
  takesOfficeOn!: string | null;

  @Field(() => DateTime, { description: 'When it was called.' })
  calledAt!: Date;

  @Field(() => DateTime, { description: 'Until when nominations are open.' })
  nominationsUntil!: Date;

  @Field(() => Int, { description: 'Days for which voting is open, as called.' })
  votingDays!: number;

  @Field(() => DateTime, { nullable: true, description: 'When voting opened; null before, and without a vote.' })
  openedAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Until when ballots are taken; null before voting opens.' })
  closesAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When voting was closed.' })
  closedAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was certified, or lapsed.' })
  endedAt!: Date | null;

  @Field(() => DateTime, { description: 'The database’s clock.' })
  now!: Date;

  @Field(() => Int, { description: 'Members entitled to vote; 0 before voting opens.' })
  rollCount!: number;

  @Field(() => Int, { description: 'Papers that tellers have handed out.' })
  papersHanded!: number;

  @Field(() => Int, { description: 'The version of the rule book it was called under.' })
  ruleBookVersion!: number;

  @Field(() => String, {
    nullable: true,
    description: 'In hex, the SHA-256 of the lot’s seed: in the history from the opening of the vote.',
  })
  lotCommitment!: string | null;
}

@ObjectType({ description: 'An office of a body that its rule book fills by election.' })
export class OfficeToElect {
  @Field({ description: 'SECRETARY, TREASURER, DELEGATE …' })
  office!: string;

  @Field(() => Int, { description: 'How many hold it.' })
  seats!: number;

  @Field(() => Int, { description: 'How many hold it today.' })
  held!: number;

  @Field(() => Day, { nullable: true, description: 'When the next of their terms ends; null where nobody holds it.' })
  nextEnd!: string | null;

  @Field(() => Int, { description: 'Months of a term.' })
  termMonths!: number;

  @Field(() => Int, { nullable: true, description: 'Terms in a row; null for no limit.' })
  termLimit!: number | null;

  @Field(() => Int, { description: 'How many alternates are kept.' })
  alternates!: number;
}

export const ElectionConnection = connectionOf('Election', () => ElectionType);
