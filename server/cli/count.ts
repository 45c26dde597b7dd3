// `mandate count FILE`: counts an election from a file of ballots, by any method, as anyone can, without a database.
import { Command, Option } from 'commander';
import {
  BallotFileError,
  type BallotFormat,
  type ElectionFile,
  formatOf,
  readElection,
} from '../counting/elections/formats/index.js';
import {
  CannotCount,
  type Count,
  type CountMethod,
  LotNeeded,
  count,
  countMethods,
} from '../counting/elections/index.js';
import { Obstacle } from '../obstacle.js';
import { countDocument } from './countDocument.js';
import { countLines } from './countLines.js';
import { UnusableInput, type Ending } from './ending.js';
import { output } from './output.js';
import { readBytes, readText } from './textFile.js';
import { collect, whole, wholes } from './words.js';

interface Options {
  json?: boolean;
  method: CountMethod;
  seats?: number;
  ties?: string;
  points?: number[];
  highest?: number;
  withdrawn: string[];
  reopen?: string;
  format?: 'blt' | 'ballots' | 'scores' | 'preflib' | 'cef';
}

const explained = `
Formats: blt (.blt), ballots (.csv, lines of count,pref1>pref2=pref3), preflib (.soc .soi .toc .toi) and cef (.cvotes),
told by the name of the file unless --format says it. For score and consent: --format scores, a table with the columns
count and one for each candidate (of consent: 2 agrees, 1 stands aside, 0 blocks).

With --json: "elected" and "alternates" are names in order; "stages" have the votes of the candidates in the order of the
ballot paper. Votes are plain decimal numbers, exact to the last decimal of the method (scottish-stv 5, meek-stv 9).`;

export const countCommand = (ended: (ending: Ending) => void) =>
  new Command('count')
    .description('count an election from a file of ballots')
    .argument('<file>', 'the ballots')
    .addOption(new Option('--method <method>', 'how to count').choices(countMethods).default('scottish-stv'))
    .option('--seats <number>', 'places to fill, where not those of the file', whole)
    .option('--ties <file>', 'names in the order drawn by lot, one a line; the earlier is preferred')
    .option('--points <list>', 'of positional: the points of each rank, such as 12,10,8', wholes)
    .option('--highest <number>', 'of score: the highest that a paper may give', whole)
    .option('--withdrawn <names>', 'who does not stand; names with ; between them, or the option again', collect, [])
    .option('--reopen <name>', 'the candidate that stands for re-opening nominations')
    .addOption(
      new Option('--format <format>', 'how the file is written').choices([
        'blt',
        'ballots',
        'scores',
        'preflib',
        'cef',
      ]),
    )
    .addHelpText('after', explained)
    .action((file: string, options: Options) => ended(run(file, options)));

function run(file: string, options: Options): Ending {
  const out = output(options);
  const election = read(file, options);
  const names = distinct(election.candidates);
  const counted = counting(file, election, names, options);
  out.document(countDocument(counted, names));
  for (const line of countLines(counted, election.title, names, process.stdout.columns ?? 120)) out.say(line);
}

function read(file: string, { format }: Options): ElectionFile {
  const told = formatOf(file);
  const isPrefLib = told !== null && !['blt', 'ballots', 'cef'].includes(told);
  const written: BallotFormat = format === 'preflib' ? (isPrefLib ? told : 'toi') : (format ?? told ?? 'blt');
  try {
    return readElection(readBytes(file), written);
  } catch (error) {
    if (error instanceof BallotFileError) throw new UnusableInput(`${file}, ${error.message}`);
    throw error;
  }
}

function counting(file: string, election: ElectionFile, names: readonly string[], options: Options): Count {
  const { method, seats = election.seats, ties, points, highest, withdrawn, reopen } = options;
  if (seats > names.length)
    throw new UnusableInput(
      `--seats: at most ${names.length} were expected, one for each candidate of ${file}, not ${seats}`,
    );
  try {
    return count(election, {
      method,
      seats,
      lot: ties === undefined ? null : lotOf(ties, names),
      withdrawn: withdrawn.flatMap((word) => namesOf('--withdrawn', word, names)),
      reopen: reopen === undefined ? null : numberOf('--reopen', reopen, names),
      ...(points && { points }),
      ...(highest !== undefined && { highestScore: highest }),
    });
  } catch (error) {
    if (error instanceof CannotCount) throw new UnusableInput(`${file}: ${error.message}`);
    if (error instanceof LotNeeded) throw new Obstacle(lotSentence(file, error, names, ties));
    throw error;
  }
}

function lotSentence(file: string, { stage, between }: LotNeeded, names: readonly string[], ties?: string): string {
  const equals = between.map((one) => names[one]!).join(', ');
  const draw =
    ties === undefined
      ? 'write the names in a file in the order drawn, one a line, and give it with --ties FILE'
      : `${ties} must have them all`;
  return `${file}: nothing but a lot can decide between ${equals} in stage ${stage}: ${draw}.`;
}

/** Names in the order drawn, each once; only those are needed between whom a lot decides. */
function lotOf(file: string, names: readonly string[]): number[] {
  const lot: number[] = [];
  for (const [at, line] of readText(file)
    .split(/\r\n|[\r\n]/)
    .entries()) {
    const name = line.replace(/^\ufeff/, '').trim();
    if (name === '') continue;
    const candidate = names.indexOf(name.normalize('NFC'));
    if (candidate < 0)
      throw new UnusableInput(
        `${file}, line ${at + 1}: the name of a candidate was expected, not ${JSON.stringify(name)}`,
      );
    if (lot.includes(candidate))
      throw new UnusableInput(
        `${file}, line ${at + 1}: each name once was expected, not ${JSON.stringify(name)} again`,
      );
    lot.push(candidate);
  }
  return lot;
}

/** One name, or several with ; between them, or commas where no name has one. */
function namesOf(option: string, word: string, names: readonly string[]): number[] {
  if (names.includes(word)) return [names.indexOf(word)];
  return word.split(word.includes(';') ? ';' : ',').map((name) => numberOf(option, name.trim(), names));
}

function numberOf(option: string, name: string, names: readonly string[]): number {
  const candidate = names.indexOf(name.normalize('NFC'));
  if (candidate < 0)
    throw new UnusableInput(`${option}: the name of a candidate was expected, not ${JSON.stringify(name)}`);
  return candidate;
}

/** Two candidates of one name are told apart by their numbers on the ballot paper. */
function distinct(names: readonly string[]): string[] {
  const met = new Map<string, number>();
  for (const name of names) met.set(name, (met.get(name) ?? 0) + 1);
  return names.map((name, at) => (met.get(name)! > 1 ? `${name} #${at + 1}` : name));
}
