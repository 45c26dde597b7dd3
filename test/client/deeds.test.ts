// A deed keeps its key until it is answered, so that trying again never acts twice.
import { beforeEach, describe, expect, test } from '@jest/globals';
import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import { forget, keyFor } from '../../client/src/api/deedKey';
import { faultOf } from '../../client/src/api/fault';

class Shelf {
  private readonly kept = new Map<string, string>();
  full = false;
  getItem = (name: string) => this.kept.get(name) ?? null;
  setItem = (name: string, value: string) => {
    if (this.full) throw new Error('quota');
    this.kept.set(name, value);
  };
  removeItem = (name: string) => void this.kept.delete(name);
}

let shelf: Shelf;
let store: Storage;
beforeEach(() => {
  shelf = new Shelf();
  store = shelf as unknown as Storage;
});

describe('the key of a deed', () => {
  test('is the same for a retry with the same input', () => {
    expect(keyFor(store, 'castBallot:1', { choice: 'FOR' })).toBe(keyFor(store, 'castBallot:1', { choice: 'FOR' }));
  });

  test('is another for another input', () => {
    expect(keyFor(store, 'castBallot:1', { choice: 'FOR' })).not.toBe(
      keyFor(store, 'castBallot:1', { choice: 'AGAINST' }),
    );
  });

  test('is another for the same input elsewhere', () => {
    expect(keyFor(store, 'castBallot:1', { choice: 'FOR' })).not.toBe(keyFor(store, 'castBallot:2', { choice: 'FOR' }));
  });

  test('is a new one once the server has answered', () => {
    const first = keyFor(store, 'resign', {});
    forget(store, 'resign');
    expect(keyFor(store, 'resign', {})).not.toBe(first);
  });

  test('is a UUID even where the browser keeps nothing', () => {
    shelf.full = true;
    expect(keyFor(store, 'resign', {})).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });

  test('is made anew where what was kept cannot be read', () => {
    shelf.setItem('mandate.deed.resign', '{broken');
    expect(keyFor(store, 'resign', {})).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('what is told of a fault', () => {
  const answered = (code: string, more: object = {}) =>
    new CombinedGraphQLErrors({ data: null, errors: [{ message: 'no', extensions: { code, ...more } }] });
  const refusedBy = (status: number) => new ServerError('no', { response: new Response('', { status }), bodyText: '' });

  test.each([
    ['UNAUTHENTICATED', 'signIn'],
    ['NOT_FOUND', 'notFound'],
    ['UNAVAILABLE', 'away'],
    ['TOO_MANY_REQUESTS', 'tooMany'],
    ['INTERNAL', 'fault'],
  ])('the code %s is told as %s', (code, kind) => {
    expect(faultOf(answered(code)).kind).toBe(kind);
  });

  test('an internal error keeps the number to quote', () => {
    expect(faultOf(answered('INTERNAL', { id: 'ab12' }))).toEqual({ kind: 'fault', id: 'ab12' });
  });

  test('a server that is restarting is away, not at fault', () => {
    expect(faultOf(refusedBy(503)).kind).toBe('away');
  });

  test('no answer at all is being offline', () => {
    expect(faultOf(new TypeError('Failed to fetch'))).toEqual({ kind: 'offline', id: null });
  });
});
