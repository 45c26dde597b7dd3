/** A ballot paper as the screen prints it: who stands on it, by number, in the order drawn by lot. */
export interface OnPaper {
  number: number;
  name: string;
  /** A group, or a Local Group: what helps to tell people apart. */
  note: string | null;
  /** Has withdrawn since the paper was drawn: cannot be marked any more. */
  withdrawn: boolean;
}
