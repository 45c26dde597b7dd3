// What is measured: the same question asked of this server and of the reference.
import { randomUUID } from 'node:crypto';
import { memberOfSession, tokenOf } from './generate.mjs';
import { createHash } from 'node:crypto';

const uuidOf = (kind, n) =>
  createHash('md5')
    .update(`${kind}-${n}`)
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

const ask = (port, cookie) => (query, variables) => ({
  path: '/graphql',
  headers: { 'content-type': 'application/json', ...(cookie && { cookie }) },
  body: JSON.stringify({ query, variables }),
});
const graphql = (port) => `http://127.0.0.1:${port}/graphql`;

/** Gives every request the next of the sessions, so that no two in flight are one person. */
function turns(count) {
  let turn = 0;
  return () => (turn = (turn % count) + 1);
}

export function cases(polls, size) {
  const session = turns(size.sessions);
  const reader = turns(size.sessions);
  const theirs = turns(size.sessions);
  const bare = turns(size.sessions);
  const fixed = (port, query) => ({ url: graphql(port), next: () => ask(port)(query) });
  return [
    {
      name: 'tree',
      note: `${size.regions * size.groupsPerRegion + size.regions + 1} bodies with member counts; reference PostGraphile 5 (counts of the body itself, ours summed over all below)`,
      ours: fixed(4801, '{ tree { id slug name kind state parentId depth memberCount } }'),
      reference: fixed(
        4802,
        '{ allBodies { nodes { rowId slug name kind state parentId bodyCountByBodyId { members } } } }',
      ),
    },
    {
      name: 'member-page',
      note: 'a member, three levels of bodies, ten motions with comment counts; reference PostGraphile 5 (without a session)',
      ours: {
        url: graphql(4801),
        next: () =>
          ask(
            4801,
            `mandate=${tokenOf(reader())}`,
          )(
            '{ viewer { displayName membership { state body { name memberCount parent { name parent { name } } } } } body(slug: "federation") { proposals(first: 10) { edges { node { number title state commentCount } } } } }',
          ),
      },
      reference: {
        url: graphql(4802),
        next: () =>
          ask(4802)(
            `query ($id: UUID!) { personByRowId(rowId: $id) { displayName membershipsByPersonId { nodes { state bodyByBodyId { name bodyCountByBodyId { members } bodyByParentId { name bodyByParentId { name } } } } } }
              bodyBySlug(slug: "federation") { proposalsByBodyId(first: 10, orderBy: [NUMBER_DESC]) { nodes { number title state commentsByProposalId { totalCount } } } } }`,
            { id: uuidOf('person', memberOfSession(theirs())) },
          ),
      },
    },
    {
      name: 'motion-result',
      note: 'the roll-up of 2,000 Local Groups with every tally; reference PostGraphile 5',
      ours: fixed(
        4801,
        `{ result(poll: "Poll_${polls.certified}") { outcome binding certifiedAt tallies { body { slug name kind } parentBodyId entitled ballots weight tally { option count } cast { option count } outcome quorate } } }`,
      ),
      reference: fixed(
        4802,
        `{ resultByPollId(pollId: "${polls.certified}") { outcome at } allResultTallies(condition: { rootId: "${polls.certified}" }) { nodes { bodyByBodyId { slug name kind } parentBodyId entitled tally weight castWeight outcome quorate } } }`,
      ),
    },
    {
      name: 'cast-ballot',
      note: 'one ballot of one member each, on the roll, with history and receipt; reference express + pg, one prepared upsert',
      ours: {
        url: graphql(4801),
        next: () =>
          ask(4801, `mandate=${tokenOf(session())}`)(
            'mutation ($input: CastBallotInput!) { castBallot(input: $input) { __typename ... on BallotReceipt { id castAt acknowledgement recordId } ... on Refusal { code } } }',
            { input: { id: randomUUID(), pollId: `Poll_${polls.open}`, choice: 'FOR' } },
          ),
      },
      reference: {
        url: 'http://127.0.0.1:4803/ballots',
        next: () => ({
          path: '/ballots',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ token: tokenOf(bare()), poll: polls.open, choice: 'FOR' }),
        }),
      },
    },
  ];
}
