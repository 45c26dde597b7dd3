/** An election as read from a file, whatever the format. */
import type { Election } from '../election.js';

/** With the identifiers of its papers, row by row, where the file gives any. */
export interface ElectionFile extends Election {
  ids: (string | null)[] | null;
}

/** What the reader of a file knows of the election from elsewhere. Formats that say it themselves have the last word. */
export type Beside = Partial<Pick<Election, 'title' | 'seats' | 'candidates' | 'withdrawn'>>;
