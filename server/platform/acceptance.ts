// A person's yes to the platform: to the version in force and to no other, with every declaration made by name.
import type { Database } from '../database/database.js';
import { refuse } from '../errors.js';
import { clausesOf, platformInForce, type PlatformRow } from './platform.reads.js';

export interface Yes {
  version: number;
  /** Keys of the declarations made. */
  declarations: readonly string[];
}

export interface GoodYes {
  platform: PlatformRow;
  /** The declarations of that version, all of them. */
  declarations: string[];
}

/** Judges a yes; null where no platform was ever adopted, so that there is nothing to accept. */
export async function judgeYes(db: Database, yes: Yes): Promise<GoodYes | null> {
  const platform = await platformInForce(db);
  if (!platform) return null;
  if (yes.version !== platform.number) {
    refuse(
      'PLATFORM_VERSION_OLD',
      `Version ${platform.number} of the platform is in force now. Read it, then accept that one.`,
      {
        rule: 'platform',
        field: 'platformVersion',
        values: { given: yes.version, inForce: platform.number },
      },
    );
  }
  const [clauses] = await clausesOf(db, [platform.id]);
  const asked = clauses!.filter(({ kind }) => kind === 'DECLARATION');
  const missing = asked.filter(({ key }) => !yes.declarations.includes(key));
  if (missing.length > 0) {
    const headings = missing.map(({ heading }) => heading);
    refuse(
      'DECLARATION_MISSING',
      `Each declaration of the platform is made by name. Still missing: ${headings.join(', ')}.`,
      {
        rule: 'platform',
        field: 'declarations',
        values: { missing: missing.map(({ key }) => key), headings },
      },
    );
  }
  return { platform, declarations: asked.map(({ key }) => key) };
}

/** Keeps a yes; said twice it is one. */
export async function keepYes(db: Database, personId: string, { platform, declarations }: GoodYes): Promise<void> {
  await db
    .insertInto('acceptance')
    .values({ person_id: personId, version_id: platform.id, declarations })
    .onConflict((conflict) => conflict.columns(['person_id', 'version_id']).doNothing())
    .execute();
}
