// Elections as the outside sees them: who stands, how it is counted, what it came to. No field tells what anybody
// marked on a paper before the count, and none whose it was.
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
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

export enum BallotFormat {
  BLT = 'BLT',
  CSV = 'CSV',
  PREFLIB = 'PREFLIB',
  CEF = 'CEF',
}
registerEnumType(BallotFormat, {
  name: 'BallotFormat',
  description: 'BLT, CSV (count,preferences), PrefLib (soc, soi, toc or toi), Condorcet Election Format.',
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

@ObjectType('ElectionResult', { description: 'What a certified election came to.', simpleResolvers: true })
export class ElectionResultType {
  @Field({
    description:
      'ELECTED; UNOPPOSED (no more stood than there were places); REOPENED (re-opening nominations took a place); UNFILLED (fewer were elected than there were places); INQUORATE (too few took part, nobody is elected).',
  })
  outcome!: string;

  @Field(() => Int, { description: 'Papers in all, electronic ones and blank ones included.' })
  papers!: number;

  @Field(() => String, {
    nullable: true,
    description:
      'The count as JSON, stage by stage (`Count` of server/counting/elections/election.ts); null where nothing was counted (unopposed, inquorate) and where fewer than five secret papers were cast.',
  })
  count!: string | null;

  @Field({
    description:
      'The election file as JSON: method, places, lot and every paper; from it anybody counts again. It names candidates by number, not by name.',
  })
  file!: string;

  @Field({ description: 'SHA-256 of that text, as it stands in the history.' })
  fileHash!: string;

  @Field(() => String, { nullable: true, description: 'In hex, the seed of the lot; null where no vote was held.' })
  lotSeed!: string | null;

  @Field({ description: 'So few secret papers were cast that neither they nor the figures are published.' })
  withheld!: boolean;

  @Field(() => DateTime, { description: 'When it was certified.' })
  certifiedAt!: Date;
}

@ObjectType({ description: 'A line that one teller read and another did not.', simpleResolvers: true })
export class UnlikeLine {
  @Field(() => Int, { description: 'Its place in the batch, from 1.' })
  line!: number;

  @Field({ description: 'What this teller read.' })
  marks!: string;
}

@ObjectType({ description: 'A batch of papers as one teller read it.', simpleResolvers: true })
export class BatchReading {
  @Field({ description: 'Whether it is the viewer’s.' })
  mine!: boolean;

  @Field(() => DateTime, { description: 'When it was entered.' })
  at!: Date;

  @Field(() => [String], { description: 'The papers, one a line, in the order in which they were entered.' })
  lines!: string[];

  @Field(() => [UnlikeLine], { description: 'Lines that have no counterpart in every other reading.' })
  unlike!: UnlikeLine[];
}

@ObjectType({ description: 'A batch of papers and what its tellers read.', simpleResolvers: true })
export class PaperBatch {
  @Field(() => Int, { description: 'Its number.' })
  number!: number;

  @Field({ description: 'Two tellers have read the same papers: they count.' })
  agreed!: boolean;

  @Field(() => [BatchReading], { description: 'One a teller.' })
  readings!: BatchReading[];
}

@ObjectType({ description: 'A member whom a teller has handed a paper.', simpleResolvers: true })
export class PaperHolder {
  @Field(() => ID, { description: 'The membership.' })
  membershipId!: string;

  @Field({ description: 'The name, which stays in the Local Group.' })
  name!: string;

  @Field(() => DateTime, { description: 'When.' })
  at!: Date;
}

@ObjectType({ description: 'A seat won in this election whose holder left before the end of the term.' })
export class Vacancy {
  @Field(() => ID, { description: 'The term that ended.' })
  officeTermId!: string;

  @Field(() => Day, { description: 'Since when the seat is empty.' })
  since!: string;

  @Field(() => Day, { description: 'When the term would have ended.' })
  untilDate!: string;

  @Field(() => String, {
    nullable: true,
    description: 'ALTERNATE or COUNT_BACK: how it was filled; null while it is empty.',
  })
  how!: string | null;

  @Field(() => String, { nullable: true, description: 'Of a count-back the count as JSON.' })
  count!: string | null;
}

@ObjectType({ description: 'The ballots of a certified election as a file.', simpleResolvers: true })
export class BallotFile {
  @Field({ description: 'A name for it.' })
  name!: string;

  @Field({ description: 'Its media type.' })
  mediaType!: string;

  @Field({ description: 'Its text. Secret ballots stand in random order.' })
  text!: string;
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
