// A file given on the command line, read whole: it must be there, be a file and of a sane size; a text must be UTF-8.
import { readFileSync, statSync } from 'node:fs';
import { UnusableInput } from './ending.js';

const LARGEST = 512 * 1024 * 1024;

export function readText(file: string): string {
  const bytes = readBytes(file);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UnusableInput(`${file}: UTF-8 text was expected`);
  }
}

export function readBytes(file: string): Uint8Array {
  mustBeFile(file);
  try {
    return readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EACCES')
      throw new UnusableInput(`${file}: this account may not read it`);
    throw error;
  }
}

export function mustBeFile(file: string): void {
  const about = statSync(file, { throwIfNoEntry: false });
  if (!about) throw new UnusableInput(`${file}: there is no such file`);
  if (!about.isFile()) throw new UnusableInput(`${file}: a file was expected`);
  if (about.size > LARGEST) throw new UnusableInput(`${file}: larger than ${LARGEST / 1024 / 1024} MB`);
}
