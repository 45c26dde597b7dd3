/**
 * From ballots to tallies. Of an open poll every figure is made anew from the votes in the log. Of a confidential
 * one the log shows that a ballot was cast and not what it says, so the number of ballots is compared: of each
 * body that had a poll to itself, and of all together.
 */
import type { DecidedPoll } from './decidedPoll.js';
import { placeKey, type DecisionBody } from './pollFile.js';
import type { PollRecord } from './pollRecord.js';
import { checkedRoll } from './verifyRoll.js';

type Tally = Map<string, number>;
/** What the log says of one place in the decision file. */
interface Told {
  readonly tally: Tally;
  /** Ballots known to be of this place, whose choices the log does not tell. */
  hidden: number;
  /** Some hidden ballots of a shared poll may be of this place too. */
  shared: boolean;
}

/** Fewer confidential ballots than this are not published at all. */
const SMALLEST = 5;

/** So few confidential ballots in the whole roll-up that the decision file may give no figures. */
export function isWithheld(decided: DecidedPoll): boolean {
  const cast = [...decided.records.values()].reduce((n, record) => n + record.standing, 0);
  const counted = [...decided.records.values()].some((record) => record.votes.size > 0 || record.tellers.size > 0);
  return !counted && cast > 0 && cast < SMALLEST && decided.bodies.every((body) => body.withheld);
}

export function tallyFaults(decided: DecidedPoll): string[] {
  if (isWithheld(decided)) return [];
  const told = new Map<string, Told>(
    decided.bodies.map(({ place }) => [place, { tally: new Map(), hidden: 0, shared: false }]),
  );
  const faults = [...decided.records].flatMap(([poll, record]) => tellOf(decided, poll, record, told));
  const bodyFaults = decided.bodies.flatMap((body) => faultOf(body, told.get(body.place)!, decided.options));
  const published = sum(decided.bodies.map((body) => sum(Object.values(body.tally))));
  const recorded = sum([...told.values()].map(({ tally }) => sum([...tally.values()]))) + hiddenBallots(decided);
  if (published !== recorded) bodyFaults.push(`the tallies hold ${published}, the record ${recorded}`);
  return [...faults, ...bodyFaults];
}

/** Puts the votes and counts of one poll in the places they are counted for. */
function tellOf(decided: DecidedPoll, poll: string, record: PollRecord, told: ReadonlyMap<string, Told>): string[] {
  const faults: string[] = [];
  const sources = decided.file.sources.filter((source) => source.poll === poll);
  const places = new Map(sources.map(({ body, place }) => [body, placeKey(place)]));
  const toldOf = (body: string) => told.get(places.get(body) ?? '');
  const roll = record.votes.size > 0 && record.roll !== null ? checkedRoll(decided, poll, record.roll) : null;
  const voted = new Set<string>();
  for (const { seq, body: vote } of record.votes.values()) {
    const line = roll?.get(vote.voter);
    if (line === undefined) faults.push(`entry ${seq} is by a voter who is not on the roll`);
    else if (line.group !== vote.group || line.weight !== vote.weight)
      faults.push(`entry ${seq} is not as its voter stands on the roll`);
    const to = toldOf(vote.group);
    if (to === undefined) faults.push(`entry ${seq} is counted for no body of the decision`);
    else add(to.tally, vote.choice, vote.weight);
    voted.add(vote.group);
  }
  for (const [body, count] of record.tellers) {
    const to = toldOf(body);
    if (to === undefined) faults.push(`the tellers of ${body} counted for no body of the decision`);
    for (const [option, n] of Object.entries(count.tally)) if (to !== undefined) add(to.tally, option, n);
    if (record.roll !== null && record.roll.counts[body] !== count.entitled) {
      faults.push(
        `the tellers of ${body} found ${count.entitled} entitled, frozen were ${record.roll.counts[body] ?? 0}`,
      );
    }
    if (voted.has(body)) faults.push(`${body} has both ballots and a count by tellers`);
  }
  if (record.codes.size > 0) {
    const [only, ...others] = [...new Set(places.values())].map((place) => told.get(place));
    if (only !== undefined && others.length === 0) only.hidden += record.codes.size;
    else for (const each of [only, ...others]) if (each !== undefined) each.shared = true;
  }
  return faults;
}

function faultOf(
  { place, entitled, tally: published }: DecisionBody,
  told: Told,
  options: readonly string[],
): string[] {
  const words = [...new Set([...Object.keys(published), ...told.tally.keys()])];
  const stray = words.filter((word) => !options.includes(word)).map((word) => `${place}: ${word} is not an option`);
  const cast = sum(Object.values(published));
  if (entitled !== null && cast > entitled) stray.push(`${place}: ${cast} cast by ${entitled} entitled`);
  if (told.shared) return stray;
  const known = sum([...told.tally.values()]);
  if (told.hidden > 0) {
    return cast === known + told.hidden
      ? stray
      : [...stray, `${place}: ${cast} in the tally, ${known + told.hidden} in the record`];
  }
  const unlike = words.filter((word) => (published[word] ?? 0) !== (told.tally.get(word) ?? 0));
  return [
    ...stray,
    ...unlike.map(
      (word) => `${place}: ${published[word] ?? 0} ${word} in the tally, ${told.tally.get(word) ?? 0} in the record`,
    ),
  ];
}

function hiddenBallots({ records }: DecidedPoll): number {
  return sum([...records.values()].map((record) => record.codes.size));
}

function add(tally: Tally, option: string, n: number): void {
  tally.set(option, (tally.get(option) ?? 0) + n);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}
