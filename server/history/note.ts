/**
 * A signed note: a text, a blank line, and below it one line for each signature. This is the form of every
 * signed thing the history gives out. C2SP signed-note, https://c2sp.org/signed-note.
 */
import { fromBase64 } from './hash.js';
import { checkName, type Signer, type Verifier } from './key.js';
import { Malformed } from './malformed.js';

interface SignatureLine {
  readonly name: string;
  readonly keyId: Buffer;
  readonly signature: Buffer;
}
/** A note whose text may be believed: at least one known key signed it, and no known key's signature failed. */
export interface OpenedNote {
  readonly text: string;
  readonly signedBy: readonly Verifier[];
}

/** Far above any note of ours with its witnesses' signatures; a bound on what hostile input can make us verify. */
const MAX_SIGNATURES = 100;
const DASH = '\u2014';

export function signNote(text: string, signers: readonly Signer[]): string {
  checkText(text);
  const lines = signers.map((signer) => {
    const signature = Buffer.concat([signer.keyId, signer.sign(text)]).toString('base64');
    return `${DASH} ${signer.name} ${signature}\n`;
  });
  return `${text}\n${lines.join('')}`;
}

/** Signatures by keys we do not know are passed over, as the document asks, so that witnesses may add theirs. */
export function openNote(note: string, known: readonly Verifier[]): OpenedNote {
  const { text, signatures } = splitNote(note);
  const signedBy: Verifier[] = [];
  for (const line of signatures) {
    const verifier = known.find((key) => key.name === line.name && key.keyId.equals(line.keyId));
    if (verifier === undefined) continue;
    if (!verifier.verify(text, line.signature))
      throw new Malformed(`the signature of ${line.name} does not fit the text`);
    signedBy.push(verifier);
  }
  if (signedBy.length === 0) throw new Malformed('no signature by a known key');
  return { text, signedBy };
}

/** The text ends at the last blank line; it may hold blank lines of its own. */
function splitNote(note: string): { text: string; signatures: SignatureLine[] } {
  checkText(note);
  const blank = note.lastIndexOf('\n\n');
  if (blank < 0) throw new Malformed('a signed note has a blank line between its text and its signatures');
  const lines = note
    .slice(blank + 2)
    .split('\n')
    .slice(0, -1);
  if (lines.length === 0 || lines.length > MAX_SIGNATURES) {
    throw new Malformed(`a signed note has between 1 and ${MAX_SIGNATURES} signatures`);
  }
  return { text: note.slice(0, blank + 1), signatures: lines.map(readSignature) };
}

function readSignature(line: string): SignatureLine {
  const [dash, name, encoded, ...rest] = line.split(' ');
  if (dash !== DASH || name === undefined || encoded === undefined || rest.length > 0) {
    throw new Malformed(`"${line}" is not a signature line: expected "${DASH} name base64"`);
  }
  checkName(name);
  const bytes = fromBase64(encoded);
  if (bytes.length < 5) throw new Malformed(`the signature of ${name} is too short`);
  return { name, keyId: bytes.subarray(0, 4), signature: bytes.subarray(4) };
}

function checkText(text: string): void {
  if (!text.endsWith('\n')) throw new Malformed('a signed note ends with a newline');
  if (/[\u0000-\u0009\u000b-\u001f]/.test(text) || !text.isWellFormed()) {
    throw new Malformed('a signed note holds no control characters but newlines');
  }
}
