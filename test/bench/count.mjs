// The group `count`: one election counted by this code and by the fastest package the registry has for the method, each
// in a process of its own, in turns, from the same file. Peers take ballots as objects: to count "from the file" they get
// them by splitting its lines. A pass adds up the packed papers once, which is as fast as anything that reads them can be.
import { fork } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { syntheticBlt } from './count/synthetic.mjs';

const here = import.meta.dirname;
const wards = path.join(here, '../conformance/elections/data/stv');
const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
/** Short work is measured more often. */
const LEAST_MS = 1000;
const MEMORY_BOUND = 300;

const largestWard = () =>
  readdirSync(wards)
    .filter((name) => name.endsWith('.blt'))
    .map((name) => path.join(wards, name))
    .reduce((a, b) => (statSync(b).size > statSync(a).size ? b : a));

const cases = [
  { name: 'count-ward', file: largestWard, method: 'scottish-stv', peer: 'stv' },
  { name: 'count-stv-1m', papers: 1_000_000, candidates: 12, seats: 5, method: 'scottish-stv', peer: 'stv' },
  {
    name: 'count-schulze-1m',
    papers: 1_000_000,
    candidates: 10,
    seats: 1,
    complete: true,
    method: 'schulze',
    peer: 'schulze-method',
  },
  { name: 'count-meek-100k', papers: 100_000, candidates: 12, seats: 5, method: 'meek-stv', peer: 'caritat' },
];

const versions = {
  stv: 'stv 0.0.2 (built from its source, as its package lacks half of the build)',
  'schulze-method': 'schulze-method 2.0.0',
  caritat: 'caritat 0.0.4 (Meek)',
};

export async function count(say, tell) {
  const folder = mkdtempSync(path.join(tmpdir(), 'mandate-bench-'));
  try {
    for (const each of cases) {
      say(`${each.name} …`);
      const file = each.file?.() ?? path.join(folder, `${each.name}.blt`);
      if (!each.file) writeFileSync(file, syntheticBlt(each));
      await measure({ ...each, file }, say, tell);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure({ name, file, method, peer, papers }, say, tell) {
  const what = papers
    ? `${papers.toLocaleString('en')} synthetic papers`
    : `the ballots of ${path.basename(file, '.blt')}`;
  const ours = await start('ours.mjs', [file, method]);
  const theirs = await start('peers.mjs', [file, peer]);
  const compare = async (suffix, mode, other, note) => {
    const [mine, reference] = await inTurns(() => ours.run(mode), other);
    tell({ case: name + suffix, ours: mine, reference, unit: 'ms', ratio: reference / mine, note: `${what}; ${note}` });
  };
  try {
    const [a, b] = [await ours.winners(), await theirs.winners()];
    if (a !== b) say(`${name}: ${versions[peer]} elects others: ${b} instead of ${a}`);
    await compare('', 'packed', () => theirs.run('packed'), `in memory to result; reference ${versions[peer]}`);
    await compare(
      '-file',
      'file',
      () => theirs.run('file'),
      `file to result; reference ${versions[peer]} after splitting lines`,
    );
    await compare(
      '-pass',
      'packed',
      () => ours.run('pass'),
      'in memory to result; reference one pass over the same packed papers',
    );
  } finally {
    ours.stop();
    theirs.stop();
  }
  const fresh = await start('ours.mjs', [file, method]);
  await fresh.run('file');
  const peak = await fresh.run('memory');
  fresh.stop();
  tell({
    case: `${name}-memory`,
    ours: peak,
    reference: MEMORY_BOUND,
    unit: 'MB peak',
    ratio: MEMORY_BOUND / peak,
    note: `${what}; most that a process held from start to result; the reference is the bound we set ourselves`,
  });
}

/** The least of each, measured in turns: what the work takes when nothing else disturbs it. The first turn is not counted. */
async function inTurns(one, other) {
  await one();
  await other();
  const [mine, theirs] = [[], []];
  for (let spent = 0; mine.length < rounds || spent < LEAST_MS; spent += mine.at(-1)) {
    mine.push(await one());
    theirs.push(await other());
  }
  return [Math.min(...mine), Math.min(...theirs)];
}

async function start(script, args) {
  const child = fork(path.join(here, 'count', script), args, {
    execArgv: ['--expose-gc', '--max-old-space-size=6144'],
  });
  const ask = (mode) =>
    new Promise((resolve, reject) => {
      child.once('message', resolve);
      child.once('exit', (code) => reject(new Error(`${script} ended with ${code}`)));
      child.send(mode);
    }).finally(() => child.removeAllListeners('exit'));
  return {
    run: (mode) => ask(mode),
    winners: () => ask('winners'),
    stop: () => child.kill(),
  };
}
