/** One decided poll: from the frozen roll and the ballots in the log to the certified outcome, each step recomputed. */
import { FILES, fileOf, type Bundle } from './bundle.js';
import { check, noFaults, type Check } from './check.js';
import { decisionHash, ruleHash } from './commitments.js';
import { openDecided, type DecidedPoll } from './decidedPoll.js';
import { placeKey } from './pollFile.js';
import type { PollRecords } from './pollRecords.js';
import { checkedRoll } from './verifyRoll.js';
import { isWithheld, tallyFaults } from './verifyTally.js';

/** The decision engine, as far as a verifier needs it: from the text of a decision file to its outcome. */
export type Recount = (decisionText: string) => { readonly outcome: string };

export function checkPoll(bundle: Bundle, polls: PollRecords, poll: string, recount: Recount): Check[] {
  const named = (part: string) => `poll ${poll}: ${part}`;
  let decided: DecidedPoll;
  try {
    decided = openDecided(bundle, polls, poll);
  } catch (error) {
    return [{ name: named('files'), ok: false, detail: (error as Error).message }];
  }
  return [
    check(named('rule'), () => checkRule(decided)),
    check(named('roll'), () => checkRolls(decided)),
    check(named('ballots'), () => checkBallots(decided)),
    check(named('result'), () => checkResult(decided)),
    check(named('recount'), () => checkRecount(decided, recount)),
  ];
}

function checkRule({ file, decision, records }: DecidedPoll): string {
  const { open } = records.get(file.poll)!;
  if (open === null) throw new Error('the history has no opening of this poll');
  if (ruleHash(decision) !== open.body.ruleHash) {
    throw new Error('the rule or the options of the decision file are not those fixed at the opening');
  }
  return `the rule and the options are those fixed at the opening, entry ${open.seq}`;
}

function checkRolls(decided: DecidedPoll): string {
  const { file, bodies, records } = decided;
  noFaults([...records.values()].flatMap((record) => record.rollFaults));
  const frozen = frozenCounts(decided);
  const entitled = new Map<string, number>();
  for (const { poll, body, place } of file.sources) {
    const n = frozen.get(`${body} in poll ${poll}`);
    if (n === undefined) throw new Error(`${body} in poll ${poll} was on no frozen roll, or is counted twice`);
    frozen.delete(`${body} in poll ${poll}`);
    entitled.set(placeKey(place), (entitled.get(placeKey(place)) ?? 0) + n);
  }
  noFaults([...frozen.keys()].map((key) => `the roll of ${key} is left out of the decision`));
  const told = new Map(bodies.map((body) => [body.place, body.entitled]));
  const places = [...new Set([...entitled.keys(), ...told.keys()])].filter(
    (place) => entitled.get(place) !== told.get(place),
  );
  noFaults(
    places.map(
      (place) =>
        `${place}: ${told.get(place) ?? 'none'} entitled in the decision, ${entitled.get(place) ?? 'none'} on the roll`,
    ),
  );
  const total = [...entitled.values()].reduce((sum, n) => sum + n, 0);
  return `${total} entitled in ${bodies.length} bodies, as ${records.size === 1 ? 'the roll was' : 'the rolls were'} frozen`;
}

/** Of each body in each poll of the roll-up, how many the frozen roll entitles; where tellers counted without one, how many they found. */
function frozenCounts(decided: DecidedPoll): Map<string, number> {
  const frozen = new Map<string, number>();
  for (const [poll, { roll, tellers }] of decided.records) {
    if (roll !== null) checkedRoll(decided, poll, roll);
    const counts = roll?.counts ?? Object.fromEntries([...tellers].map(([body, count]) => [body, count.entitled]));
    for (const [body, n] of Object.entries(counts)) frozen.set(`${body} in poll ${poll}`, n);
  }
  return frozen;
}

function checkBallots(decided: DecidedPoll): string {
  const records = [...decided.records.values()];
  noFaults([...records.flatMap((record) => record.ballotFaults), ...tallyFaults(decided)]);
  const standing = records.reduce((sum, record) => sum + record.standing, 0);
  const corrections = records.reduce((sum, record) => sum + record.corrections, 0);
  const corrected = corrections === 0 ? '' : `, ${corrections} recorded corrections`;
  return `${standing} ballots stand in the history and make the tallies of the decision${corrected}`;
}

function checkResult({ bundle, file, records }: DecidedPoll): string {
  const { result, resultFaults } = records.get(file.poll)!;
  noFaults(resultFaults);
  if (result === null) throw new Error('the history has no certified result of this poll');
  const { decisionHash: certified, outcome, proposal } = result.body;
  if (decisionHash(fileOf(bundle, FILES.decision(file.poll))) !== certified) {
    throw new Error('the decision file is not the one that was certified');
  }
  if (outcome !== file.result.outcome) throw new Error(`published as ${file.result.outcome}, certified as ${outcome}`);
  if (proposal !== file.proposal) throw new Error('published under another proposal than certified');
  return `certified as ${outcome}, entry ${result.seq}`;
}

function checkRecount(decided: DecidedPoll, recount: Recount): string {
  const { bundle, file, records } = decided;
  if (isWithheld(decided))
    return 'so few confidential ballots that no figure is published: there is nothing to count anew';
  const certified = records.get(file.poll)!.result?.body.outcome ?? file.result.outcome;
  const { outcome } = recount(fileOf(bundle, FILES.decision(file.poll)));
  if (outcome !== certified) throw new Error(`counted anew the outcome is ${outcome}, certified was ${certified}`);
  return `counted anew: ${outcome}`;
}
