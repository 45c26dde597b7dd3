import { describe, expect, test } from '@jest/globals';
import { bundleText, FILES, readBundle } from '../../../server/history/bundle.js';
import { rollCommitment, rollCounts, rollText } from '../../../server/history/commitments.js';
import { signerFromSeed } from '../../../server/history/key.js';
import { verifyBundle } from '../../../server/history/verify.js';
import {
  acknowledgementOf,
  checkpointOf,
  entriesOf,
  log,
  NONE,
  publish,
  receiptOf,
  record,
  roll,
  story,
  vote,
  withFiles,
} from './publishing.js';
import { detail, failed, insertBefore, place, redecide, toldOtherwise } from './telling.js';

const sound = publish(story());

describe('a sound bundle', () => {
  test('passes every check, each of them by name', () => {
    const { ok, checks } = verifyBundle(readBundle(bundleText(sound)));
    expect(checks.filter((check) => !check.ok)).toEqual([]);
    expect(ok).toBe(true);
    const parts = ['rule', 'roll', 'ballots', 'result', 'recount'];
    expect(checks.map((check) => check.name)).toEqual([
      ...['manifest', 'signature', 'root', 'entries', 'consistency', 'receipts', 'polls'],
      ...['open', 'secret'].flatMap((poll) => parts.map((part) => `poll ${poll}: ${part}`)),
    ]);
  });

  test('says whose key it trusted', () => {
    expect(detail(sound, 'signature')).toContain('inside the bundle');
    expect(detail(sound, 'signature', { vkey: log.vkey })).toContain('the key you gave');
  });

  test('is consistent with every older checkpoint of its log', () => {
    const entries = entriesOf(story().records);
    const oldCheckpoints = entries.map((_, size) => checkpointOf(entries.slice(0, size)));
    expect(failed(sound, { oldCheckpoints })).toEqual([]);
  });

  test('holds what each receipt and each acknowledgement promised', () => {
    const entries = entriesOf(story().records);
    const receipts = entries.map((_, index) => receiptOf(entries.slice(0, index + 3), index));
    expect(failed(sound, { receipts: [...receipts, ...story().records.map(acknowledgementOf)] })).toEqual([]);
  });

  test('may answer for some polls only, and says so', () => {
    const some = toldOtherwise((told) => {
      told.decisions.delete('secret');
      told.polls = ['open'];
    });
    expect(failed(some)).toEqual([]);
    expect(detail(some, 'polls')).toContain('1 more were certified');
  });

  test('may hold recorded corrections: a ballot voided, a roll amended, a result certified anew', () => {
    const corrected = toldOtherwise((told) => {
      const digest = NONE;
      const none = { subject: null, counts: null, commitment: null, digest };
      const lines = [...roll('duluth', 3), ...roll('lakes', 1).map((line) => ({ ...line, group: 'duluth' }))];
      const amended = { counts: rollCounts(lines), commitment: rollCommitment(lines) };
      insertBefore(
        told,
        'ballot.close',
        'open-duluth',
        record('correction', { poll: 'open-duluth', action: 'ROLL', ...none, ...amended }),
        vote('open-duluth', 'duluth', 1, 'AGAINST'),
        record('correction', {
          poll: 'open-duluth',
          action: 'VOID_BALLOT',
          ...none,
          subject: 'duluth-1-AGAINST',
        }),
      );
      told.rolls.set('open-duluth', rollText(lines));
      redecide(told, 'open', (text) => text.replace('"entitled":3', '"entitled":4'));
      const result = told.records[place(told, 'result', 'open')]!;
      told.records.push(record('correction', { poll: 'open', action: 'VOID_RESULT', ...none }), result);
    });
    expect(failed(corrected)).toEqual([]);
    expect(detail(corrected, 'poll open: ballots')).toContain('3 recorded corrections');
  });
});

describe('a spoiled file is found by the check it concerns', () => {
  const spoil = (name: string, change: (text: string) => string) => new Map(sound).set(name, change(sound.get(name)!));

  test('any file changed without being listed anew: manifest', () => {
    expect(failed(spoil(FILES.howto, (text) => `${text} `))).toEqual(['manifest']);
    expect(failed(new Map(sound).set('extra.txt', 'x'))).toEqual(['manifest']);
    const lacking = new Map(sound);
    lacking.delete(FILES.howto);
    expect(failed(lacking)).toEqual(['manifest']);
  });

  test('a checkpoint signed by another key: signature and root', () => {
    const forger = signerFromSeed(log.name, Buffer.alloc(32, 66));
    const forged = withFiles(sound, {
      [FILES.checkpoint]: () => checkpointOf(entriesOf(story().records), forger),
    });
    expect(failed(forged)).toEqual(['signature', 'root']);
  });

  test('a key swapped with the checkpoint passes alone and fails against the key one kept: signature', () => {
    const forger = signerFromSeed(log.name, Buffer.alloc(32, 66));
    const forged = withFiles(sound, {
      [FILES.checkpoint]: () => checkpointOf(entriesOf(story().records), forger),
      [FILES.keys]: () => `${forger.vkey}\n`,
    });
    expect(failed(forged)).toEqual([]);
    expect(failed(forged, { vkey: log.vkey })).toEqual(['signature', 'root']);
  });

  test('an entry dropped from the end: root', () => {
    const shorter = withFiles(sound, { [FILES.entries]: (text) => text.replace(/[^\n]*\n$/, '') });
    expect(failed(shorter)).toContain('root');
    expect(detail(shorter, 'root')).toContain('the bundle holds');
  });

  test('a deed told otherwise: root', () => {
    const other = withFiles(sound, {
      [FILES.entries]: (text) => text.replace('submitProposal', 'withdrawProposal'),
    });
    expect(failed(other)).toEqual(['root']);
  });

  test('the manifest of another log: signature', () => {
    expect(failed(withFiles(sound, { [FILES.manifest]: (text) => text.replace(log.name, 'other.example') }))).toEqual([
      'signature',
    ]);
  });

  test('a log that cannot be read at all: readable', () => {
    const keyless = new Map(sound);
    keyless.delete(FILES.keys);
    expect(failed(keyless)).toEqual(['manifest', 'readable']);
  });

  test('a poll file that is none: files', () => {
    expect(failed(withFiles(sound, { [FILES.poll('open')]: () => '{}' }))).toEqual(['poll open: files']);
  });
});

describe('a history signed with an unsound entry is found by entries', () => {
  const signed = (lines: string[]) =>
    withFiles(sound, {
      [FILES.entries]: () => lines.map((line) => `${line}\n`).join(''),
      [FILES.checkpoint]: () => checkpointOf(lines.map((line) => Buffer.from(line))),
    });
  const lines = entriesOf(story().records).map(String);

  test.each<[string, (line: string) => string]>([
    ['not canonical', (line) => line.replace(',', ', ')],
    ['numbered wrong', (line) => line.replace('"seq":0', '"seq":1')],
    ['of an unknown type', (line) => line.replace('"deed"', '"rumour"')],
    ['with a name in it', (line) => line.replace('"digest"', '"dancer":"Emma","digest"')],
  ])('%s', (_what, change) => {
    expect(change(lines[0]!)).not.toBe(lines[0]);
    expect(failed(signed([change(lines[0]!), ...lines.slice(1)]))).toEqual(['entries']);
  });

  test('backdated by more than the one minute that two deeds at once may differ', () => {
    const dated = (time: string) =>
      toldOtherwise((told) =>
        told.records.push(record('deed', { name: 'x', subject: null, actor: null, digest: NONE }, time)),
      );
    expect(failed(dated('2031-07-04T11:59:00Z'))).toEqual([]);
    expect(failed(dated('2031-07-04T11:58:59Z'))).toEqual(['entries']);
  });
});

describe('what a reader kept exposes a rewritten history', () => {
  const before = story();
  const rewritten = toldOtherwise((told) => told.records.splice(0, 1));
  const entries = entriesOf(before.records);

  test('a rewritten history passes alone', () => {
    expect(failed(rewritten)).toEqual([]);
  });

  test('an older checkpoint: consistency', () => {
    expect(failed(rewritten, { oldCheckpoints: [checkpointOf(entries.slice(0, 5))] })).toEqual(['consistency']);
  });

  test('a checkpoint newer than the bundle, or not of this log: consistency', () => {
    const newer = checkpointOf([...entries, ...entries]);
    const foreign = checkpointOf(entries.slice(0, 5), signerFromSeed('other.example', Buffer.alloc(32, 9)));
    expect(failed(sound, { oldCheckpoints: [newer] })).toEqual(['consistency']);
    expect(failed(sound, { oldCheckpoints: [foreign] })).toEqual(['consistency']);
  });

  test('a receipt for an entry that was changed: receipts', () => {
    expect(failed(rewritten, { receipts: [receiptOf(entries, 8)] })).toEqual(['receipts']);
  });

  test('an acknowledgement of an entry that never came: receipts', () => {
    expect(failed(rewritten, { receipts: [acknowledgementOf(before.records[0]!)] })).toEqual(['receipts']);
    expect(failed(sound, { receipts: ['what is this'] })).toEqual(['receipts']);
  });
});

describe('a poll left out', () => {
  test('of a bundle that answers for all: polls', () => {
    expect(failed(toldOtherwise((told) => told.decisions.delete('secret')))).toEqual(['polls']);
  });
  test('of those a bundle says it answers for: polls', () => {
    expect(failed(toldOtherwise((told) => (told.polls = ['open', 'elsewhere'])))).toEqual(['polls']);
  });
});

describe('a file that is no bundle is refused with what was expected', () => {
  test.each([
    ['no JSON', 'hello', 'not JSON'],
    ['JSON of another kind', '[]', 'not a JSON object'],
    ['another format', '{"format":"mandate-bundle/2","files":{}}', 'mandate-bundle/1'],
    ['no files', '{"format":"mandate-bundle/1"}', '"files"'],
    ['a file that is no text', '{"format":"mandate-bundle/1","files":{"a":1}}', 'not a text'],
  ])('%s', (_what, text, expected) => {
    expect(() => readBundle(text)).toThrow(expected);
  });

  test('an empty bundle fails without an exception', () => {
    expect(failed(new Map())).toEqual(['manifest', 'readable']);
  });
});
