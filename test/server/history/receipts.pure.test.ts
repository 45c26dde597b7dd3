import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { acknowledge, keepsPromise, verifyAcknowledgement } from '../../../server/history/acknowledgement.js';
import { openCheckpoint, signCheckpoint } from '../../../server/history/checkpoint.js';
import { signerFromSeed } from '../../../server/history/key.js';
import {
  leafBytes,
  parseLeaf,
  parseRecord,
  recordBytes,
  recordOf,
  sequence,
  type HistoryRecord,
} from '../../../server/history/leaf.js';
import { leafHash } from '../../../server/history/merkle.js';
import { proofText, verifyProof } from '../../../server/history/proof.js';
import { appendLeaves, EMPTY_EDGE, proofHashes, proofNodes } from '../../../server/history/tree.js';

const log = signerFromSeed('log.example/federation', Buffer.alloc(32, 7));
const other = signerFromSeed('other.example', Buffer.alloc(32, 9));
const deed = (subject: string): HistoryRecord => ({
  at: '2031-07-04T12:00:00Z',
  type: 'deed',
  body: { name: 'admitMember', subject, actor: null, digest: '0'.repeat(64) },
});

describe('a leaf', () => {
  test('is the acknowledged record with its number, and nothing else changed', () => {
    const record = recordBytes(deed('a'));
    const leaf = sequence(record, 5);
    expect(leaf.toString()).toBe(record.toString().replace('"type"', '"seq":5,"type"'));
    expect(parseLeaf(leaf)).toEqual({ ...deed('a'), seq: 5 });
    expect(recordOf(leaf)).toEqual(record);
  });

  test.each<[string, (text: string) => string]>([
    ['another version', (text) => text.replace('"v":1', '"v":2')],
    ['a field too many', (text) => text.replace('"v":1', '"v":1,"x":1')],
    ['a field too few', (text) => text.replace('"at":"2031-07-04T12:00:00Z",', '')],
    ['a day that does not exist', (text) => text.replace('07-04', '02-30')],
    ['a fraction of a second', (text) => text.replace('00Z', '00.5Z')],
    ['an unknown type', (text) => text.replace('"deed"', '"rumour"')],
    ['a type every object inherits', (text) => text.replace('"deed"', '"constructor"')],
    ['a body with a stray field', (text) => text.replace('"name":', '"mood":"glad","name":')],
    ['a body with a field of another kind', (text) => text.replace('"subject":"a"', '"subject":7')],
    ['a negative number', (text) => text.replace('"seq":5', '"seq":-5')],
    ['a space', (text) => text.replace(',', ', ')],
  ])('with %s is none', (_what, spoil) => {
    const good = leafBytes(5, deed('a')).toString();
    expect(parseLeaf(good).seq).toBe(5);
    expect(spoil(good)).not.toBe(good);
    expect(() => parseLeaf(spoil(good))).toThrow();
  });

  test('a leaf is no record and a record no leaf', () => {
    expect(() => parseRecord(leafBytes(5, deed('a')))).toThrow('exactly the fields');
    expect(() => parseLeaf(recordBytes(deed('a')))).toThrow('exactly the fields');
  });
});

describe('an acknowledgement', () => {
  const note = acknowledge('record-1', deed('a'), log);

  test('binds the record and its id', () => {
    expect(verifyAcknowledgement(note, [log])).toEqual({
      recordId: 'record-1',
      record: recordBytes(deed('a')),
    });
    expect(() => verifyAcknowledgement(note.replace('record-1', 'record-2'), [log])).toThrow('does not fit');
    expect(() => verifyAcknowledgement(note, [other])).toThrow('no signature by a known key');
  });

  test('is kept by the leaf of that record at any number, and by no other', () => {
    const promise = verifyAcknowledgement(note, [log]);
    fc.assert(fc.property(fc.maxSafeInteger(), (seq) => keepsPromise(leafBytes(Math.abs(seq), deed('a')), promise)));
    expect(keepsPromise(leafBytes(5, deed('b')), promise)).toBe(false);
    expect(keepsPromise(leafBytes(5, { ...deed('a'), at: '2031-07-04T12:00:01Z' }), promise)).toBe(false);
  });

  test('never passes for a checkpoint, nor a checkpoint for it', () => {
    expect(() => openCheckpoint(note, [log])).toThrow();
    expect(() => verifyAcknowledgement(signCheckpoint(1, leafHash(Buffer.of(1)), log), [log])).toThrow(
      'not an acknowledgement',
    );
  });
});

describe('a receipt (C2SP tlog-proof)', () => {
  const entries = Array.from({ length: 11 }, (_, seq) => leafBytes(seq, deed(`entry-${seq}`)));
  const { created, root } = appendLeaves(EMPTY_EDGE, entries.map(leafHash));
  const checkpoint = signCheckpoint(entries.length, root, log);
  const receipt = (index: number) =>
    proofText({
      leaf: entries[index]!,
      index,
      path: proofHashes(
        proofNodes(index, entries.length),
        (ref) => created.find((n) => n.level === ref.level && n.idx === ref.idx)!.hash,
      ),
      checkpoint,
    });

  test('has the lines the format asks for', () => {
    const lines = receipt(10).split('\n');
    expect(lines.slice(0, 3)).toEqual([
      'c2sp.org/tlog-proof@v1',
      `extra ${entries[10]!.toString('base64')}`,
      'index 10',
    ]);
    expect(lines.slice(3, 5).every((line) => Buffer.from(line, 'base64').length === 32)).toBe(true);
    expect(lines.slice(5).join('\n')).toBe(`\n${checkpoint}`);
  });

  test('proves its entry offline, for every entry', () => {
    for (const index of entries.keys()) {
      const proven = verifyProof(receipt(index), [log]);
      expect(proven).toEqual({
        leaf: entries[index],
        index,
        checkpoint: { origin: log.name, size: 11, root },
      });
    }
  });

  test('proves nothing once any line of it is changed', () => {
    const swap = (from: string | RegExp, to: string) => () => verifyProof(receipt(3).replace(from, to), [log]);
    expect(swap('index 3', 'index 4')).toThrow('does not lead');
    expect(swap('index 3', 'index 03')).toThrow('leading zeroes');
    expect(swap(entries[3]!.toString('base64'), entries[4]!.toString('base64'))).toThrow('does not lead');
    expect(swap(/\n[^\n]{44}\n/, '\n')).toThrow('does not lead');
    expect(swap('\n11\n', '\n12\n')).toThrow('does not fit');
    expect(swap('@v1', '@v2')).toThrow('begins with');
    expect(swap('extra ', 'other ')).toThrow('extra');
    expect(() => verifyProof(receipt(3), [other])).toThrow('no signature by a known key');
  });
});
