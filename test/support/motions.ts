// Motions in tests: moved, seconded and decided as people would, in a line each.
import { rowsOf } from '../../server/database/database.js';
import { clockOf } from '../../server/database/instants.js';
import { executeDecision } from '../../server/proposals/execute.js';
import { Proposal } from '../../server/proposals/Proposal.js';
import { newKey, type World } from './world.js';

export const motionFacts = `id number state kind title text payload authorName secondsNeeded secondCount viewerSeconded submittedAt secondBy debateFrom debateUntil decidedAt
  body { slug } authorBody { slug } moverBody { slug } steps { fromState toState reason } viewerCan viewerCannot { deed refusal { code message rule field } }`;
const refused = '... on Refusal { code message rule field values }';

type Facts = Record<string, any>;

/** One deed on a motion, told as the motion it became or the refusal. Faults of the request are thrown. */
export async function deed(world: World, name: string, input: object, as: string | null): Promise<Facts> {
  const type = name[0]!.toUpperCase() + name.slice(1);
  const made = /Comment$/.test(name)
    ? `... on CommentAdded { comment { id parentId authorName authorBody { slug } mine text withdrawnAt } proposal { commentCount } }`
    : `... on ProposalChanged { proposal { ${motionFacts} } }`;
  const { data, errors } = await world.ask(
    `mutation ($input: ${type}Input!) { ${name}(input: $input) { ${made} ${refused} } }`,
    { input },
    as,
  );
  if (errors) throw Object.assign(new Error(errors[0]!.message), { code: errors[0]!.extensions.code });
  return data[name].proposal && !data[name].comment ? data[name].proposal : data[name];
}

export const submitInput = (bodyId: string, more: object = {}) => ({
  id: newKey(),
  bodyId: `Body_${bodyId}`,
  title: 'A shorter week',
  text: 'That we demand thirty hours.',
  ...more,
});

export const submit = (world: World, bodyId: string, as: string, more: object = {}) =>
  deed(world, 'submitProposal', submitInput(bodyId, more), as);

export const second = (world: World, proposalId: string, as: string) =>
  deed(world, 'secondProposal', { idempotencyKey: newKey(), proposalId }, as);

/** A motion in debate: moved by one, seconded by another. */
export async function debated(
  world: World,
  bodyId: string,
  mover: string,
  seconder: string,
  more: object = {},
): Promise<Facts> {
  const motion = await submit(world, bodyId, mover, more);
  return second(world, motion['id'], seconder);
}

const local = (id: string) => id.slice(id.indexOf('_') + 1);

/** Decides a motion in debate as the certification of its poll does, and lets it execute itself. */
export async function decide(
  world: World,
  id: string,
  outcome: 'CARRIED' | 'DEFEATED' | 'INQUORATE' = 'CARRIED',
): Promise<[subject: string, text: unknown][]> {
  const records: [string, unknown][] = [];
  await world.services.orm.em.fork().transactional(async (em) => {
    const db = rowsOf(em);
    const proposal = await em.findOneOrFail(Proposal, local(id));
    proposal.open(await clockOf(db));
    await em.flush();
    proposal.decide(outcome, await clockOf(db));
    if (outcome === 'CARRIED')
      await executeDecision({ em, db, record: async (subject, text) => void records.push([subject, text]) }, proposal);
  });
  return records;
}

export const read = async (world: World, id: string, as: string | null = null): Promise<Facts> =>
  (await world.ask(`query ($id: ID!) { proposal(id: $id) { ${motionFacts} } }`, { id }, as)).data.proposal;
