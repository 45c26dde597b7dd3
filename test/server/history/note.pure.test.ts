import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openCheckpoint, signCheckpoint } from '../../../server/history/checkpoint.js';
import { newPrivateKey, signerFromPrivate, signerFromSeed, verifierFromVkey } from '../../../server/history/key.js';
import { sha256 } from '../../../server/history/hash.js';
import { openNote, signNote } from '../../../server/history/note.js';

/** The example of golang.org/x/mod/sumdb/note, the reference implementation (BSD-3-Clause). */
const peter = {
  vkey: 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
  privateKey: 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz',
  text: "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n",
  note:
    "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n" +
    '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n',
};
const log = signerFromSeed('log.example/federation', Buffer.alloc(32, 7));
const witness = signerFromSeed('witness.example', Buffer.alloc(32, 8));
const root = sha256('root');

describe('C2SP signed-note', () => {
  test('the reference example is signed to the very same bytes', () => {
    expect(signNote(peter.text, [signerFromPrivate(peter.privateKey)])).toBe(peter.note);
  });

  test('the reference example opens with its public key', () => {
    expect(openNote(peter.note, [verifierFromVkey(peter.vkey)]).text).toBe(peter.text);
    expect(signerFromPrivate(peter.privateKey).vkey).toBe(peter.vkey);
  });

  test('the key of the Go checksum database has the id it is published with', () => {
    const sumdb = 'sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8';
    expect(verifierFromVkey(sumdb).keyId.toString('hex')).toBe('033de0ae');
  });

  test('one changed character anywhere in the note fails it', () => {
    const known = [verifierFromVkey(peter.vkey)];
    fc.assert(
      fc.property(fc.nat(peter.note.length - 1), fc.constantFrom('a', 'Z', '\n', ' ', '+'), (at, character) => {
        const changed = peter.note.slice(0, at) + character + peter.note.slice(at + 1);
        if (changed !== peter.note) expect(() => openNote(changed, known)).toThrow();
      }),
    );
  });

  test('signatures by unknown keys are passed over', () => {
    const note = signNote('hello\n', [witness, log]);
    expect(openNote(note, [log]).signedBy).toEqual([log]);
    expect(openNote(note, [log, witness]).signedBy).toHaveLength(2);
  });

  test('a note no known key signed is refused', () => {
    expect(() => openNote(signNote('hello\n', [witness]), [log])).toThrow('no signature by a known key');
  });

  test('one bad signature by a known key refuses the note, though another is good', () => {
    const forged = signNote('hello\n', [log]) + signNote('other\n', [witness]).split('\n\n')[1]!;
    expect(openNote(forged, [log]).text).toBe('hello\n');
    expect(() => openNote(forged, [log, witness])).toThrow('witness.example');
  });

  test('the text may hold blank lines of its own', () => {
    expect(openNote(signNote('one\n\ntwo\n', [log]), [log]).text).toBe('one\n\ntwo\n');
  });

  test.each(['no newline', 'a tab\there\n', 'half a character \ud800\n'])(
    'a text that no note may hold is not signed: %j',
    (text) => {
      expect(() => signNote(text, [log])).toThrow();
    },
  );

  test.each(['', 'two words', 'a+b', 'no\u00a0break', 'half\ud800'])('%j cannot name a key', (name) => {
    expect(() => signerFromSeed(name, Buffer.alloc(32))).toThrow();
  });

  test('a public key whose id is not its own is refused', () => {
    expect(() => verifierFromVkey(peter.vkey.replace('c74f20a3', 'c74f20a4'))).toThrow('key id');
    expect(() => verifierFromVkey(log.vkey.replace('log.example', 'gol.example'))).toThrow('key id');
  });

  test('a new private key signs what its public key opens', () => {
    const signer = signerFromPrivate(newPrivateKey('new.example'));
    expect(openNote(signNote('hello\n', [signer]), [verifierFromVkey(signer.vkey)]).text).toBe('hello\n');
  });
});

describe('C2SP tlog-checkpoint', () => {
  test('a checkpoint is origin, size and root, and reads back', () => {
    const note = signCheckpoint(12, root, log);
    expect(note.split('\n').slice(0, 4)).toEqual(['log.example/federation', '12', root.toString('base64'), '']);
    expect(openCheckpoint(note, [log])).toEqual({ origin: log.name, size: 12, root });
  });

  test('extension lines are allowed, empty ones are not', () => {
    const text = `${log.name}\n3\n${root.toString('base64')}\n`;
    expect(openCheckpoint(signNote(`${text}more\n`, [log]), [log]).size).toBe(3);
    expect(() => openCheckpoint(signNote(`${text}\nmore\n`, [log]), [log])).toThrow('empty lines');
  });

  test.each([
    ['a leading zero', `${log.name}\n03\n${root.toString('base64')}\n`],
    ['a size that is no number', `${log.name}\nmany\n${root.toString('base64')}\n`],
    ['a root cut short', `${log.name}\n3\n${root.subarray(1).toString('base64')}\n`],
    ['a root in another base64', `${log.name}\n3\n${root.toString('base64url')}\n`],
    ['two lines', `${log.name}\n3\n`],
    ['another origin than its signer', `other.example\n3\n${root.toString('base64')}\n`],
  ])('signed or not, %s is no checkpoint', (_what, text) => {
    expect(() => openCheckpoint(signNote(text, [log]), [log])).toThrow();
  });
});
