import { describe, expect, test } from '@jest/globals';
import { rollText } from '../../../server/history/commitments.js';
import { cast, code, NONE, publish, record, roll, rule, story, vote, type Story } from './publishing.js';
import { failed, insertBefore, place, redecide, rewrite, toldOtherwise } from './telling.js';

const sound = publish(story());

describe('an unsound poll is found by the step that is unsound', () => {
  test.each<[string, (told: Story) => void]>([
    [
      'another threshold than fixed at the opening',
      (told) => redecide(told, 'open', (text) => text.replace('"1/2","base"', '"1/3","base"')),
    ],
    [
      'the options in another order than fixed at the opening',
      (told) => redecide(told, 'open', (text) => text.replace('"FOR","AGAINST"', '"AGAINST","FOR"')),
    ],
    [
      'a body given a rule of its own after the opening',
      (told) =>
        redecide(told, 'open', (text) =>
          text.replace('"name":"Tacoma"', `"name":"Tacoma","rule":${JSON.stringify(rule)}`),
        ),
    ],
  ])('rule: %s', (_what, change) => {
    expect(failed(toldOtherwise(change))).toEqual(['poll open: rule']);
  });

  test.each<[string, (told: Story) => void]>([
    [
      'more entitled than frozen',
      (told) => redecide(told, 'open', (text) => text.replace('"entitled":4', '"entitled":5')),
    ],
    [
      'a body of the decision nobody was frozen for',
      (told) =>
        redecide(told, 'open', (text) =>
          text.replace('{"name":"Cascadia"', '{"name":"Ghost","entitled":1,"tally":{}},{"name":"Cascadia"'),
        ),
    ],
    [
      'a body counted twice',
      (told) => told.decisions.get('secret')!.sources.push(told.decisions.get('secret')!.sources[0]!),
    ],
    [
      'a roll frozen twice',
      (told) =>
        insertBefore(told, 'ballot.close', 'secret', told.records[place(told, 'roll.freeze', 'secret-mobile')]!),
    ],
  ])('roll: %s', (_what, change) => {
    expect(failed(toldOtherwise(change)).map((name) => name.replace('secret', 'open'))).toEqual(['poll open: roll']);
  });

  test.each<[string, (told: Story) => void]>([
    [
      'a published roll with a line more than frozen',
      (told) => told.rolls.set('open-tacoma', rollText([...roll('tacoma', 4), ...roll('ghost', 1)])),
    ],
    ['an open poll without its roll', (told) => told.rolls.delete('open-tacoma')],
    ['a frozen body left out of the sources', (told) => told.decisions.get('open')!.sources.shift()],
    [
      'frozen counts that are not those of the roll',
      (told) => rewrite(told, 'roll.freeze', 'open-tacoma', { counts: { tacoma: 3, duluth: 1 } }),
    ],
  ])('roll and, since its ballots can not be placed, ballots: %s', (_what, change) => {
    expect(failed(toldOtherwise(change))).toEqual(['poll open: roll', 'poll open: ballots']);
  });

  const none = { subject: null, counts: null, commitment: null, digest: NONE };
  const voidBallot = (subject: string) =>
    record('correction', { poll: 'open-tacoma', action: 'VOID_BALLOT', ...none, subject });
  test.each<[string, (told: Story) => void]>([
    [
      'a tally that the votes do not make',
      (told) => redecide(told, 'open', (text) => text.replace('"FOR":2', '"FOR":3')),
    ],
    [
      'two tallies exchanged',
      (told) =>
        redecide(told, 'open', (text) =>
          text
            .replace('{"FOR":2,"AGAINST":1}', '{"FOR":1,"ABSTAIN":1}')
            .replace('3,"tally":{"FOR":1,"ABSTAIN":1}', '3,"tally":{"FOR":2,"AGAINST":1}'),
        ),
    ],
    ['a vote dropped', (told) => told.records.splice(place(told, 'ballot.close', 'open-tacoma') - 2, 1)],
    [
      'a vote by somebody not on the roll',
      (told) => insertBefore(told, 'ballot.close', 'open-tacoma', vote('open-tacoma', 'tacoma', 9, 'FOR')),
    ],
    [
      'a vote with more weight than the roll gives',
      (told) => told.records.splice(9, 1, vote('open-tacoma', 'tacoma', 1, 'FOR', { weight: 2 })),
    ],
    [
      'a vote counted in another group than the roll says',
      (told) => told.records.splice(9, 1, vote('open-tacoma', 'tacoma', 1, 'FOR', { group: 'duluth' })),
    ],
    ['a vote for what is no option', (told) => told.records.splice(9, 1, vote('open-tacoma', 'tacoma', 1, 'MAYBE'))],
    [
      'a vote before the opening',
      (told) => insertBefore(told, 'ballot.open', 'open-tacoma', ...told.records.splice(9, 1)),
    ],
    [
      'a vote after the close',
      (told) => told.records.splice(place(told, 'ballot.close', 'open'), 0, ...told.records.splice(9, 1)),
    ],
    [
      'a vote after the hour of the close',
      (told) => rewrite(told, 'ballot.open', 'open-duluth', { closesAt: '2031-07-04T11:59:59Z' }),
    ],
    [
      'a second vote that hides that it replaces the first',
      (told) => told.records.splice(11, 1, vote('open-tacoma', 'tacoma', 0, 'FOR')),
    ],
    [
      'a confidential ballot in an open poll',
      (told) => insertBefore(told, 'ballot.close', 'open-toledo', cast('open-toledo', 1, 'FOR')),
    ],
    ['a close that tells of other ballots', (told) => rewrite(told, 'ballot.close', 'open-tacoma', { ballots: 4 })],
    [
      'a close twice',
      (told) => insertBefore(told, 'result', 'open', record('ballot.close', { poll: 'open', ballots: 0 })),
    ],
    ['a poll opened twice', (told) => insertBefore(told, 'ballot.close', 'open', told.records[1]!)],
    [
      'a ballot voided in silence about the tally',
      (told) => insertBefore(told, 'result', 'open', voidBallot('tacoma-1-FOR')),
    ],
    [
      'a correction of a ballot that does not stand',
      (told) => insertBefore(told, 'result', 'open', voidBallot('tacoma-0-AGAINST')),
    ],
    [
      'a count by tellers that finds more entitled than frozen',
      (told) => rewrite(told, 'tellers.count', 'open-toledo', { entitled: 6 }),
    ],
    [
      'a count by tellers published otherwise',
      (told) => rewrite(told, 'tellers.count', 'open-toledo', { tally: { FOR: 4 } }),
    ],
    [
      'a count by tellers beside ballots',
      (told) =>
        insertBefore(
          told,
          'ballot.close',
          'open',
          record('tellers.count', { poll: 'open-duluth', body: 'duluth', tally: {}, entitled: 3 }),
        ),
    ],
  ])('ballots: %s', (_what, change) => {
    expect(failed(toldOtherwise(change))).toEqual(['poll open: ballots']);
  });

  const again = code('secret-worcester', 3, 'AGAINST');
  test.each<[string, (told: Story) => void]>([
    [
      'more in a tally than ballots were cast',
      (told) => redecide(told, 'secret', (text) => text.replace('"AGAINST":2}},', '"AGAINST":3}},')),
    ],
    [
      'a ballot moved from one body to another',
      (told) =>
        redecide(told, 'secret', (text) =>
          text.replace('"FOR":1', '"FOR":0').replace('{"AGAINST":2}}]', '{"AGAINST":3}}]'),
        ),
    ],
    [
      'a code cast twice',
      (told) => insertBefore(told, 'ballot.close', 'secret-worcester', cast('secret-worcester', 3, 'AGAINST')),
    ],
    [
      'a ballot that replaces one replaced before',
      (told) =>
        insertBefore(
          told,
          'ballot.close',
          'secret-worcester',
          cast('secret-worcester', 7, 'FOR', again),
          cast('secret-worcester', 8, 'FOR', again),
        ),
    ],
    [
      'a vote by name in a confidential poll',
      (told) => insertBefore(told, 'ballot.close', 'secret-worcester', vote('secret-worcester', 'worcester', 0, 'FOR')),
    ],
  ])('ballots, confidential: %s', (_what, change) => {
    expect(failed(toldOtherwise(change))).toContain('poll secret: ballots');
  });

  test.each<[string, (told: Story) => void]>([
    [
      'published otherwise than certified',
      (told) => told.decisions.set('open', { ...told.decisions.get('open')!, outcome: 'DEFEATED' }),
    ],
    [
      'a decision file other than the certified one',
      (told) =>
        told.decisions.set('open', {
          ...told.decisions.get('open')!,
          text: `${told.decisions.get('open')!.text}\n`,
        }),
    ],
    [
      'certified before the close',
      (told) =>
        told.records.splice(
          place(told, 'ballot.close', 'open'),
          0,
          ...told.records.splice(place(told, 'result', 'open'), 1),
        ),
    ],
    ['certified twice', (told) => told.records.push(told.records[place(told, 'result', 'open')]!)],
    ['certified for another proposal', (told) => rewrite(told, 'result', 'open', { proposal: 'motion-9' })],
    ['a ballot voided while the result stands', (told) => told.records.push(voidResultless())],
  ])('result: %s', (_what, change) => {
    expect(failed(toldOtherwise(change))).toEqual(['poll open: result']);
  });
  const voidResultless = () =>
    record('correction', { poll: 'open', action: 'VOID_BALLOT', ...none, subject: 'tacoma-1-FOR' });

  test('result: never certified', () => {
    const uncertified = toldOtherwise((told) => told.records.splice(place(told, 'result', 'open'), 1));
    expect(failed(uncertified)).toEqual(['poll open: result']);
  });

  test('recount: an outcome the figures do not give', () => {
    const false_ = toldOtherwise((told) => {
      told.decisions.set('open', { ...told.decisions.get('open')!, outcome: 'DEFEATED' });
      rewrite(told, 'result', 'open', { outcome: 'DEFEATED' });
    });
    expect(failed(false_)).toEqual(['poll open: recount']);
  });

  test('recount: figures the decision engine refuses', () => {
    const refusing = () => {
      throw new Error('bodies[0].tally: a tally was expected');
    };
    expect(failed(sound, { recount: refusing })).toEqual(['poll open: recount', 'poll secret: recount']);
  });
});
