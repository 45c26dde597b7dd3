// This code, as the server, the command line and the browser run it.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { answer } from './answering.mjs';

const dist = path.resolve(import.meta.dirname, '../../../dist/server/counting/elections');
const { count } = await import(path.join(dist, 'index.js'));
const { readElection } = await import(path.join(dist, 'formats/index.js'));

const [file, method] = process.argv.slice(2);
const read = () => readElection(readFileSync(file), 'blt');
const counted = (election) => count(election, { method, seats: election.seats });

let kept = null;
const packed = () => (kept ??= read());
answer(
  {
    packed: { prepare: packed, run: counted },
    file: { run: () => counted(read()) },
    pass: { prepare: packed, run: ({ ballots }) => pass(ballots) },
  },
  () => names(counted(packed()).elected.map(({ candidate }) => candidate + 1)),
);

const names = (numbers) => numbers.sort((a, b) => a - b).join();

/** Reads every weight, offset and mark once. */
function pass({ rows, weights, offsets, marks }) {
  let sum = 0;
  for (let row = 0; row < rows; row++) {
    sum += weights[row];
    for (let at = offsets[row]; at < offsets[row + 1]; at++) sum += marks[at];
  }
  return sum;
}
