// `mandate import DIR`: loads a federation from CSV lists, or tells everything that is wrong with them.
import { existsSync, statSync } from 'node:fs';
import { Command } from 'commander';
import { countsOf, readPlan } from '../import/plan.js';
import { problemSentence, type Problems } from '../import/problems.js';
import { withDatabase } from './database.js';
import { DONE, REFUSED, UNUSABLE, UnusableInput, type Ending } from './ending.js';
import { output, type Output } from './output.js';

interface Options {
  json?: boolean;
  dryRun?: boolean;
}

export const importCommand = (ended: (ending: Ending) => void) =>
  new Command('import')
    .description(
      'load a federation from bodies.csv, members.csv, for a motion decided elsewhere tallies.csv, and elections/*.blt',
    )
    .argument('<directory>', 'the folder with the lists')
    .option('--dry-run', 'report what would be loaded and what is wrong, and write nothing')
    .action(async (folder: string, options: Options) => ended(await run(folder, options)));

async function run(folder: string, options: Options): Promise<Ending> {
  const out = output(options);
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new UnusableInput(`${folder}: a folder with bodies.csv and members.csv was expected`);
  out.progress('reading the lists');
  const { plan, problems } = await readPlan(folder, new Date().toISOString().slice(0, 10));
  if (problems.count > 0) return refuseAll(out, problems, options);
  if (options.dryRun) {
    report(out, 'would load', countsOf(plan), true, null, {});
    return DONE;
  }
  out.progress('writing');
  const { counts, pollId, elections } = await withDatabase(async ({ services, where }) => {
    const { importPlan } = await import('../import/import.js');
    const made = await importPlan(services, plan);
    out.say(`Into ${where}:`);
    return made;
  });
  report(out, 'loaded', counts, false, pollId, elections);
}

function report(
  out: Output,
  verb: string,
  counts: object,
  dryRun: boolean,
  pollId: string | null,
  elections: Record<string, string>,
): void {
  const result = pollId === null ? null : `/poll/Poll_${pollId}/result`;
  const electionResults = Object.fromEntries(
    Object.entries(elections).map(([body, id]) => [body, `/election/Election_${id}/result`]),
  );
  out.document({ ...counts, problems: [], dryRun, result, electionResults });
  if (result) out.say(`  the result is at ${result}`);
  for (const [body, page] of Object.entries(electionResults)) out.say(`  the election of ${body} is at ${page}`);
  for (const [what, n] of Object.entries(counts)) out.say(`  ${verb} ${n} ${what}`);
}

function refuseAll(out: Output, problems: Problems, { dryRun = false }: Options): Ending {
  out.document({
    bodies: 0,
    members: 0,
    offices: 0,
    tallies: 0,
    elections: 0,
    problems: problems.list,
    problemCount: problems.count,
    dryRun,
  });
  for (const problem of problems.list) out.say(problemSentence(problem));
  const more = problems.count > 1 ? `; ${problems.count - 1} more` : '';
  process.stderr.write(`mandate: nothing was loaded: ${problemSentence(problems.list[0]!)}${more}\n`);
  return problems.unreadable ? UNUSABLE : REFUSED;
}
