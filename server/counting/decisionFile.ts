/**
 * The decision file: a question, the rule that decides it, and the published tallies of the bodies, as JSON that anybody can
 * give to `mandate decide` or to the browser's recount button.
 */
import { DecisionFileGrammar } from './grammar.js';
import type { Method } from './apportion.js';
import { DecisionFileError, writePath } from './decisionFileError.js';
import { lineOf, lineOfSyntaxError, locate } from './jsonLines.js';
import { plant } from './tree.js';

export interface DecisionFile {
  title?: string | null;
  options: string[];
  rule: Rule;
  bodies: Body[];
}

export interface Rule {
  /** May be left out only where a body has no bodies below it. */
  voting?: 'MEMBERS' | 'GROUPS';
  /** Where MEMBERS vote the weights only inform, and left out they are EQUAL; for GROUPS they must be stated. */
  weight?: Weight | null;
  cast?: 'BLOC' | 'SPLIT' | null;
  quorum?: { electors?: string; bodies?: string } | null;
  threshold?: Requirement | null;
  bodies?: Requirement | null;
  citation?: { ruleBook: number; section: string } | null;
}

/** `cap`: no body above this share of the total. */
export type Weight = { cap?: string | null } & (
  | { kind: 'GIVEN' | 'EQUAL' | 'PER_CAPITA' | 'SQUARE_ROOT' }
  | { kind: 'BANDS'; bands: [largest: number | null, votes: number][] }
  | { kind: 'APPORTIONED'; seats: number; method: Method; minimum?: number | null; ties?: string[] | null }
);

/** `strict` asks more than the share of the base, otherwise at least the share. */
export interface Requirement {
  fraction: string;
  base: 'CAST' | 'PRESENT' | 'ENTITLED';
  strict: boolean;
}

export interface Body {
  name: string;
  /** Members in good standing on the roll; left out where it is not known. */
  entitled?: number | null;
  weight?: number | null;
  tally?: Record<string, number> | null;
  rule?: Rule | null;
  bodies?: Body[] | null;
  /** Several bodies whose ballots are published only in common: the tally is theirs together, the votes are each one's own. */
  together?: Told[] | null;
}

/** A body whose own tally is not published: what it cast is told, not counted. */
export interface Told {
  name: string;
  entitled?: number | null;
  weight?: number | null;
  /** The side it is on; null where it cast nothing, or where that is not told because no vote of bodies rests on it. */
  side: string | null;
  cast?: Record<string, number> | null;
  /** Rules of its own and of bodies below it, by name. */
  rules?: Record<string, Rule> | null;
}

/** Reads and checks a decision file, or throws a DecisionFileError that names the line, the place and what was expected. */
export function readDecisionFile(text: string): DecisionFile {
  const data = parseJson(text);
  try {
    const read = checkDecisionFile(data);
    const { repeated } = locate(text);
    if (repeated) throw new DecisionFileError(repeated, 'each key once');
    return read;
  } catch (error) {
    throw withLine(error, text);
  }
}

/** The same for data already parsed. */
export function checkDecisionFile(data: unknown): DecisionFile {
  const read = parseShallow(data);
  if (!read.success) {
    const issue = read.error.issues[0]!;
    const extra = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
    throw new DecisionFileError(writePath([...issue.path, ...extra]), issue.message);
  }
  plant(read.data);
  return read.data;
}

/** Real federations are a few levels deep; what exhausts the stack is no federation. */
function parseShallow(data: unknown): ReturnType<typeof DecisionFileGrammar.safeParse> {
  try {
    return DecisionFileGrammar.safeParse(data);
  } catch (error) {
    if (!/call stack|recursion/.test(String(error))) throw error;
    throw new DecisionFileError('', 'bodies nested less deeply than this');
  }
}

/** Adds to an error of `decide` the line of the file it came from. */
export function withLine(error: unknown, text: string): unknown {
  if (!(error instanceof DecisionFileError) || error.line !== null) return error;
  return new DecisionFileError(error.path, error.expected, lineOf(text, error.path));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new DecisionFileError('', 'a JSON document', lineOfSyntaxError(String(error), text));
  }
}
