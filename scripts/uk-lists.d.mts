/** Writes the lists of the referendum into a folder. */
export function writeUkLists(lists: string): void;
