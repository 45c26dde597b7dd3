// What a candidate says of themselves: a statement, to whom it is shown, and the groups they belong to.
import { refuse } from '../errors.js';
import { readText } from '../text.js';
import { limits } from '../../schema/limits.js';
import type { PublicityWord } from '../database/tables.js';
import type { ElectionRow } from './elections.reads.js';

export interface CandidacyInput {
  statement?: string | null;
  publicity?: PublicityWord | null;
  groups?: readonly string[] | null;
}

export interface Candidacy {
  statement: string;
  publicity: PublicityWord;
  groups: string[];
}

export function readCandidacy(input: CandidacyInput, { rule }: Pick<ElectionRow, 'rule'>): Candidacy {
  const known = rule.constraints.map(({ name }) => name);
  const groups = [...new Set(input.groups ?? [])];
  const stray = groups.find((group) => !known.includes(group));
  if (stray !== undefined)
    refuse('UNKNOWN_GROUP', 'The election asks after other groups.', { field: 'groups', values: { groups: known } });
  return {
    statement: readText(input.statement ?? '', 'statement', limits.statement),
    publicity: input.publicity ?? 'BODY',
    groups,
  };
}
