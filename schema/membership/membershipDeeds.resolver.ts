// Applying, admitting, moving, leaving.
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { readEmail } from '../../server/accounts/email.js';
import { outboxPath } from '../../server/accounts/accounts.reads.js';
import type { Context } from '../../server/context.js';
import { checkUuid, localId } from '../../server/ids.js';
import { admitMember } from '../../server/membership/admitMember.js';
import { applyToLocalGroup } from '../../server/membership/applyToLocalGroup.js';
import { membershipsById } from '../../server/membership/membership.reads.js';
import { refuseApplication } from '../../server/membership/refuseApplication.js';
import { resignMembership } from '../../server/membership/resignMembership.js';
import { transferMembership } from '../../server/membership/transferMembership.js';
import { orRefusal } from '../result.js';
import * as types from './membershipDeeds.types.js';

@Resolver()
export class MembershipDeedsResolver {
  @Mutation(() => types.ApplyToLocalGroupResult, {
    description: 'Asks to join a Local Group, accepting the platform in force.',
  })
  applyToLocalGroup(
    @Ctx() context: Context,
    @Arg('input', () => types.ApplyToLocalGroupInput) input: types.ApplyToLocalGroupInput,
  ) {
    return orRefusal(async () => {
      const { membershipId } = await applyToLocalGroup(context, {
        id: checkUuid(input.id, 'id'),
        bodyId: localId('Body', input.bodyId, 'bodyId'),
        displayName: input.displayName ?? null,
        email: input.email ?? null,
        yes: { version: input.platformVersion, declarations: input.declarations },
        message: input.message ?? null,
        kind: input.kind,
      });
      if (membershipId)
        return {
          membership: await context.loaders.of(membershipsById).load(membershipId),
          linkSentTo: null,
          outboxPath: null,
        };
      return { membership: null, linkSentTo: readEmail(input.email ?? ''), outboxPath: outboxPath(context.services) };
    });
  }

  @Mutation(() => types.MembershipResult, { description: 'Admits an applicant, or a member who asked to move here.' })
  admitMember(
    @Ctx() context: Context,
    @Arg('input', () => types.AdmitMemberInput) { idempotencyKey, membershipId }: types.AdmitMemberInput,
  ) {
    return changed(context, () =>
      admitMember(context, { idempotencyKey, membershipId: localId('Membership', membershipId, 'membershipId') }),
    );
  }

  @Mutation(() => types.MembershipResult, {
    description: 'Does not admit, and says why. A member who asked to move stays where they are.',
  })
  refuseApplication(
    @Ctx() context: Context,
    @Arg('input', () => types.RefuseApplicationInput)
    { idempotencyKey, membershipId, reason }: types.RefuseApplicationInput,
  ) {
    return changed(context, () =>
      refuseApplication(context, {
        idempotencyKey,
        membershipId: localId('Membership', membershipId, 'membershipId'),
        reason,
      }),
    );
  }

  @Mutation(() => types.MembershipResult, {
    description: 'Asks to move to another Local Group; that group admits. History and standing are kept.',
  })
  transferMembership(
    @Ctx() context: Context,
    @Arg('input', () => types.TransferMembershipInput)
    { idempotencyKey, toBodyId, reason }: types.TransferMembershipInput,
  ) {
    return changed(context, () =>
      transferMembership(context, {
        idempotencyKey,
        toBodyId: localId('Body', toBodyId, 'toBodyId'),
        reason: reason ?? null,
      }),
    );
  }

  @Mutation(() => types.MembershipResult, {
    description: 'Leaves the Local Group, or takes an application back. Offices end at once.',
  })
  resignMembership(
    @Ctx() context: Context,
    @Arg('input', () => types.ResignMembershipInput) { idempotencyKey, reason }: types.ResignMembershipInput,
  ) {
    return changed(context, () => resignMembership(context, { idempotencyKey, reason: reason ?? null }));
  }
}

/** Does the deed and reads the membership as it is after it. */
const changed = (context: Context, deed: () => Promise<{ membershipId: string }>) =>
  orRefusal(async () => {
    const { membershipId } = await deed();
    return { membership: await context.loaders.of(membershipsById).load(membershipId) };
  });
