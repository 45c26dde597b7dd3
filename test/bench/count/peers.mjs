// The packages this code is measured against, each given ballots in the form it asks for.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { answer } from './answering.mjs';

const require = createRequire(import.meta.url);
const [file, peer] = process.argv.slice(2);

const peers = {
  /** Weighs the caller's own votes anew while it counts, so that every count needs fresh ones. */
  async stv() {
    const { stv } = await import(built('stv/src/stv.ts'));
    return {
      ballots: (lines) => lines.map(([weight, ...preferences]) => ({ weight: Number(weight), preferences })),
      fresh: (votes) => votes.map(({ weight, preferences }) => ({ weight, preferences })),
      elect: (votes, candidates, seatsToFill) => stv({ seatsToFill, candidates, votes }).winners,
    };
  },
  async 'schulze-method'() {
    const { run } = require('schulze-method');
    return {
      ballots(lines, candidates) {
        return lines.map(([, ...order]) => {
          const ranks = new Array(candidates.length).fill(order.length + 1);
          order.forEach((candidate, at) => (ranks[candidate - 1] = at + 1));
          return ranks;
        });
      },
      elect: (ballots, candidates) => run(candidates.length, ballots)[0].indexes.map((one) => one + 1),
    };
  },
  async caritat() {
    const { meek } = require('caritat').stv;
    return {
      ballots: (lines) => lines.map(([weight, ...votes]) => ({ votes, count: Number(weight) })),
      elect: (ballots, candidates, seats) => meek({ ballots, candidates }, { seats }),
    };
  },
};

/** The package as published lacks the file of its method, and has its source. */
function built(source) {
  const { transformSync } = createRequire(path.resolve(import.meta.dirname, '../../../package.json'))('@swc/core');
  const { code } = transformSync(readFileSync(path.join(import.meta.dirname, '../node_modules', source), 'utf8'), {
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    module: { type: 'es6' },
  });
  return `data:text/javascript,${encodeURIComponent(code)}`;
}

const { ballots, fresh = (made) => made, elect } = await peers[peer]();

function read() {
  const [head, ...lines] = readFileSync(file, 'utf8').split('\n');
  const [candidates, seats] = head.split(' ').map(Number);
  const names = Array.from({ length: candidates }, (_, at) => String(at + 1));
  const papers = lines.slice(0, lines.indexOf('0')).map((line) => line.slice(0, -2).split(' '));
  return { made: ballots(papers, names), names, seats };
}

let kept = null;
const inMemory = () => ({ ...(kept ??= read()), made: fresh((kept ??= read()).made) });
const counted = ({ made, names, seats }) => elect(made, names, seats);
answer({ packed: { prepare: inMemory, run: counted }, file: { run: () => counted(read()) } }, () =>
  counted(inMemory())
    .map(Number)
    .sort((a, b) => a - b)
    .join(),
);
