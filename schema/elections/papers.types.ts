// Papers as tellers read them: for tellers and officers of the body alone.
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../scalars.js';

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
