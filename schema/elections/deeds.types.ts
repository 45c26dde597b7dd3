// What the deeds on elections take and give.
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { resultUnion } from '../result.js';
import { DateTime, Day, UUID } from '../scalars.js';
import { CandidateType, Publicity } from './candidates.types.js';
import { ElectionType } from './elections.types.js';

const keyed = { description: 'Made by the client and stored before sending: a retry gets the first answer.' };
const named = { description: 'Made by the client and stored before sending; becomes the id of what is made.' };

@InputType({
  description:
    'An officer calls an election to an office of the rule book. Places, method and term are the rule book’s; only dates are given.',
})
export class CallElectionInput {
  @Field(() => UUID, named)
  id!: string;

  @Field(() => ID, { description: 'The body that elects.' })
  bodyId!: string;

  @Field({ description: 'The office.' })
  office!: string;

  @Field(() => Day, { description: 'When those elected take office: within half a year.' })
  takesOfficeOn!: string;

  @Field(() => DateTime, {
    nullable: true,
    description: 'More time for nominations than the rule book gives; left out, the time of the rule book.',
  })
  nominationsUntil!: Date | null;
}

@InputType({ description: 'Who is nominated: the viewer, or another active member of the body.' })
export class NominateInput {
  @Field(() => UUID, named)
  id!: string;

  @Field(() => ID, { description: 'The election.' })
  electionId!: string;

  @Field(() => ID, { nullable: true, description: 'The member; left out, the viewer, who then stands at once.' })
  membershipId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Of the viewer’s own candidacy: a statement, as Markdown of at most 4,000 characters.',
  })
  statement!: string | null;

  @Field(() => Publicity, {
    nullable: true,
    description: 'Of the viewer’s own candidacy: to whom name and statement are shown; BODY when left out.',
  })
  publicity!: Publicity | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Of the viewer’s own candidacy: groups of the constraints they belong to.',
  })
  groups!: string[] | null;
}

@InputType({ description: 'The nominated person stands; sent again it changes what they say, until voting opens.' })
export class AcceptNominationInput {
  @Field(() => UUID, keyed)
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The candidate.' })
  candidateId!: string;

  @Field(() => String, { nullable: true, description: 'A statement, as Markdown of at most 4,000 characters.' })
  statement!: string | null;

  @Field(() => Publicity, { nullable: true, description: 'To whom name and statement are shown; BODY when left out.' })
  publicity!: Publicity | null;

  @Field(() => [String], { nullable: true, description: 'Groups of the constraints they belong to.' })
  groups!: string[] | null;
}

@InputType({ description: 'Which candidacy.' })
export class CandidateInput {
  @Field(() => UUID, keyed)
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The candidate.' })
  candidateId!: string;
}

@InputType({ description: 'Which election goes to the vote, its nominations being closed.' })
export class OpenElectionInput {
  @Field(() => UUID, keyed)
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The election.' })
  electionId!: string;

  @Field(() => DateTime, {
    nullable: true,
    description: 'More time than it was called with; left out, the time of the rule book.',
  })
  closesAt!: Date | null;
}

@InputType({ description: 'Who votes on paper.' })
export class PaperInput {
  @Field(() => UUID, keyed)
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The election.' })
  electionId!: string;

  @Field(() => ID, { description: 'The member, who must be on the roll.' })
  membershipId!: string;
}

@InputType({ description: 'A batch of papers as one teller reads them: `lines`, or `blt`.' })
export class RecordPapersInput {
  @Field(() => UUID, keyed)
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The election.' })
  electionId!: string;

  @Field(() => Int, { description: 'The number of the batch, from 1. Sent anew, it replaces this teller’s reading.' })
  batch!: number;

  @Field(() => [String], {
    nullable: true,
    description:
      'The papers, one a line, as ballots are marked; besides `-` for a rank left empty, `=` for equal ranks (both as the elector wrote them), and SPOILT.',
  })
  lines!: string[] | null;

  @Field(() => String, { nullable: true, description: 'The same as a BLT file.' })
  blt!: string | null;
}

@InputType({ description: 'Which election, being closed, is counted and certified.' })
export class CertifyElectionInput {
  @Field(() => UUID, keyed)
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The election.' })
  electionId!: string;
}

@InputType({ description: 'Which seat, its holder gone, is filled by the next alternate or by a count-back.' })
export class FillVacancyInput {
  @Field(() => UUID, keyed)
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The election in which it was won.' })
  electionId!: string;

  @Field(() => ID, { description: 'The term that ended.' })
  officeTermId!: string;
}

@ObjectType({ description: 'The election as it is now.', simpleResolvers: true })
export class ElectionChanged {
  @Field(() => ElectionType, { description: 'The election.' })
  election!: ElectionType;
}

@ObjectType({ description: 'The candidate as they stand now, and the election.', simpleResolvers: true })
export class CandidateChanged {
  @Field(() => CandidateType, { description: 'The candidate.' })
  candidate!: CandidateType;

  @Field(() => ElectionType, { description: 'The election.' })
  election!: ElectionType;
}

export const ElectionResult = resultUnion('ElectionDeedResult', ElectionChanged);
export const CandidateResult = resultUnion('CandidateDeedResult', CandidateChanged);
