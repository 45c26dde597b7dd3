// A count as lines for people: who is elected, every stage, sum or comparison as a table, and the story in sentences.
import {
  type Count,
  type Sentence,
  figure,
  narrate,
  openingSentences,
  outcomeSentences,
  stageSentences,
} from '../counting/elections/index.js';
import { type Table, tableLines } from './table.js';

/** `width` is that of the terminal or the paper. */
export function countLines(counted: Count, title: string, candidates: readonly string[], width: number): string[] {
  const { method, seats, elected, stages } = counted;
  const say = (sentences: readonly Sentence[]) => sentences.map((sentence) => `  ${narrate(sentence)}`);
  const place = ({ candidate, stage }: Count['elected'][number], at: number) =>
    `  ${at + 1}. ${candidates[candidate]!}${stages.length > 1 ? `, in stage ${stage}` : ''}`;
  return [
    ...(title ? [title] : []),
    `${method}, ${seats} ${seats === 1 ? 'place' : 'places'}`,
    '',
    elected.length > 0 ? 'Elected' : 'Nobody is elected',
    ...elected.map(place),
    ...tablesOf(counted, candidates).flatMap((table) => ['', ...tableLines(table, width)]),
    '',
    'The count',
    ...say(openingSentences(counted)),
    ...stages.flatMap((stage) => [
      ...(stages.length > 1 ? [`Stage ${stage.number}`] : []),
      ...say(stageSentences(counted, stage, candidates)),
    ]),
    ...(stages.length > 1 ? ['Result'] : []),
    ...say(outcomeSentences(counted, candidates)),
  ];
}

function tablesOf(counted: Count, candidates: readonly string[]): Table[] {
  const { decimals, stages, pairwise, paths, consent } = counted;
  const row = (name: string, units: readonly number[]) => ({
    name,
    cells: units.map((each) => figure({ units: each, decimals })),
  });
  const square = (what: string, units: readonly (readonly number[])[]) => ({
    columns: [what, ...candidates.map((_, at) => String(at + 1))],
    rows: candidates.map((name, one) => {
      const { cells } = row(name, units[one]!);
      return { name, cells: [String(one + 1), ...cells.map((cell, other) => (other === one ? '-' : cell))] };
    }),
  });
  if (consent) {
    const answers = consent.map(({ agree, standAside, block }, one) =>
      row(candidates[one]!, [agree, standAside, block]),
    );
    return [{ columns: ['agree', 'stand aside', 'block'], rows: answers }];
  }
  if (pairwise && paths) return [square('papers above', pairwise), square('strongest path to', paths)];
  const lost = stages.map(({ exhausted, truncated }) => exhausted + truncated);
  return [
    {
      columns: stages.length > 1 ? stages.map(({ number }) => String(number)) : [counted.scores ? 'sum' : 'votes'],
      rows: [
        ...candidates.map((name, one) =>
          row(
            name,
            stages.map(({ votes }) => votes[one]!),
          ),
        ),
        ...(lost.some((units) => units > 0) ? [row('(not transferable)', lost)] : []),
      ],
    },
  ];
}
