import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { leafHash, nodeHash, verifyConsistency, verifyInclusion } from '../../../server/history/merkle.js';
import {
  appendLeaves,
  consistencyNodes,
  edgeNodes,
  EMPTY_EDGE,
  proofHashes,
  proofNodes,
  rootOf,
  rootsAt,
  type NodeRef,
  type TreeNode,
} from '../../../server/history/tree.js';

const LARGEST = 64;
const leaves = Array.from({ length: LARGEST }, (_, i) => leafHash(Buffer.from(`entry ${i}`)));
const sizes = Array.from({ length: LARGEST }, (_, i) => i + 1);

/** RFC 6962 2.1 as it is written, by recursion: a second opinion on root, path and consistency proof. */
function MTH(D: Buffer[]): Buffer {
  return D.length === 1 ? D[0]! : nodeHash(MTH(D.slice(0, k(D.length))), MTH(D.slice(k(D.length))));
}
function PATH(m: number, D: Buffer[]): Buffer[] {
  if (D.length === 1) return [];
  const at = k(D.length);
  return m < at ? [...PATH(m, D.slice(0, at)), MTH(D.slice(at))] : [...PATH(m - at, D.slice(at)), MTH(D.slice(0, at))];
}
function SUBPROOF(m: number, D: Buffer[], b: boolean): Buffer[] {
  if (m === D.length) return b ? [] : [MTH(D)];
  const at = k(D.length);
  return m <= at
    ? [...SUBPROOF(m, D.slice(0, at), b), MTH(D.slice(at))]
    : [...SUBPROOF(m - at, D.slice(at), false), MTH(D.slice(0, at))];
}
const k = (n: number) => 2 ** Math.ceil(Math.log2(n) - 1);

/** Stored nodes, as a table would give them back; asking for one that was never complete is an error. */
function store(created: readonly TreeNode[]): (ref: NodeRef) => Buffer {
  const table = new Map(created.map(({ level, idx, hash }) => [`${level}/${idx}`, hash]));
  expect(table.size).toBe(created.length);
  return ({ level, idx }) => {
    const hash = table.get(`${level}/${idx}`);
    if (hash === undefined) throw new Error(`no node ${level}/${idx} is stored`);
    return hash;
  };
}
const hex = (hashes: readonly Buffer[]) => hashes.map((hash) => hash.toString('hex'));
const flipBit = (hash: Buffer, bit: number) => {
  const flipped = Buffer.from(hash);
  flipped[bit >> 3]! ^= 1 << (bit & 7);
  return flipped;
};

describe('growth', () => {
  test('the root is that of RFC 6962 2.1 at every size', () => {
    for (const size of sizes) expect(rootOf(leaves.slice(0, size))).toEqual(MTH(leaves.slice(0, size)));
  });

  test('appending in batches of any sizes gives the same nodes and root as all at once', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { maxLength: 12 }), (batches) => {
        const all = Array.from({ length: batches.reduce((a, b) => a + b, 0) }, (_, i) => leafHash(Buffer.from([i])));
        let [edge, at] = [EMPTY_EDGE, 0];
        const created: TreeNode[] = [];
        for (const batch of batches) {
          const grown = appendLeaves(edge, all.slice(at, at + batch));
          created.push(...grown.created);
          [edge, at] = [grown.edge, at + batch];
        }
        const whole = appendLeaves(EMPTY_EDGE, all);
        expect(edge).toEqual(whole.edge);
        expect(created).toEqual(whole.created);
      }),
    );
  });

  test('the edge can be loaded again from the stored nodes', () => {
    for (const size of sizes) {
      const { created, edge } = appendLeaves(EMPTY_EDGE, leaves.slice(0, size));
      const read = store(created);
      expect(edgeNodes(size).map((ref) => ({ ...ref, hash: read(ref) }))).toEqual(edge.nodes);
    }
  });

  test('a stored node never changes as the tree grows', () => {
    const later = store(appendLeaves(EMPTY_EDGE, leaves).created);
    for (const size of sizes) {
      for (const node of appendLeaves(EMPTY_EDGE, leaves.slice(0, size)).created)
        expect(later(node)).toEqual(node.hash);
    }
  });

  test('one pass gives the root at each size asked for, and none beyond the tree', () => {
    const roots = rootsAt(leaves, [64, 0, 5, 65, 5]);
    expect([...roots.keys()]).toEqual([0, 5, 64]);
    for (const [size, root] of roots) expect(root).toEqual(rootOf(leaves.slice(0, size)));
  });

  test('positions beyond 2^32 are counted right', () => {
    const size = 2 ** 40 + 3;
    expect(edgeNodes(size)).toEqual([
      { level: 40, idx: 0 },
      { level: 1, idx: 2 ** 39 },
      { level: 0, idx: 2 ** 40 + 2 },
    ]);
    expect(proofNodes(2 ** 40 + 2, size)).toEqual([[{ level: 1, idx: 2 ** 39 }], [{ level: 40, idx: 0 }]]);
  });
});

describe('inclusion', () => {
  test('every leaf of every tree up to 64 has the path of RFC 6962 2.1.1, and it proves', () => {
    for (const size of sizes) {
      const tree = leaves.slice(0, size);
      const { created, root } = appendLeaves(EMPTY_EDGE, tree);
      const read = store(created);
      for (const index of tree.keys()) {
        const path = proofHashes(proofNodes(index, size), read);
        expect(hex(path)).toEqual(hex(PATH(index, tree)));
        expect(verifyInclusion(tree[index]!, index, size, path, root)).toBe(true);
      }
    }
  });

  const place = fc
    .integer({ min: 2, max: LARGEST })
    .chain((size) => fc.record({ size: fc.constant(size), index: fc.nat(size - 1) }));

  test('one flipped bit anywhere fails it', () => {
    fc.assert(
      fc.property(place, fc.nat(), fc.nat(255), ({ size, index }, which, bit) => {
        const { created, root } = appendLeaves(EMPTY_EDGE, leaves.slice(0, size));
        const parts = [leaves[index]!, root, ...proofHashes(proofNodes(index, size), store(created))];
        parts[which % parts.length] = flipBit(parts[which % parts.length]!, bit);
        const [leaf, badRoot, ...path] = parts as [Buffer, Buffer, ...Buffer[]];
        return !verifyInclusion(leaf, index, size, path, badRoot);
      }),
    );
  });

  test('no other index, no longer and no shorter path will do', () => {
    fc.assert(
      fc.property(place, fc.nat(LARGEST), ({ size, index }, other) => {
        const { created, root } = appendLeaves(EMPTY_EDGE, leaves.slice(0, size));
        const path = proofHashes(proofNodes(index, size), store(created));
        const tried = (at: number, hashes: Buffer[]) => verifyInclusion(leaves[index]!, at, size, hashes, root);
        expect(tried(other, path)).toBe(other === index);
        expect(tried(index, path.slice(1))).toBe(false);
        expect(tried(index, [...path, root])).toBe(false);
      }),
    );
  });

  test('hashes of the wrong length and places that are none are refused', () => {
    const root = leaves[0]!;
    expect(verifyInclusion(root, 0, 1, [], root)).toBe(true);
    expect(verifyInclusion(root.subarray(1), 0, 1, [], root.subarray(1))).toBe(false);
    for (const [index, size] of [
      [1, 1],
      [-1, 1],
      [0.5, 1],
      [0, 0],
    ] as const) {
      expect(verifyInclusion(root, index, size, [], root)).toBe(false);
    }
  });
});

describe('consistency', () => {
  test('every tree up to 64 proves every beginning of it, with the proof of RFC 6962 2.1.2', () => {
    const read = store(appendLeaves(EMPTY_EDGE, leaves).created);
    for (const n of sizes) {
      for (const m of sizes.slice(0, n)) {
        const proof = proofHashes(consistencyNodes(m, n), read);
        expect(hex(proof)).toEqual(hex(SUBPROOF(m, leaves.slice(0, n), true)));
        expect(verifyConsistency(m, n, proof, rootOf(leaves.slice(0, m)), rootOf(leaves.slice(0, n)))).toBe(true);
      }
    }
  });

  const span = fc
    .integer({ min: 2, max: LARGEST })
    .chain((n) => fc.record({ n: fc.constant(n), m: fc.integer({ min: 1, max: n - 1 }) }));

  test('one flipped bit anywhere fails it', () => {
    const read = store(appendLeaves(EMPTY_EDGE, leaves).created);
    fc.assert(
      fc.property(span, fc.nat(), fc.nat(255), ({ m, n }, which, bit) => {
        const parts = [
          rootOf(leaves.slice(0, m)),
          rootOf(leaves.slice(0, n)),
          ...proofHashes(consistencyNodes(m, n), read),
        ];
        parts[which % parts.length] = flipBit(parts[which % parts.length]!, bit);
        const [older, newer, ...proof] = parts as [Buffer, Buffer, ...Buffer[]];
        return !verifyConsistency(m, n, proof, older, newer);
      }),
    );
  });

  test('a history with one past entry changed proves no beginning that held the old one', () => {
    fc.assert(
      fc.property(span, fc.nat(), ({ m, n }, which) => {
        const rewritten = leaves.slice(0, n);
        rewritten[which % m] = leafHash(Buffer.from('another entry'));
        const { created, root } = appendLeaves(EMPTY_EDGE, rewritten);
        const proof = proofHashes(consistencyNodes(m, n), store(created));
        return !verifyConsistency(m, n, proof, rootOf(leaves.slice(0, m)), root);
      }),
    );
  });

  test('a tree of nothing and a shrinking tree prove nothing', () => {
    const [one, two] = [rootOf(leaves.slice(0, 1)), rootOf(leaves.slice(0, 2))];
    expect(verifyConsistency(0, 1, [], rootOf([]), one)).toBe(false);
    expect(verifyConsistency(2, 1, [], two, one)).toBe(false);
    expect(verifyConsistency(1, 1, [one], one, one)).toBe(false);
  });
});
