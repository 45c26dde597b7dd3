/** RFC 6962 / RFC 9162 trees against the published vectors (README.md beside this file names their source). */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { leafHash, verifyConsistency, verifyInclusion } from '../../../server/history/merkle.js';
import {
  consistencyNodes,
  edgeRoot,
  appendLeaves,
  EMPTY_EDGE,
  proofHashes,
  proofNodes,
  rootOf,
} from '../../../server/history/tree.js';

interface Vector {
  desc: string;
  proof: string[] | null;
  wantErr: boolean;
}
interface Inclusion extends Vector {
  leafIdx: number;
  treeSize: number;
  root: string;
  leafHash: string;
}
interface Consistency extends Vector {
  size1: number;
  size2: number;
  root1: string;
  root2: string;
}

const read = <T>(name: string): T => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8')) as T;
const inclusion = Object.entries(read<Record<string, Inclusion>>('inclusion.json'));
const consistency = Object.entries(read<Record<string, Consistency>>('consistency.json'));
const reference = read<{ inputs: string[]; roots: string[] }>('reference.json');
const bytes = (text: string) => Buffer.from(text, 'base64');
const proofOf = (vector: Vector) => (vector.proof ?? []).map(bytes);

test('every vector is here, good and bad', () => {
  const good = (vectors: [string, Vector][]) => vectors.filter(([, vector]) => !vector.wantErr).length;
  expect([inclusion.length, good(inclusion)]).toEqual([53, 4]);
  expect([consistency.length, good(consistency)]).toEqual([43, 3]);
});

describe('an inclusion proof is accepted exactly when it is good', () => {
  test.each(inclusion)('%s', (_path, vector) => {
    const { leafIdx, treeSize, root, leafHash: leaf, wantErr } = vector;
    expect(verifyInclusion(bytes(leaf), leafIdx, treeSize, proofOf(vector), bytes(root))).toBe(!wantErr);
  });
});

describe('a consistency proof is accepted exactly when it is good', () => {
  test.each(consistency)('%s', (_path, vector) => {
    const { size1, size2, root1, root2, wantErr } = vector;
    expect(verifyConsistency(size1, size2, proofOf(vector), bytes(root1), bytes(root2))).toBe(!wantErr);
  });
});

describe('the reference tree of eight leaves', () => {
  const leaves = reference.inputs.map((input) => leafHash(Buffer.from(input, 'hex')));
  const grown = appendLeaves(EMPTY_EDGE, leaves);
  const node = ({ level, idx }: { level: number; idx: number }) =>
    grown.created.find((each) => each.level === level && each.idx === idx)!.hash;

  test.each(reference.roots.map((root, size) => [size, root] as const))(
    'of its first %i leaves has the published root',
    (size, root) => {
      expect(rootOf(leaves.slice(0, size)).toString('hex')).toBe(root);
    },
  );

  test.each(inclusion.filter(([path, vector]) => !vector.wantErr && path.endsWith('happy-path.json')))(
    'gives the very proof of %s',
    (_path, { leafIdx, treeSize, proof }) => {
      const made = proofHashes(proofNodes(leafIdx, treeSize), node);
      expect(made.map((hash) => hash.toString('base64'))).toEqual(proof ?? []);
    },
  );

  test.each(consistency.filter(([path, vector]) => !vector.wantErr && path.endsWith('happy-path.json')))(
    'gives the very proof of %s',
    (_path, { size1, size2, proof }) => {
      const made = proofHashes(consistencyNodes(size1, size2), node);
      expect(made.map((hash) => hash.toString('base64'))).toEqual(proof ?? []);
    },
  );

  test('keeps its edge when leaves come one by one', () => {
    const edge = leaves.reduce((so, leaf) => appendLeaves(so, [leaf]).edge, EMPTY_EDGE);
    expect(edgeRoot(edge).toString('hex')).toBe(reference.roots[8]);
  });
});
