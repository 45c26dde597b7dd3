// What an election came to, its ballots as files, and seats that fell vacant after it.
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime, Day } from '../scalars.js';

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
