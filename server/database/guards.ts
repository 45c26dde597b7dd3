// The last wall speaks too: a guard of the database that code should have met first still gives its sentence.
import { Refusal } from '../errors.js';

const guards: Record<string, [code: string, message: string]> = {
  MD001: ['APPEND_ONLY', 'This is kept as it is: a mistake is corrected by adding, never by changing.'],
  MD002: ['BAD_PARENT', 'A Local Group has no bodies below it.'],
  MD003: ['BAD_PARENT', 'A body cannot stand below itself.'],
  MD004: ['NOT_A_HOME', 'A member belongs to a Local Group, or at large to a Region.'],
  MD005: ['BODY_ENDED', 'Nobody joins a body that has ended.'],
  MD006: ['DECLARATION_MISSING', 'An acceptance makes every declaration of the platform.'],
  MD007: ['WRONG_STATE', 'The motion is not at a point where this can be done.'],
  MD008: ['TEXT_FIXED', 'A submitted motion keeps its text.'],
  MD009: ['NEEDS_DECISION', 'This changes only by a carried motion.'],
  MD010: ['BALLOT_KEPT', 'A ballot is never deleted.'],
  MD011: ['POLL_CLOSED', 'The poll is closed. Ballots are taken until its closing time by the clock of the database.'],
  MD012: ['BALLOT_KEPT', 'A ballot is replaced, never edited.'],
  MD014: ['POLL_CLOSED', 'The poll is closed. Ballots are taken until its closing time by the clock of the database.'],
  MD015: ['POLL_FIXED', 'A poll keeps the question and the rule it was opened with, until its closing time.'],
  MD016: ['NOT_ON_ROLL', 'A ballot comes from the roll of its poll.'],
  MD017: ['ROLL_FROZEN', 'A frozen roll changes only by a challenge that was upheld.'],
  MD018: ['POLL_OPEN', 'A result belongs to a poll that has closed.'],
  MD019: ['ELECTION_FIXED', 'An election keeps what it was called for, and is certified by its result alone.'],
  MD020: ['PAPER_FIXED', 'Once voting is open the paper stands as it is.'],
  MD021: ['HAS_A_BALLOT', 'Who has cast a ballot gets no paper.'],
  MD022: ['NEEDS_ELECTION', 'An office is won in a certified election, and in no other way.'],
  MD013: ['UNKNOWN_OPTION', 'That option is not on the ballot.'],
  MD040: ['APPEND_ONLY', 'The books only grow: a mistake is put right by a transfer that reverses it.'],
  MD041: ['LEDGER_CHAIN', 'A transfer follows the last one of its body, with the entries its hash was taken of.'],
  MD042: ['FUTURE_DATE', 'Nothing is booked on a day that has not come.'],
  MD043: ['PERIOD_CLOSED', 'That day is in a period of the books which is closed. Book it on a later day.'],
  MD044: ['NOT_REVERSIBLE', 'A transfer is reversed once, whole, and a reversal is not reversed.'],
  MD045: ['LEDGER_UNBALANCED', 'The entries of a transfer sum to zero in every currency.'],
  MD046: ['NOT_ENOUGH_MONEY', 'There is not so much money in that account.'],
  MD047: ['PERIOD_FIXED', 'A period of the books keeps its days, overlaps no other, and once closed stays closed.'],
  MD049: ['CREDIT_USED', 'The member has not so much credit.'],
  MD050: ['RECEIPT_NUMBER_USED', 'Receipts are numbered one after another, each number once.'],
  MD060: ['WRONG_STATE', 'This has moved on meanwhile: look at it again.'],
  MD061: ['WRONG_STATE', 'Spending is decided once, and stays as it was proposed.'],
  MD062: ['NOT_AUTHORISED', 'No carried motion authorises this spending on that day.'],
  MD063: ['MORE_THAN_AUTHORISED', 'That is more than is left of what was authorised.'],
  MD064: ['FUND_TOO_SMALL', 'There is not so much in the fund.'],
  MD048: ['KEY_USED', 'This id was already used for something else. Make a new one and send again.'],
};

export function guardAsRefusal(error: unknown, code: string | undefined): unknown {
  const guard = code ? guards[code] : undefined;
  if (guard) return new Refusal(...guard);
  if (code === '23505' && primaryKeyTaken(error)) {
    return new Refusal('KEY_USED', 'This id was already used for something else. Make a new one and send again.', {
      field: 'id',
    });
  }
  return error;
}

function primaryKeyTaken(error: unknown): boolean {
  for (
    let link = error as { constraint?: string; cause?: unknown } | undefined;
    link;
    link = link.cause as typeof link
  ) {
    if (link.constraint?.endsWith('_pkey')) return true;
  }
  return false;
}
