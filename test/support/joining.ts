// The deeds of belonging as a client sends them, for tests that need people to come and go.
import { randomUUID } from 'node:crypto';
import type { World } from './world.js';

const membership = `membership { id state kind joinedOn body { slug } transferTo { slug } viewerCan events { what reason body { slug } fromBody { slug } } }`;
const changed = `... on MembershipChanged { ${membership} } ... on Refusal { code message rule field values }`;

export const applyMutation = `mutation ($input: ApplyToLocalGroupInput!) { applyToLocalGroup(input: $input) {
  ... on ApplicationReceived { ${membership} linkSentTo outboxPath } ... on Refusal { code message rule field values } } }`;

export const application = (bodyId: string, more: object = {}) => ({
  id: randomUUID(),
  bodyId: `Body_${bodyId}`,
  platformVersion: 1,
  declarations: ['not-an-employer'],
  ...more,
});

export async function apply(world: World, input: object, as: string | null = null) {
  const { data, errors } = await world.ask(applyMutation, { input }, as);
  return data?.applyToLocalGroup ?? errors![0];
}

const deed =
  (name: string, type: string) =>
  async (world: World, as: string | null, input: object, idempotencyKey: string = randomUUID()) => {
    const { data, errors } = await world.ask(
      `mutation ($input: ${type}!) { ${name}(input: $input) { ${changed} } }`,
      { input: { idempotencyKey, ...input } },
      as,
    );
    return data?.[name] ?? errors![0];
  };

export const admit = deed('admitMember', 'AdmitMemberInput');
export const turnDown = deed('refuseApplication', 'RefuseApplicationInput');
export const transfer = deed('transferMembership', 'TransferMembershipInput');
export const resign = deed('resignMembership', 'ResignMembershipInput');
