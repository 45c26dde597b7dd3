// A person accepts the platform in force, with its declarations.
import { command } from '../command.js';
import { refuse } from '../errors.js';
import { judgeYes, keepYes, type Yes } from './acceptance.js';

export type AcceptPlatform = Yes & { idempotencyKey: string };

export const acceptPlatform = command('acceptPlatform', async (deed, { version, declarations }: AcceptPlatform) => {
  const { personId } = deed.actor;
  deed.authorize({ personId });
  const yes = await judgeYes(deed.db, { version, declarations });
  if (!yes) refuse('NO_PLATFORM', 'This federation has not adopted a platform yet.', { rule: 'platform' });
  await keepYes(deed.db, personId, yes);
  await deed.record(yes.platform.id, { declarations: yes.declarations });
  return { versionId: yes.platform.id };
});
