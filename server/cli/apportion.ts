// `mandate apportion FILE.csv`: shares out seats by population, as anyone can, without a database.
import { Command, InvalidArgumentError, Option } from 'commander';
import { type Fraction, parseFraction } from '../counting/fraction.js';
import { type Apportionment, CannotApportion, type Claim, METHODS, type Method, apportion } from '../counting/index.js';
import { Problems, problemSentence } from '../import/problems.js';
import { readTable } from '../import/table.js';
import { Obstacle } from '../obstacle.js';
import { UnusableInput, type Ending } from './ending.js';
import { output } from './output.js';
import { tableLines } from './table.js';
import { mustBeFile, readText } from './textFile.js';
import { whole } from './words.js';

interface Options {
  json?: boolean;
  method: Method;
  seats: number;
  minimum?: number;
  cap?: number | Fraction;
  ties?: string;
}

export const apportionCommand = (ended: (ending: Ending) => void) =>
  new Command('apportion')
    .description('share out seats by population, from a table with the columns name,population')
    .argument('<file>', 'the table (CSV)')
    .addOption(new Option('--method <method>', 'how to share').choices(METHODS).makeOptionMandatory())
    .requiredOption('--seats <number>', 'seats to share out', whole)
    .option('--minimum <number>', 'seats that each has at least', whole)
    .option('--cap <limit>', 'seats that none has more of: a number, or a share of all such as 1/4', capOf)
    .option('--ties <file>', 'names in the order drawn by lot, one a line, for equal claims')
    .action(async (file: string, options: Options) => ended(await run(file, options)));

async function run(file: string, options: Options): Promise<Ending> {
  const out = output(options);
  const claims = await claimsOf(file);
  const shared = sharing(file, claims, options);
  const { method, seats, allocation, ties } = shared;
  out.document({ method, seats, allocation, ties });
  out.say(`${method}: ${seats} ${seats === 1 ? 'seat' : 'seats'}`);
  const rows = claims.map(({ name, population }) => ({ name, cells: [population, allocation[name]!].map(String) }));
  const table = tableLines({ columns: ['population', 'seats'], rows }, process.stdout.columns ?? 120);
  for (const line of table) out.say(line);
  for (const { among, settled } of ties)
    out.say(`${among.join(', ')} have equal claims; by lot: ${settled!.join(', ')}`);
}

async function claimsOf(file: string): Promise<Claim[]> {
  mustBeFile(file);
  const problems = new Problems();
  const claims: Claim[] = [];
  await readTable('', file, ['name', 'population'], problems, ({ line, cells }) => {
    const population = /^\d{1,16}$/.test(cells['population']!) ? Number(cells['population']) : NaN;
    if (cells['name'] === '') problems.add(file, line, 'name: a name was expected');
    if (!Number.isSafeInteger(population)) problems.add(file, line, 'population: a whole number was expected');
    claims.push({ name: cells['name']!, population });
  });
  const [first] = problems.list;
  if (first) throw new UnusableInput(problemSentence(first));
  return claims;
}

function sharing(file: string, claims: Claim[], { method, seats, minimum, cap, ties }: Options): Apportionment {
  const order =
    ties === undefined
      ? []
      : readText(ties)
          .split(/\r\n|[\r\n]/)
          .map((name) => name.trim());
  const most = typeof cap === 'object' ? Number((cap.top * BigInt(seats)) / cap.bottom) : cap;
  try {
    const shared = apportion({ method, seats, minimum, cap: most, claims, ties: order });
    const open = shared.ties.find((tie) => tie.settled === null);
    if (!open) return shared;
    throw new Obstacle(
      `${file}: the claims of ${open.among.join(', ')} to ${open.seats} of the seats are equal: draw a lot, write the names ` +
        'in a file in the order drawn, one a line, and give it with --ties FILE.',
    );
  } catch (error) {
    if (error instanceof CannotApportion) throw new UnusableInput(`${file}: ${error.message}`);
    throw error;
  }
}

function capOf(word: string): number | Fraction {
  const share = parseFraction(word);
  if (share) return share;
  if (/^\d+$/.test(word)) return whole(word);
  throw new InvalidArgumentError('a whole number of seats was expected, or a share such as 1/4');
}
