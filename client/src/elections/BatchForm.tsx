/** Reading papers in with the keys alone: type the numbers, Enter, the next paper. Nothing is lost before it is sent. */
import { useRef, useState } from 'react';
import { useDeed } from '../api/useDeed';
import { RecordPapersDocument, type PapersHereFragment } from '../generated/elections/papers';
import { useT } from '../i18n/useT';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { Outcome } from '../ui/Refused';
import { keepLines, keptLines } from './keptLines';
import { ownReading, type Batch } from './PapersPage';
import type { OnPaper } from './paper';
import { SaidBallot } from './SaidBallot';
import { SPOILT } from '../../../server/counting/elections/marks';
import { typedPaper } from './typedPaper';

interface Props {
  election: PapersHereFragment;
  paper: readonly OnPaper[];
  number: number;
  batch: Batch | undefined;
}

export function BatchForm({ election, paper, number, batch }: Props) {
  const t = useT();
  const { id, method } = election;
  const own = ownReading(batch);
  const record = useDeed(RecordPapersDocument, `recordPapers:${id}:${number}`, 'idempotencyKey');
  const [lines, setLines] = useState<readonly string[]>(
    () => keptLines(sessionStorage, id, number) ?? own?.lines ?? [],
  );
  const [typed, setTyped] = useState('');
  /** Which line is being corrected; null while new ones are typed. */
  const [at, setAt] = useState<number | null>(null);
  const [wrong, setWrong] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const marks = typed.trim() === '' ? null : typedPaper(method, paper.length, typed);
  const unlike = new Set(own?.unlike.map(({ line }) => line));

  const change = (next: readonly string[]) => {
    setLines(next);
    keepLines(sessionStorage, id, number, next);
    record.clear();
  };
  const take = (event: React.FormEvent) => {
    event.preventDefault();
    if (marks === null) return setWrong(typed.trim() !== '');
    change(at === null ? [...lines, marks] : lines.with(at, marks));
    setTyped('');
    setAt(null);
    setWrong(false);
    list.current?.scrollTo({ top: list.current.scrollHeight });
  };
  const correct = (line: number) => {
    setAt(line);
    setTyped(lines[line]!.replaceAll('>', ' '));
    input.current?.focus();
  };
  const send = async () => {
    const done = await record.run({ electionId: id, batch: number, lines: [...lines] });
    if (done) keepLines(sessionStorage, id, number, null);
  };
  return (
    <div className="stack">
      <form onSubmit={take} className="paper-entry">
        <Field
          label={t('papers.line', { line: (at ?? lines.length) + 1 })}
          hint={t(`papers.howToType.${paper.length <= 9 ? 'short' : 'spaced'}`)}
          inputRef={input}
          inputMode="text"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          value={typed}
          wrong={wrong ? t('papers.noPaper', { candidates: paper.length }) : null}
          onChange={(event) => {
            setTyped(event.target.value);
            setWrong(false);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Backspace' && typed === '' && lines.length > 0) {
              event.preventDefault();
              correct(lines.length - 1);
            }
          }}
        />
        <p className="paper-reads" aria-live="polite">
          {marks === null ? ' ' : <Read {...{ method, marks, paper }} />}
        </p>
        <Button type="submit">{t(at === null ? 'papers.nextPaper' : 'papers.correct')}</Button>
      </form>
      {lines.length > 0 && (
        <ol className="plain paper-lines" ref={list}>
          {lines.map((line, index) => (
            <li key={index} className={unlike.has(index + 1) && own?.lines[index] === line ? 'differs' : undefined}>
              <span className="num">{index + 1}</span> <code>{line}</code>
              <button type="button" className="button plain" onClick={() => correct(index)}>
                {t('papers.change')}
                <span className="visually-hidden"> {index + 1}</span>
              </button>
              <button type="button" className="button plain" onClick={() => change(lines.toSpliced(index, 1))}>
                {t('papers.remove')}
                <span className="visually-hidden"> {index + 1}</span>
              </button>
            </li>
          ))}
        </ol>
      )}
      <p>
        <Button kind="primary" busy={record.busy} onPress={() => void (lines.length > 0 && send())}>
          {t(own ? 'papers.sendAgain' : 'papers.send', { papers: lines.length })}
        </Button>
      </p>
      <div role="status">
        {batch?.agreed && own && <p className="told">{t('papers.agree')}</p>}
        {own && !batch?.agreed && batch?.readings.length === 1 && <p className="told">{t('papers.waiting')}</p>}
        {!own && batch && <p className="told">{t('papers.otherHasRead')}</p>}
      </div>
      <Outcome deed={record} />
      <FromFile electionId={id} number={number} />
    </div>
  );
}

function Read({ method, marks, paper }: { method: string; marks: string; paper: readonly OnPaper[] }) {
  const t = useT();
  return marks === SPOILT ? t('papers.spoilt') : <SaidBallot method={method} marks={marks} candidates={paper} />;
}

/** Papers that were read by a machine, or elsewhere, as a BLT file. */
function FromFile({ electionId, number }: { electionId: string; number: number }) {
  const t = useT();
  const record = useDeed(RecordPapersDocument, `recordPapers:${electionId}:${number}:file`, 'idempotencyKey');
  const send = async (file: File | undefined) => {
    if (file) await record.run({ electionId, batch: number, blt: await file.text() });
  };
  return (
    <details>
      <summary>{t('papers.fromFile')}</summary>
      <Field
        label={t('papers.file')}
        type="file"
        accept=".blt,text/plain"
        onChange={(event) => void send(event.target.files?.[0])}
      />
      <Outcome deed={record} />
    </details>
  );
}
