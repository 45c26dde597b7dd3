// Cursors of the lists of motions.
import { readCursor } from '../page.js';

/** A number and an id. */
export const numberedCursor = (after: string | null) => readCursor(after, 'integer', 'uuid');

/** A moment in microseconds since 1970, and an id. */
export const momentCursor = (after: string | null) => readCursor(after, 'moment', 'uuid');
