/** Where the ballot of an election is marked, each kind of ballot in its own way; the marks go out as one line of text. */
import { BLANK, takesEquals, writeApproval, writeEach, writeRanks } from '../../../server/counting/elections/marks';
import type { CountMethod } from '../../../server/counting/elections/election';
import { useT } from '../i18n/useT';
import { Tick } from '../ui/Tick';
import { isBlank, kindOf, readEach, readNumbers, readRanking } from './ballotMarks';
import { ApprovalMarks, ConsentMarks, PluralityMarks, ScoreMarks } from './OtherMarks';
import type { OnPaper } from './paper';
import { RankedMarks } from './RankedMarks';

interface Props {
  method: string;
  candidates: readonly OnPaper[];
  /** The line of text; null where nothing is marked. */
  choice: string | null;
  onChoose: (choice: string | null) => void;
}

export function ElectionMarks({ method, candidates, choice, onChoose }: Props) {
  const t = useT();
  const marked = choice ?? '';
  // Marks all taken back leave nothing to cast: a blank ballot is meant, never left over.
  const mark = (marks: string) => onChoose(isBlank(marks) ? null : marks);
  return (
    <>
      <Marks {...{ method, candidates, marked, mark }} />
      {isBlank(marked) && (
        <Tick checked={choice === BLANK} onChange={(blank) => onChoose(blank ? BLANK : null)}>
          {t('marking.blank')}
        </Tick>
      )}
    </>
  );
}

interface MarksProps {
  method: string;
  candidates: readonly OnPaper[];
  marked: string;
  mark: (marks: string) => void;
}

function Marks({ method, candidates, marked, mark }: MarksProps) {
  switch (kindOf(method)) {
    case 'ranked':
      return (
        <RankedMarks
          candidates={candidates}
          ranking={readRanking(marked)}
          equals={takesEquals(method as CountMethod)}
          onChange={(ranking) => mark(writeRanks(ranking))}
        />
      );
    case 'approval':
      return (
        <ApprovalMarks
          candidates={candidates}
          marks={readNumbers(marked)}
          onChange={(marks) => mark(writeApproval(marks))}
        />
      );
    case 'plurality':
      return (
        <PluralityMarks
          candidates={candidates}
          marks={readNumbers(marked)[0] ?? null}
          onChange={(number) => mark(number === null ? BLANK : String(number))}
        />
      );
    case 'score':
      return <ScoreMarks candidates={candidates} marks={readEach(marked)} onChange={(marks) => mark(scored(marks))} />;
    case 'consent':
      return (
        <ConsentMarks candidates={candidates} marks={readEach(marked)} onChange={(marks) => mark(writeEach(marks))} />
      );
  }

  /** A paper with scores gives everybody one: who is given nothing gets 0. */
  function scored(marks: ReadonlyMap<number, string>): string {
    return writeEach(new Map(candidates.map(({ number }) => [number, marks.get(number) ?? '0'])));
  }
}
