/**
 * One certified election: that its question and its lot were fixed before anybody voted, that its papers are those the
 * history knows of and no more than were entitled, and that they come to the result, each step recomputed.
 *
 * Of open ballots every paper is found in the log. Of secret ones the log tells that a ballot was cast and not what it
 * says, as for any confidential poll: their number is compared.
 */
import { papersOf, recountElection, type CertifiedElection } from '../counting/elections/certified.js';
import { readCertified } from '../counting/elections/readCertified.js';
import { FILES, fileOf, type Bundle } from './bundle.js';
import type { JsonObject } from './canonical.js';
import { check, noFaults, type Check } from './check.js';
import { decisionHash, lotCommitment, lotOrder, questionHash } from './commitments.js';
import type { PollRecord } from './pollRecord.js';
import type { PollRecords } from './pollRecords.js';
import { checkedRoll } from './verifyRoll.js';

/** Fewer secret papers than this are not published at all. */
const SMALLEST = 5;

interface Told {
  bundle: Bundle;
  poll: string;
  text: string;
  election: CertifiedElection;
  record: PollRecord;
  withdrawn: ReadonlySet<string>;
}

export function checkElection(bundle: Bundle, polls: PollRecords, poll: string): Check[] {
  const named = (part: string) => `election ${poll}: ${part}`;
  let told: Told;
  try {
    const text = fileOf(bundle, FILES.election(poll));
    const record = polls.get(poll);
    if (!record) throw new Error('the history knows nothing of this election');
    told = { bundle, poll, text, election: readCertified(text), record, withdrawn: polls.withdrawn };
  } catch (error) {
    return [{ name: named('files'), ok: false, detail: (error as Error).message }];
  }
  return [
    check(named('question'), () => checkQuestion(told)),
    check(named('lot'), () => checkLot(told)),
    check(named('roll'), () => checkRoll(told)),
    check(named('papers'), () => checkPapers(told)),
    check(named('result'), () => checkResult(told)),
    check(named('recount'), () => checkRecount(told)),
  ];
}

const isUnopposed = ({ election }: Told) => election.outcome === 'UNOPPOSED';
const unvoted = 'no more stood than there were places, so there was no vote';

function checkQuestion(told: Told): string {
  const { election, record, withdrawn } = told;
  const faults = election.candidates.flatMap(({ id }, at) =>
    withdrawn.has(id) === election.withdrawn.includes(at + 1)
      ? []
      : [
          `candidate ${at + 1} is ${withdrawn.has(id) ? 'on record as withdrawn' : 'said to have withdrawn, and is not on record'}`,
        ],
  );
  noFaults(faults);
  if (isUnopposed(told)) {
    if (record.open !== null) throw new Error('there was a vote, and the result says there was none');
    if (election.candidates.length > election.seats) throw new Error('more stood than there were places');
    return unvoted;
  }
  if (record.open === null) throw new Error('the history has no opening of this vote');
  if (questionHash(election as unknown as JsonObject) !== record.open.body.ruleHash)
    throw new Error('candidates, places or rule are not those fixed at the opening');
  return `candidates, places and rule are those fixed at the opening, entry ${record.open.seq}`;
}

function checkLot(told: Told): string {
  if (isUnopposed(told)) return unvoted;
  const { lot, candidates } = told.election;
  if (lot === null) throw new Error('the lot is not published');
  const seed = Buffer.from(lot.seed, 'hex');
  if (lotCommitment(seed) !== told.record.open?.body.lot)
    throw new Error('the seed is not the one sealed at the opening');
  const order = lotOrder(
    seed,
    candidates.map(({ id }) => id),
  );
  if (order.join() !== lot.order.join()) throw new Error('the seed gives the candidates another order');
  return 'drawn and sealed before the first ballot, and the order is the one it gives';
}

function checkRoll(told: Told): string {
  if (isUnopposed(told)) return unvoted;
  const { bundle, poll, election, record } = told;
  noFaults(record.rollFaults);
  if (record.roll === null) {
    if (record.standing > 0) throw new Error('ballots were cast, and no roll was frozen');
    return 'no roll was kept here: its papers were entered as others had counted them';
  }
  checkedRoll({ bundle, records: new Map([[poll, record]]) }, poll, record.roll);
  const frozen = Object.values(record.roll.counts).reduce((sum, n) => sum + n, 0);
  if (frozen !== election.entitled)
    throw new Error(`${election.entitled} entitled in the result, ${frozen} on the roll`);
  return `${frozen} entitled, as the roll was frozen`;
}

function checkPapers(told: Told): string {
  if (isUnopposed(told)) return unvoted;
  const { election, record } = told;
  const read = [...record.batches.values()].reduce((sum, n) => sum + n, 0);
  const faults = [...record.ballotFaults];
  if (record.close === null) faults.push('the history has no close of this vote');
  if (record.roll !== null && read > record.papersHanded)
    faults.push(`${read} papers were read, ${record.papersHanded} were handed out`);
  if (election.cast !== record.standing + read)
    faults.push(`${election.cast} papers in the result, ${record.standing + read} on record`);
  if (election.cast > election.entitled) faults.push(`${election.cast} papers of ${election.entitled} entitled`);
  noFaults([...faults, ...openFaults(told)]);
  const papers = read === 0 ? '' : ` and ${read} on paper`;
  return `${record.standing} ballots stand in the history${papers}, and make the papers of the result`;
}

/** Each ballot whose words the log tells is among the papers, and by somebody on the roll. */
function openFaults({ bundle, poll, election, record }: Told): string[] {
  if (election.papers === null) return [];
  const papers = new Map(papersOf(election.papers));
  const published = [...papers.values()].reduce((sum, n) => sum + n, 0);
  const faults = published === election.cast ? [] : [`${published} papers are published, ${election.cast} counted`];
  if (record.votes.size === 0 || record.roll === null) return faults;
  const roll = checkedRoll({ bundle, records: new Map([[poll, record]]) }, poll, record.roll);
  for (const { seq, body } of record.votes.values()) {
    if (!roll?.has(body.voter)) faults.push(`entry ${seq} is by a voter who is not on the roll`);
    const left = papers.get(body.choice) ?? 0;
    if (left === 0) faults.push(`entry ${seq} is not among the papers`);
    papers.set(body.choice, left - 1);
  }
  return faults;
}

function checkResult(told: Told): string {
  const { text, election, record } = told;
  noFaults(record.resultFaults.filter((fault) => !(isUnopposed(told) && fault.endsWith('was not closed'))));
  if (record.result === null) throw new Error('the history has no certified result of this election');
  const { decisionHash: certified, outcome } = record.result.body;
  if (decisionHash(text) !== certified) throw new Error('the election file is not the one that was certified');
  if (outcome !== election.outcome) throw new Error(`published as ${election.outcome}, certified as ${outcome}`);
  return `certified as ${outcome}, entry ${record.result.seq}`;
}

function checkRecount({ election, record }: Told): string {
  const counted = recountElection(election);
  if (counted === null) {
    if (record.open?.body.secret !== true || election.cast >= SMALLEST) throw new Error('the papers are left out');
    return 'so few secret papers that none is published: there is nothing to count anew';
  }
  const told = (result: Pick<CertifiedElection, 'outcome' | 'elected' | 'alternates'>) =>
    `${result.outcome}, elected ${result.elected.join(', ') || 'nobody'}, then ${result.alternates.join(', ') || 'nobody'}`;
  if (told(counted) !== told(election))
    throw new Error(`counted anew: ${told(counted)}; certified was: ${told(election)}`);
  return `counted anew: ${told(counted)}`;
}
