// What a motion of a typed kind asks for, as data: read and judged when the motion is put to a body, since once it is
// carried it executes itself.
import { z } from 'zod';
import type { Database } from '../database/database.js';
import type { ProposalKindWord } from '../database/tables.js';
import { Refusal, refuse } from '../errors.js';
import { readProposedDues } from '../dues/proposedDues.js';
import { readProposedSplit } from '../dues/proposedSplit.js';
import { readProposedSpending } from '../dues/spending/proposedSpending.js';
import { readProposedPlatform } from '../platform/clauses.js';
import { missingFrom, readRules, type Fault } from '../rules/schema.js';
import { PayloadFault, readElectionPayload } from './electionPayload.js';

export interface DecidingBody {
  id: string;
  kind: string;
  name: string;
}

type Payload = Record<string, unknown>;
type Reader = (payload: Payload, body: DecidingBody, db: Database) => Payload | Promise<Payload>;

/** `path` is the place inside the payload. */
function invalid(path: string, message: string): never {
  refuse('PAYLOAD_INVALID', message, { field: path === '' ? 'payload' : `payload.${path}`, values: { path } });
}

const readers: Record<ProposalKindWord, Reader> = {
  ORDINARY(payload) {
    const [key] = Object.keys(payload);
    if (key !== undefined) invalid(key, 'An ordinary motion does nothing by itself, so it has no payload.');
    return {};
  },

  ADOPT_PLATFORM(payload, body) {
    if (body.kind !== 'FEDERATION') {
      refuse('WRONG_BODY', 'The platform is one for all: only the Federation adopts it.', {
        rule: 'platform',
        field: 'bodyId',
        values: { body: body.name },
      });
    }
    try {
      return { ...readProposedPlatform(payload) };
    } catch (error) {
      if (error instanceof Refusal)
        refuse('PAYLOAD_INVALID', error.message, { ...error.more, field: 'payload.clauses' });
      throw error;
    }
  },

  ADOPT_RULE_BOOK(payload, body) {
    const stray = Object.keys(payload).find((key) => key !== 'rules');
    if (stray !== undefined) invalid(stray, 'A motion for a rule book carries rules and nothing else.');
    const read = readRules(payload['rules']);
    const fault: Fault | null = read.fault ?? (body.kind === 'FEDERATION' ? missingFrom(read.rules) : null);
    if (fault) {
      const path = fault.path === '' ? 'rules' : `rules.${fault.path}`;
      invalid(path, `The rule book cannot stand as written. At ${path} there should be ${fault.expected}.`);
    }
    if (Object.keys(read.rules!).length === 0) invalid('rules', 'A rule book has at least one section.');
    return { rules: read.rules };
  },

  async AFFILIATE_BODY(payload, body, db) {
    const read = z.strictObject({ bodyId: z.uuid() }).safeParse(payload);
    if (!read.success) invalid('bodyId', 'Name the body to affiliate, and nothing else.');
    const about = await db
      .selectFrom('body')
      .select(['name', 'state', 'parent_id'])
      .where('id', '=', read.data.bodyId)
      .executeTakeFirst();
    if (!about || about.parent_id !== body.id)
      invalid('bodyId', `${body.name} affiliates only a body directly below it.`);
    if (about.state !== 'IN_FORMATION')
      invalid('bodyId', `${about.name} is not in formation, so there is nothing to affiliate.`);
    return read.data;
  },

  async OPEN_ELECTION(payload, body, db) {
    try {
      return { ...(await readElectionPayload(payload, body.id, db)) };
    } catch (error) {
      if (error instanceof PayloadFault) invalid(error.path, error.message);
      throw error;
    }
  },

  SET_DUES: (payload, body, db) => readProposedDues(db, payload, body),

  SET_SPLIT: async (payload, body, db) => ({ ...(await readProposedSplit(db, payload, body)) }),

  AUTHORISE_SPENDING: (payload, _body, db) => readProposedSpending(db, payload),
};

/** The payload as it will be executed, or a refusal that names the place and what should be there. */
export async function readPayload(
  db: Database,
  kind: ProposalKindWord,
  payload: Payload,
  body: DecidingBody,
): Promise<Payload> {
  return readers[kind](payload, body, db);
}
