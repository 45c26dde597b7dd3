// What the clock does with elections. Each piece of work asks the database what is due, so that it may come late, twice
// or from several processes at once.
import type { Context } from '../context.js';

export async function openDueElections(_context: Context): Promise<void> {}
export async function certifyDueElections(_context: Context): Promise<void> {}
export async function certifyIfSettled(_context: Context, _electionId: string): Promise<void> {}
