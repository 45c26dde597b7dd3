// A text file given on the command line, read whole: it must be there, be a file, be UTF-8 and of a sane size.
import { readFileSync, statSync } from 'node:fs';
import { UnusableInput } from './ending.js';

const LARGEST = 512 * 1024 * 1024;

export function readText(file: string): string {
  const about = statSync(file, { throwIfNoEntry: false });
  if (!about) throw new UnusableInput(`${file}: there is no such file`);
  if (!about.isFile()) throw new UnusableInput(`${file}: a file was expected`);
  if (about.size > LARGEST) throw new UnusableInput(`${file}: larger than ${LARGEST / 1024 / 1024} MB`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EACCES')
      throw new UnusableInput(`${file}: this account may not read it`);
    throw new UnusableInput(`${file}: UTF-8 text was expected`);
  }
}
