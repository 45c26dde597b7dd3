// The key of a deed is made before anything is sent and kept until the server has answered, through reloads too.
// The same deed with the same input is then a retry, and the server gives the first answer instead of acting twice.

interface Kept {
  key: string;
  print: string;
}

const slot = (deed: string) => `mandate.deed.${deed}`;

function read(store: Storage, deed: string): Kept | null {
  try {
    return JSON.parse(store.getItem(slot(deed)) ?? 'null') as Kept | null;
  } catch {
    return null;
  }
}

/** The kept key of this deed with this input, or a new one. Another input is another deed. */
export function keyFor(store: Storage, deed: string, input: object): string {
  const print = JSON.stringify(input);
  const kept = read(store, deed);
  if (kept?.print === print) return kept.key;
  const key = crypto.randomUUID();
  try {
    store.setItem(slot(deed), JSON.stringify({ key, print }));
  } catch {
    // Storage may be full or forbidden: the deed still goes out, only a retry after a reload is then a new one.
  }
  return key;
}

/** Once the server has answered, yes or no, the next attempt is a new deed. */
export function forget(store: Storage, deed: string): void {
  store.removeItem(slot(deed));
}
