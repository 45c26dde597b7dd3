// Motion 7 of the demonstration from its first word to its result through the API alone, each ballot by its own
// elector’s own session.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { motion7, localGroups } from '../../server/demo/bodies.js';
import { bodyId } from '../../server/demo/found.js';
import { motion7Text } from '../../server/demo/motions.js';
import { personId } from '../../server/demo/people.js';
import { decide, readDecisionFile } from '../../server/counting/index.js';
import { verifierFromVkey } from '../../server/history/key.js';
import { keepsPromise, verifyAcknowledgement } from '../../server/history/acknowledgement.js';
import { verifyProof } from '../../server/history/proof.js';
import { foundDemonstration } from '../support/foundedDemonstration.js';
import { passTime } from '../support/time.js';
import { newKey, openWorld, type World } from '../support/world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await foundDemonstration(world);
});
afterAll(() => world.close());

const member = personId('tacoma', 9);
let proposalId: string;
let pollId: string;
let receipt: { recordId: string; acknowledgement: string };

async function deed(name: string, input: object, as: string, made: string) {
  const type = name[0]!.toUpperCase() + name.slice(1);
  const { data, errors } = await world.ask(
    `mutation ($input: ${type}Input!) { ${name}(input: $input) { __typename ${made} ... on Refusal { code message } } }`,
    { input },
    as,
  );
  expect(errors).toBeUndefined();
  return data[name];
}
const motion = '... on ProposalChanged { proposal { id number state } }';

test('a member moves it, two others second it: it is number 7 and in debate', async () => {
  const id = newKey();
  const input = { id, bodyId: `Body_${bodyId('federation')}`, title: motion7Text.title, text: motion7Text.text };
  const moved = await deed('submitProposal', input, member, motion);
  expect(moved.proposal).toMatchObject({ number: 7, state: 'SUBMITTED' });
  expect(await deed('submitProposal', input, member, motion)).toEqual(moved);
  proposalId = moved.proposal.id;
  for (const other of [personId('hamilton', 8), personId('toledo', 6)])
    await deed('secondProposal', { idempotencyKey: newKey(), proposalId }, other, motion);
  const { data } = await world.ask('{ proposal(body: "federation", number: 7) { state secondCount } }');
  expect(data.proposal).toEqual({ state: 'DEBATE', secondCount: 2 });
});

test('after the debate the Secretary opens its poll: one in each Local Group, with the weight of its members', async () => {
  await sql`update proposal set debate_from = debate_from - interval '30 days', debate_until = now() - interval '1 minute' where state = 'DEBATE'`.execute(
    world.db,
  );
  const { poll } = await deed(
    'openPoll',
    { idempotencyKey: newKey(), proposalId },
    personId('baltimore', 7),
    '... on PollChanged { poll { id rollCount children { id weight rollCount body { slug } } } }',
  );
  pollId = poll.id;
  expect(poll.rollCount).toBe(268);
  const weights = Object.fromEntries(
    poll.children.map((child: { weight: number; body: { slug: string } }) => [child.body.slug, child.weight]),
  );
  expect(weights).toEqual({
    tacoma: 3,
    portland: 4,
    victoria: 2,
    toledo: 1,
    detroit: 3,
    hamilton: 2,
    duluth: 1,
    worcester: 2,
    halifax: 2,
    baltimore: 4,
    tampico: 3,
    mobile: 1,
  });
});

test('every member who votes casts a ballot in the poll of their own group', async () => {
  const { data } = await world.ask('query ($id: ID!) { poll(id: $id) { children { id body { slug } } } }', {
    id: pollId,
  });
  const polls = new Map<string, string>(
    data.poll.children.map((child: { id: string; body: { slug: string } }) => [child.body.slug, child.id]),
  );
  const made = '... on BallotReceipt { id recordId acknowledgement }';
  for (const { slug } of localGroups) {
    const [yes, no, abstain] = motion7[slug]!;
    const choices = [
      ...Array<string>(yes).fill('FOR'),
      ...Array<string>(no).fill('AGAINST'),
      ...Array<string>(abstain).fill('ABSTAIN'),
    ];
    const cast = (choice: string, i: number) =>
      deed('castBallot', { id: newKey(), pollId: polls.get(slug), choice }, personId(slug, i), made);
    const receipts = await Promise.all(choices.map(cast));
    expect(receipts.map((one) => one.__typename)).toEqual(choices.map(() => 'BallotReceipt'));
    receipt = receipts[0];
  }
}, 60_000);

test('a receipt is a promise kept: the record it signs is in the log, and the proof of it checks offline', async () => {
  await world.services.sequencer.settle();
  const { data } = await world.ask(
    'query ($record: UUID!) { historyInclusion(record: $record) { leaf proof } historyCheckpoint { verifierKey } }',
    { record: receipt.recordId },
  );
  const key = [verifierFromVkey(data.historyCheckpoint.verifierKey)];
  const promise = verifyAcknowledgement(receipt.acknowledgement, key);
  expect(keepsPromise(data.historyInclusion.leaf, promise)).toBe(true);
  expect(verifyProof(data.historyInclusion.proof, key).leaf.toString('utf8')).toBe(data.historyInclusion.leaf);
});

test('while the poll is open nobody, officers included, is told how it stands', async () => {
  const { data } = await world.ask(
    'query ($id: ID!) { poll(id: $id) { ballotCount result { outcome } } result(poll: $id) { outcome } }',
    { id: pollId },
    personId('baltimore', 7),
  );
  expect(data).toEqual({ poll: { ballotCount: 234, result: null }, result: null });
});

test('closed and certified: DEFEATED, 12 votes to 16 by bands; 7 bodies to 5; 131 members to 99', async () => {
  await passTime(world, pollId.slice('Poll_'.length));
  await deed(
    'closePoll',
    { idempotencyKey: newKey(), pollId },
    personId('baltimore', 7),
    '... on PollChanged { poll { state } }',
  );
  const { data } = await world.ask(
    'query ($id: ID!) { result(poll: $id) { outcome binding lenses { lens binds carries needed strict totals { option count } } arithmetic { text } decisionFile electors ballots } proposal(body: "federation", number: 7) { state } }',
    { id: pollId },
  );
  const { result } = data;
  const totals = Object.fromEntries(
    result.lenses.map((one: { lens: string; totals: { count: number }[] }) => [
      one.lens,
      one.totals.map(({ count }) => count),
    ]),
  );
  expect(data.proposal.state).toBe('DEFEATED');
  expect([result.outcome, result.binding, result.electors, result.ballots]).toEqual(['DEFEATED', 'WEIGHT', 268, 234]);
  expect(totals).toEqual({ WEIGHT: [12, 16, 0], BODIES: [7, 5, 0], MEMBERS: [131, 99, 4] });
  expect(result.lenses.find((one: { binds: boolean }) => one.binds)).toMatchObject({
    lens: 'WEIGHT',
    carries: false,
    needed: '14',
    strict: true,
  });
  expect(result.arithmetic.map(({ text }: { text: string }) => text).join('\n')).toContain(
    '12 of 28 votes cast FOR; more than 14 needed',
  );
  expect(decide(readDecisionFile(result.decisionFile)).outcome).toBe('DEFEATED');
});

test('it comes home: every member finds the result with the motion, and in the register it is not in force', async () => {
  const { data } = await world.ask(
    '{ proposal(body: "federation", number: 7) { result { outcome } poll { viewerPoll { result { outcome } body { slug } } } } decisionsInForce(body: "federation", first: 10) { edges { node { number } } } }',
    {},
    personId('halifax', 3),
  );
  expect(data.proposal.result.outcome).toBe('DEFEATED');
  expect(data.proposal.poll.viewerPoll.body.slug).toBe('halifax');
  expect(data.decisionsInForce.edges).toEqual([]);
});
