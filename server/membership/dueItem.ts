// One thing a person owes now: what, to which body, until when, and the page where it is done. Each feature lists
// its own; the page "due from you" puts them together.
export interface DueItem {
  kind:
    | 'VOTE'
    | 'SECOND'
    | 'ACCEPT_PLATFORM'
    | 'ADMIT'
    | 'OPEN_POLL'
    | 'TELLER_COUNT'
    | 'CHALLENGE'
    | 'APPLY'
    | 'NOMINATION'
    | 'ELECT'
    | 'PAPERS'
    | 'CALL_ELECTION'
    | 'VACANCY'
    | 'PAY_DUES'
    | 'ANSWER_WAIVERS';
  title: string;
  bodyId: string | null;
  deadline: Date | null;
  /** A route of the web client. */
  path: string;
  /** Facts for wording it in the reader's language. */
  values: Record<string, string | number>;
}
