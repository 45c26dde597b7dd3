/** A text's words beside another's: the longest common run of words kept, the rest taken out or put in. */
export interface WordPiece {
  text: string;
  piece: 'same' | 'out' | 'in';
}

export function wordDifference(before: string, after: string): WordPiece[] {
  const a = before.match(/\s*\S+/g) ?? [];
  const b = after.match(/\s*\S+/g) ?? [];
  const common = commonLengths(a, b);
  const pieces: WordPiece[] = [];
  const add = (piece: WordPiece['piece'], text: string) => {
    const last = pieces.at(-1);
    if (last?.piece === piece) last.text += text;
    else pieces.push({ piece, text });
  };
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [here, there] = [a[i], b[j]];
    if (here !== undefined && there !== undefined && here.trim() === there.trim()) {
      add('same', there);
      i++;
      j++;
    } else if (there === undefined || (here !== undefined && at(common, i + 1, j) >= at(common, i, j + 1))) {
      add('out', here ?? '');
      i++;
    } else {
      add('in', there);
      j++;
    }
  }
  return pieces;
}

/** Length of the longest common run of words from word i of one and word j of the other to both ends. */
function commonLengths(a: readonly string[], b: readonly string[]): number[][] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const same = a[i]?.trim() === b[j]?.trim();
      lengths[i]![j] = same ? at(lengths, i + 1, j + 1) + 1 : Math.max(at(lengths, i + 1, j), at(lengths, i, j + 1));
    }
  }
  return lengths;
}

const at = (lengths: readonly number[][], i: number, j: number): number => lengths[i]?.[j] ?? 0;
