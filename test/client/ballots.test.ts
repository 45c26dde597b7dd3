/** What a ballot leaves on a device, what two tellers see of each other, and what a recount in the browser says. */
import { expect, test } from '@jest/globals';
import { found } from '../../client/src/federation/search';
import { fileName } from '../../client/src/polls/download';
import { keepMark, keepReceipt, keptMark, keptReceipts } from '../../client/src/polls/keptBallot';
import type { KeptReceipt } from '../../client/src/polls/keptBallot';
import { recount } from '../../client/src/polls/recount';
import { talliedBodies, type TallyFacts } from '../../client/src/polls/resultBodies';
import { headline, whyItBinds, withoutBodies } from '../../client/src/polls/resultSentences';
import { compareCounts } from '../../client/src/polls/tellerDifference';
import { timeLeft } from '../../client/src/polls/timeLeft';

class Memory implements Storage {
  readonly kept = new Map<string, string>();
  constructor(readonly full = false) {}
  get length() {
    return this.kept.size;
  }
  key = () => null;
  clear = () => this.kept.clear();
  getItem = (name: string) => this.kept.get(name) ?? null;
  removeItem = (name: string) => void this.kept.delete(name);
  setItem = (name: string, value: string) => {
    if (this.full) throw new Error('QuotaExceededError');
    this.kept.set(name, value);
  };
}

const receipt = (ballotId: string): KeptReceipt => ({
  pollId: 'p',
  pollTitle: 'Motion 7',
  ballotId,
  recordId: 'r',
  castAt: '2026-11-20T10:00:00Z',
  acknowledgement: 'note',
  nonce: null,
  choice: null,
});

test('a mark outlives the page until its ballot is cast', () => {
  const store = new Memory();
  keepMark(store, 'p', 'AGAINST');
  expect([keptMark(store, 'p'), keptMark(store, 'other')]).toEqual(['AGAINST', null]);
  keepMark(store, 'p', null);
  expect(keptMark(store, 'p')).toBeNull();
});

test('every receipt of a revised ballot is kept, and the same one only once', () => {
  const store = new Memory();
  for (const id of ['one', 'two', 'one']) keepReceipt(store, receipt(id));
  expect(keptReceipts(store, 'p').map(({ ballotId }) => ballotId)).toEqual(['two', 'one']);
});

test('a device that can not keep a receipt says so, and one spoiled is not trusted', () => {
  expect(keepReceipt(new Memory(true), receipt('one'))).toBe(false);
  const store = new Memory();
  store.setItem('mandate.receipt.p', '{not json');
  expect(keptReceipts(store, 'p')).toEqual([]);
});

test('the time left runs out exactly at the deadline', () => {
  const until = new Date('2026-11-20T18:00:00Z');
  expect(timeLeft(new Date('2026-11-20T15:58:59Z'), until)).toEqual({ hours: 2, minutes: 1, seconds: 1 });
  expect(timeLeft(new Date('2026-11-20T17:59:59.999Z'), until)).toEqual({ hours: 0, minutes: 0, seconds: 1 });
  expect(timeLeft(until, until)).toBeNull();
});

test('two counts are compared figure by figure, the roll included', () => {
  const count = (yes: number, no: number, entitled: number) => ({
    entitled,
    tally: [
      { option: 'FOR', count: yes },
      { option: 'AGAINST', count: no },
    ],
  });
  const lines = compareCounts(count(6, 1, 8), count(5, 1, 9), ['FOR', 'AGAINST']);
  expect(lines.filter(({ differs }) => differs).map(({ option }) => option)).toEqual([null, 'FOR']);
});

test('a file name holds nothing a system would refuse', () => {
  expect(fileName('Moción 7: «cuotas» / año', 'json')).toBe('mocion-7-cuotas-ano.json');
  expect(fileName('***', 'json')).toBe('mandate.json');
});

test('a search finds a name without its accents and keeps what stands above it', () => {
  const body = (id: string, parentId: string | null) => ({ id, name: id, parentId });
  const bodies = [
    body('Federation', null),
    body('Québec', 'Federation'),
    body('Montréal', 'Québec'),
    body('Gulf', 'Federation'),
  ];
  expect(found(bodies, 'MONTREAL').map(({ id }) => id)).toEqual(['Federation', 'Québec', 'Montréal']);
  expect(found(bodies, ' ')).toHaveLength(4);
});

const sentences = [
  'rule.groups.bloc',
  'quorum.electors.missed',
  'body.cast',
  'threshold.more',
  'lens.weight',
  'binding.weight',
  'outcome',
].map((key) => ({ key }));

test('the headline is the sum that decided, or the quorum that was missed', () => {
  expect(headline(sentences, 'DEFEATED')?.key).toBe('threshold.more');
  expect(headline(sentences, 'INQUORATE')?.key).toBe('quorum.electors.missed');
  expect(whyItBinds(sentences)?.key).toBe('binding.weight');
  expect(withoutBodies(sentences).map(({ key }) => key)).toEqual([
    'rule.groups.bloc',
    'quorum.electors.missed',
    'threshold.more',
  ]);
});

test('bodies above the root of a result have no part in it', () => {
  const body = (name: string, above: string[]) => ({
    __typename: 'Body' as const,
    id: name,
    slug: name,
    name,
    kind: 'REGION' as const,
    above: above.map((each) => ({ __typename: 'Body' as const, id: each, slug: each, name: each })),
  });
  const tally = (facts: TallyFacts['body']): TallyFacts => ({
    __typename: 'BodyTally',
    body: facts,
    parentBodyId: null,
    pollId: null,
    entitled: 3,
    tally: null,
    ballots: null,
    weight: null,
    cast: null,
    outcome: '',
    quorate: true,
    merged: true,
  });
  const [, tacoma] = talliedBodies([
    tally(body('Cascadia', ['Federation'])),
    tally(body('Tacoma', ['Federation', 'Cascadia'])),
  ]);
  expect(tacoma?.above.map(({ name }) => name)).toEqual(['Cascadia']);
});

const decisionFile = JSON.stringify({
  title: 'Motion 1',
  options: ['FOR', 'AGAINST', 'ABSTAIN'],
  rule: {
    voting: 'MEMBERS',
    threshold: { fraction: '1/2', base: 'CAST', strict: true },
    quorum: { electors: '0/1', bodies: '0/1' },
    bodies: null,
  },
  bodies: [
    { name: 'Tacoma', entitled: 24, tally: { FOR: 15, AGAINST: 6, ABSTAIN: 1 } },
    { name: 'Detroit', entitled: 33, tally: { FOR: 13, AGAINST: 15, ABSTAIN: 0 } },
  ],
});

test('the recount in the browser counts the published file with the engine that decided', async () => {
  const { outcome, totals, arithmetic } = await recount(decisionFile);
  expect(outcome).toBe('CARRIED');
  expect(totals.MEMBERS).toEqual({ FOR: 28, AGAINST: 21, ABSTAIN: 1 });
  expect(arithmetic.some(({ text }) => text.includes('28 of 49'))).toBe(true);
});

test('a file that can not be counted is refused, not guessed at', async () => {
  await expect(recount('{"options":["FOR"]}')).rejects.toThrow();
});
