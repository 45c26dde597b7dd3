// An import directory, read whole before anything is written: bodies.csv, members.csv, and perhaps tallies.csv
// (one motion decided elsewhere), motion.json (what that motion was), elections/*.blt (elections held elsewhere) and
// rules.json (the Federation's founding rule book).
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { foundingRules } from '../rules/defaults.js';
import { missingFrom, readRules, type Rules } from '../rules/schema.js';
import { readBodies, type Bodies } from './bodies.js';
import { readElections, type ImportedElection } from './elections.js';
import { readMembers, type ImportedMember } from './members.js';
import { Problems } from './problems.js';
import { readTallies, type ImportedTally } from './tallies.js';

export interface Plan {
  bodies: Bodies;
  members: ImportedMember[];
  tallies: ImportedTally[];
  elections: ImportedElection[];
  rules: Rules;
  motion: Motion;
  /** SHA-256 over the SHA-256 of every file read. */
  digest: string;
}

export interface ImportCounts {
  bodies: number;
  members: number;
  offices: number;
  tallies: number;
  elections: number;
}

export const countsOf = ({ bodies, members, tallies, elections }: Plan): ImportCounts => ({
  bodies: bodies.size,
  members: members.length,
  offices: members.reduce((sum, { offices }) => sum + offices.length, 0),
  tallies: tallies.length,
  elections: elections.length,
});

const LARGEST_JSON = 1024 * 1024;

const text = (most: number) => z.string().trim().min(1).max(most);
const MotionGrammar = z.strictObject({ title: text(200), text: text(40_000) });
export type Motion = z.infer<typeof MotionGrammar>;
const unnamed: Motion = {
  title: 'A motion decided before the import',
  text: 'Decided elsewhere; its figures were taken over by an import, body by body.',
};

/** `today` is a calendar day: nobody has joined after it. */
export async function readPlan(folder: string, today: string): Promise<{ plan: Plan; problems: Problems }> {
  const problems = new Problems();
  const { bodies, digest: bodiesDigest } = await readBodies(folder, problems);
  const digests = [bodiesDigest];
  const keep = <Read extends { digest: string }>(read: Read): Read => {
    digests.push(read.digest);
    return read;
  };
  // Without a readable tree every other row would be a complaint about a body that is not there.
  const treeStands = !problems.unreadable;
  const { members } = treeStands ? keep(await readMembers(folder, bodies, today, problems)) : { members: [] };
  const { tallies } =
    treeStands && existsSync(path.join(folder, 'tallies.csv'))
      ? keep(await readTallies(folder, bodies, problems))
      : { tallies: [] };
  const { rules } = keep(readRuleBook(folder, problems));
  const { motion } = keep(readMotion(folder, problems));
  const { elections } = treeStands ? keep(readElections(folder, bodies, problems)) : { elections: [] };
  const digest = createHash('sha256').update(digests.join('\n')).digest('hex');
  return { plan: { bodies, members, tallies, elections, rules, motion, digest }, problems };
}

function readRuleBook(folder: string, problems: Problems): { rules: Rules; digest: string } {
  const { value, digest } = readJson(folder, 'rules.json', problems);
  if (value === undefined) return { rules: foundingRules, digest };
  const { rules, fault } = readRules(value);
  const wrong = fault ?? missingFrom(rules);
  if (wrong)
    problems.add('rules.json', null, `${wrong.path === '' ? '' : `${wrong.path}: `}${wrong.expected} was expected`);
  return { rules: wrong ? foundingRules : (rules as Rules), digest };
}

function readMotion(folder: string, problems: Problems): { motion: Motion; digest: string } {
  const { value, digest } = readJson(folder, 'motion.json', problems);
  if (value === undefined) return { motion: unnamed, digest };
  const read = MotionGrammar.safeParse(value);
  if (!read.success)
    problems.add(
      'motion.json',
      null,
      'a title of 1 to 200 characters and a text of 1 to 40000 were expected, and nothing else',
    );
  return { motion: read.data ?? unnamed, digest };
}

/** What a JSON file of the folder says; undefined where there is none, or none that can be read. */
function readJson(folder: string, file: string, problems: Problems): { value: unknown; digest: string } {
  const place = path.join(folder, file);
  if (!existsSync(place)) return { value: undefined, digest: '' };
  if (statSync(place).size > LARGEST_JSON) {
    problems.add(file, null, 'a JSON document of at most 1 MB was expected', true);
    return { value: undefined, digest: '' };
  }
  const bytes = readFileSync(place);
  const digest = createHash('sha256').update(bytes).digest('hex');
  try {
    return { value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)), digest };
  } catch {
    problems.add(file, null, 'a JSON document in UTF-8 was expected', true);
    return { value: undefined, digest };
  }
}
