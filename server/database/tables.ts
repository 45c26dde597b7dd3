// The tables as plain rows, for reading without entities (see migrations/ for what each column means).
import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { DuesTables } from './duesTables.js';
import type { OutsideTables } from './outsideTables.js';
import type { TreasuryTables } from './treasuryTables.js';

type Json<T extends object | null> = JSONColumnType<T, string, string>;
type Moment = ColumnType<Date, Date | string | undefined, Date | string>;
type MaybeMoment = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;

export interface BodyTable {
  id: string;
  kind: 'FEDERATION' | 'REGION' | 'LOCAL_GROUP';
  parent_id: string | null;
  name: string;
  slug: string;
  state: BodyStateWord;
  jurisdiction_kind: Generated<'AREA' | 'TRADE'>;
  jurisdiction: Generated<string>;
  country: string | null;
  subdivision: string | null;
  locality: string | null;
  latitude: string | null;
  longitude: string | null;
  formed_on: Generated<string>;
  last_proposal_number: Generated<number>;
}
export type BodyStateWord = 'IN_FORMATION' | 'AFFILIATED' | 'SUSPENDED' | 'WITHDRAWN' | 'DISSOLVED';

export interface BodyAboveTable {
  body_id: string;
  above_id: string;
  distance: number;
}

export interface BodyStateTable {
  body_id: string;
  since: Moment;
  state: BodyStateWord;
  proposal_id: string | null;
}

export interface PersonTable {
  id: string;
  display_name: string;
  email: string | null;
  email_proved_at: MaybeMoment;
  locale: Generated<string>;
  salt: Buffer;
  made_at: Moment;
}

export interface PersonPasswordTable {
  person_id: string;
  hash: string;
  set_at: Moment;
}

export interface SessionTable {
  token_hash: Buffer;
  person_id: string;
  made_at: Moment;
  seen_at: Moment;
  expires_at: Moment;
  device: Generated<string>;
}

export interface SignInLinkTable {
  token_hash: Buffer;
  person_id: string;
  email: string;
  expires_at: Moment;
  used_at: MaybeMoment;
}

export interface OutboxMailTable {
  id: string;
  recipient: string;
  subject: string;
  body: string;
  sent_at: Moment;
}

export type MembershipStateWord =
  'APPLICANT' | 'ACTIVE' | 'ON_LEAVE' | 'SUSPENDED' | 'LAPSED' | 'RESIGNED' | 'EXPELLED';

export interface MembershipTable {
  id: string;
  person_id: string;
  body_id: string;
  kind: Generated<'MEMBER' | 'SUPPORTER'>;
  state: MembershipStateWord;
  transfer_to_id: string | null;
  joined_on: string | null;
  dues_paid_until: string | null;
}

export interface DemonstrationPersonTable {
  person_id: string;
  part: string;
  position: number;
}

export interface MembershipEventTable {
  id: string;
  membership_id: string;
  at: Moment;
  what: string;
  body_id: string;
  from_body_id: string | null;
  by_person_id: string | null;
  reason: string | null;
}

export interface OfficeTermTable {
  id: string;
  person_id: string;
  body_id: string;
  office: string;
  from_date: string;
  until_date: string;
  ended_on: string | null;
  source: 'FOUNDING' | 'ELECTION' | 'APPOINTMENT';
  /** In which it was won. */
  election_id: Generated<string | null>;
}

export interface PlatformVersionTable {
  id: string;
  body_id: string;
  number: number;
  in_force_from: Moment;
  reaccept_by: MaybeMoment;
  proposal_id: string | null;
}

export interface PlatformClauseTable {
  version_id: string;
  key: string;
  kind: 'PRINCIPLE' | 'OBJECTIVE' | 'DEMAND' | 'STRATEGY' | 'DECLARATION' | 'SUPPORT_CRITERION';
  position: number;
  heading: string;
  text: string;
}

export interface AcceptanceTable {
  person_id: string;
  version_id: string;
  declarations: string[];
  at: Moment;
}

export interface RuleBookTable {
  id: string;
  body_id: string;
  version: number;
  in_force_from: Moment;
  rules: Json<Record<string, unknown>>;
  proposal_id: string | null;
}

export type ProposalStateWord =
  | 'DRAFT'
  | 'SUBMITTED'
  | 'DEBATE'
  | 'VOTING'
  | 'CARRIED'
  | 'DEFEATED'
  | 'INQUORATE'
  | 'WITHDRAWN'
  | 'LAPSED'
  | 'NOT_ADMITTED'
  | 'REFERRED_BACK';
export type ProposalKindWord =
  | 'ORDINARY'
  | 'ADOPT_PLATFORM'
  | 'ADOPT_RULE_BOOK'
  | 'AFFILIATE_BODY'
  | 'OPEN_ELECTION'
  | 'SET_DUES'
  | 'SET_SPLIT'
  | 'AUTHORISE_SPENDING';

export interface ProposalTable {
  id: string;
  body_id: string;
  number: number | null;
  kind: ProposalKindWord;
  title: string;
  text: string;
  text_version: Generated<number>;
  payload: ColumnType<Record<string, unknown>, string | undefined, string>;
  state: ProposalStateWord;
  author_id: string | null;
  author_body_id: string | null;
  mover_body_id: string | null;
  referred_from_id: string | null;
  submitted_at: MaybeMoment;
  second_by: MaybeMoment;
  seconds_needed: Generated<number>;
  debate_from: MaybeMoment;
  debate_until: MaybeMoment;
  decided_at: MaybeMoment;
  made_at: Moment;
}

export interface ProposalStepTable {
  id: string;
  proposal_id: string;
  from_state: ProposalStateWord;
  to_state: ProposalStateWord;
  at: Moment;
  by_person_id: string | null;
  reason: string | null;
}

export interface SecondTable {
  proposal_id: string;
  person_id: string;
  at: Moment;
}

export interface CommentTable {
  id: string;
  proposal_id: string;
  parent_id: string | null;
  author_id: string;
  author_body_id: string;
  signed: Generated<boolean>;
  text: string;
  at: Moment;
  withdrawn_at: MaybeMoment;
}

export interface PollTable {
  id: string;
  proposal_id: string | null;
  root_id: string;
  parent_id: string | null;
  body_id: string;
  voting: 'MEMBERS' | 'GROUPS' | 'DELEGATES';
  /** MOTION, or how the ballots of an election are counted. */
  method: Generated<string>;
  options: string[];
  secret: boolean;
  state: 'OPEN' | 'CLOSED' | 'CERTIFIED';
  opened_at: Moment;
  closes_at: Moment;
  closed_at: MaybeMoment;
  challenge_until: Moment;
  rule: Json<Record<string, unknown>>;
  rule_book_id: string;
  rule_section: string;
  own_rule: Generated<boolean>;
  roll_count: number;
  weight: number | null;
  by_tellers: Generated<boolean>;
}

export interface RollEntryTable {
  poll_id: string;
  person_id: string;
  body_id: string;
}

export interface RollCountTable {
  poll_id: string;
  body_id: string;
  entitled: number;
}

export interface RollCorrectionTable {
  challenge_id: string;
  poll_id: string;
  body_id: string;
  change: number;
  at: Moment;
}

export interface RollChallengeTable {
  id: string;
  poll_id: string;
  about_person_id: string;
  by_person_id: string;
  body_id: string;
  claim: 'BELONGS_ON' | 'DOES_NOT_BELONG';
  reason: string;
  state: 'OPEN' | 'UPHELD' | 'DISMISSED';
  at: Moment;
  decided_at: MaybeMoment;
  decided_by_id: string | null;
  note: string | null;
}

export interface BallotTable {
  poll_id: string;
  id: string;
  elector: string | null;
  body_id: string;
  marks: string;
  replaced: Generated<boolean>;
  code: Buffer | null;
  cast_at: MaybeMoment;
}

export interface PollKeyTable {
  poll_id: string;
  key: Buffer;
}

export interface TellerCountTable {
  id: string;
  poll_id: string;
  teller_id: string | null;
  /** Of an imported count in a poll that takes in several bodies: whose it is. */
  body_id: Generated<string | null>;
  tally: Json<Record<string, number>>;
  entitled: number;
  source: Generated<'TELLER' | 'IMPORT'>;
  at: Moment;
  replaced: Generated<boolean>;
}

export interface ResultTable {
  poll_id: string;
  outcome: string;
  decision_file: string;
  decision: Json<Record<string, unknown>>;
  decision_hash: Buffer;
  at: Moment;
  sources: Json<object[]>;
}

export interface ResultTallyTable {
  root_id: string;
  poll_id: string | null;
  body_id: string;
  parent_body_id: string | null;
  entitled: number;
  tally: Json<Record<string, number>>;
  weight: number | null;
  cast_weight: Json<Record<string, number>> | null;
  outcome: string;
  quorate: boolean;
  merged: Generated<boolean>;
  position: number;
  place: string;
}

export interface ElectionTable {
  /** Its poll, once there is one, has the same id. */
  id: string;
  body_id: string;
  called_by: 'MOTION' | 'RULE_BOOK' | 'IMPORT';
  proposal_id: string | null;
  kind: 'PERSONS' | 'OPTIONS';
  office: string | null;
  title: string;
  rule: Json<object>;
  rule_book_id: string;
  voting_days: number;
  term_months: number | null;
  takes_office_on: string | null;
  state: 'NOMINATIONS' | 'VOTING' | 'CERTIFIED' | 'LAPSED';
  called_at: Moment;
  nominations_until: Moment;
  ended_at: MaybeMoment;
  lot_commitment: Buffer | null;
  papers_handed: Generated<number>;
}

export type CandidateStateWord = 'PROPOSED' | 'STANDING' | 'DECLINED' | 'WITHDRAWN' | 'LAPSED';
export type PublicityWord = 'BODY' | 'FEDERATION' | 'EVERYONE';

export interface CandidateTable {
  id: string;
  election_id: string;
  kind: 'PERSON' | 'OPTION' | 'REOPEN';
  person_id: string | null;
  body_id: string | null;
  label: string | null;
  nominated_by_id: string | null;
  state: CandidateStateWord;
  statement: Generated<string>;
  publicity: Generated<PublicityWord>;
  groups: Generated<string[]>;
  position: number | null;
  at: Moment;
}

export interface PaperHandedTable {
  poll_id: string;
  person_id: string;
  teller_id: string;
  at: Moment;
}

export interface PaperBatchTable {
  id: string;
  poll_id: string;
  number: number;
  teller_id: string;
  lines: string[];
  salt: Buffer;
  replaced: Generated<boolean>;
  at: Moment;
}

export interface ElectionResultTable {
  election_id: string;
  outcome: 'ELECTED' | 'UNOPPOSED' | 'REOPENED' | 'UNFILLED' | 'INQUORATE';
  elected: string[];
  alternates: string[];
  papers: number;
  file: string;
  file_hash: Buffer;
  count: Json<object> | null;
  withheld: boolean;
  at: Moment;
}

export interface VacancyFilledTable {
  id: string;
  election_id: string;
  vacated_term_id: string;
  candidate_id: string;
  how: 'ALTERNATE' | 'COUNT_BACK';
  passed: string[];
  count: Json<object> | null;
  at: Moment;
}

export interface HistoryRecordTable {
  id: string;
  at: Moment;
  type: string;
  body: Json<Record<string, unknown>>;
}

export interface HistoryLeafTable {
  seq: string;
  record_id: string;
  data: string;
  hash: Buffer;
}

export interface HistoryNodeTable {
  level: number;
  idx: string;
  hash: Buffer;
}

export interface HistoryCheckpointTable {
  size: string;
  root: Buffer;
  note: string;
  at: Moment;
}

export interface SigningKeyTable {
  id: string;
  origin: string;
  private_key: Buffer;
  made_at: Moment;
}

export interface DeedAnswerTable {
  actor: string;
  key: string;
  name: string;
  input_hash: Buffer;
  answer: Json<Record<string, unknown>>;
  at: Moment;
}

export interface Tables extends DuesTables, OutsideTables, TreasuryTables {
  body: BodyTable;
  body_above: BodyAboveTable;
  body_state: BodyStateTable;
  body_count: { body_id: string; members: Generated<number> };
  person: PersonTable;
  person_password: PersonPasswordTable;
  session: SessionTable;
  sign_in_link: SignInLinkTable;
  rate_limit: { key: string; points: Generated<number>; expire: string | null };
  outbox_mail: OutboxMailTable;
  demonstration_person: DemonstrationPersonTable;
  membership: MembershipTable;
  membership_event: MembershipEventTable;
  office_term: OfficeTermTable;
  platform_version: PlatformVersionTable;
  platform_clause: PlatformClauseTable;
  acceptance: AcceptanceTable;
  rule_book: RuleBookTable;
  proposal: ProposalTable;
  proposal_step: ProposalStepTable;
  second: SecondTable;
  comment: CommentTable;
  poll: PollTable;
  roll_entry: RollEntryTable;
  roll_count: RollCountTable;
  /** The counts with their corrections. */
  roll_entitled: RollCountTable;
  roll_correction: RollCorrectionTable;
  roll_challenge: RollChallengeTable;
  ballot: BallotTable;
  poll_key: PollKeyTable;
  teller_count: TellerCountTable;
  result: ResultTable;
  result_tally: ResultTallyTable;
  election: ElectionTable;
  election_lot: { election_id: string; seed: Buffer };
  candidate: CandidateTable;
  paper_handed: PaperHandedTable;
  paper_batch: PaperBatchTable;
  election_result: ElectionResultTable;
  vacancy_filled: VacancyFilledTable;
  history_record: HistoryRecordTable;
  history_pending: { record_id: string };
  history_leaf: HistoryLeafTable;
  history_node: HistoryNodeTable;
  history_checkpoint: HistoryCheckpointTable;
  history_head: { one: boolean; size: string };
  signing_key: SigningKeyTable;
  deed_answer: DeedAnswerTable;
}
