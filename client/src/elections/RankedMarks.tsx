/**
 * A ranked ballot: tap or choose candidates in the order in which they are wanted; change it with buttons, with the
 * arrow keys on a candidate's rank, or by dragging it. Every step is said aloud and can be undone.
 */
import { useEffect, useRef, useState } from 'react';
import { useT } from '../i18n/useT';
import { Button } from '../ui/Button';
import { RankedRow } from './RankedRow';
import { add, canMove, join, move, moveTo, places, remove, standingOf, type Ranking } from './ranking';
import type { OnPaper } from './paper';
import { useDragOrder } from './useDragOrder';
import './elections.css';

interface Props {
  candidates: readonly OnPaper[];
  ranking: Ranking;
  /** Whether the method counts equal ranks. */
  equals: boolean;
  onChange: (ranking: Ranking) => void;
}

export function RankedMarks({ candidates, ranking, equals, onChange }: Props) {
  const t = useT();
  const [before, setBefore] = useState<Ranking[]>([]);
  const [said, setSaid] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const rows = useRef<HTMLOListElement>(null);
  const focus = useRef<string | null>(null);
  const name = (number: number) => candidates.find((each) => each.number === number)?.name ?? '';
  const order = places(ranking);
  const free = candidates.filter(({ number, withdrawn }) => !withdrawn && !standingOf(ranking, number));

  useEffect(() => {
    if (focus.current === null) return;
    list.current?.querySelector<HTMLElement>(`[data-focus="${focus.current}"]`)?.focus();
    focus.current = null;
  }, [ranking]);

  const change = (next: Ranking, words: string, focusOn: string | null) => {
    if (next === ranking) return;
    setBefore([...before, ranking]);
    setSaid(words);
    focus.current = focusOn;
    onChange(next);
  };
  const place = (next: Ranking, number: number) =>
    t('ranking.isNow', { name: name(number), rank: standingOf(next, number)!.rank + 1, of: next.length });
  const moved = (next: Ranking, number: number, focusOn: string) =>
    change(next, next === ranking ? '' : place(next, number), `${focusOn}-${number}`);
  const addOne = (number: number) => {
    const following =
      free[free.findIndex((each) => each.number === number) + 1] ?? free.find((each) => each.number !== number);
    const next = add(ranking, number);
    change(next, place(next, number), following ? `add-${following.number}` : `rank-${number}`);
  };
  const removeOne = (number: number) =>
    change(remove(ranking, number), t('ranking.isOff', { name: name(number) }), `add-${number}`);
  const undo = () => {
    const last = before.at(-1);
    if (!last) return;
    setBefore(before.slice(0, -1));
    setSaid(t('ranking.undone'));
    onChange(last);
  };
  const drag = useDragOrder(rows, (number, at) => {
    const others = order.map(({ candidate }) => candidate).filter((candidate) => candidate !== number);
    const rest = remove(ranking, number);
    const above = others[at - 1];
    moved(moveTo(ranking, number, above === undefined ? 0 : standingOf(rest, above)!.rank + 1), number, 'rank');
  });

  return (
    <div ref={list}>
      <p>{t(equals ? 'ranking.howEquals' : 'ranking.how')}</p>
      <h2 className="ballot-head">{t('ranking.yours')}</h2>
      {order.length === 0 && <p className="quiet ranking-empty">{t('ranking.none')}</p>}
      <ol className="ranking" ref={rows}>
        {order.map(({ candidate, rank }, index) => (
          <RankedRow
            key={candidate}
            name={name(candidate)}
            number={candidate}
            rank={rank + 1}
            of={ranking.length}
            shift={drag.shiftOf(candidate, index)}
            dragged={drag.dragged === candidate}
            canUp={canMove(ranking, candidate, -1)}
            canDown={canMove(ranking, candidate, 1)}
            canJoin={equals && join(ranking, candidate) !== ranking}
            onGrab={(event) => drag.begin(candidate, index, event)}
            onUp={(from) => moved(move(ranking, candidate, -1), candidate, from)}
            onDown={(from) => moved(move(ranking, candidate, 1), candidate, from)}
            onFirst={() => moved(moveTo(ranking, candidate, 0), candidate, 'rank')}
            onLast={() => moved(add(ranking, candidate), candidate, 'rank')}
            onJoin={() => moved(join(ranking, candidate), candidate, 'rank')}
            onOff={() => removeOne(candidate)}
          />
        ))}
      </ol>
      {before.length > 0 && (
        <p>
          <Button kind="plain" onPress={undo}>
            {t('ranking.undo')}
          </Button>
        </p>
      )}
      {free.length > 0 && (
        <>
          <h2 className="ballot-head">{t('ranking.rest')}</h2>
          <ul className="ranking-rest">
            {free.map((candidate) => (
              <li key={candidate.number}>
                <button
                  type="button"
                  className="add-row"
                  data-focus={`add-${candidate.number}`}
                  onClick={() => addOne(candidate.number)}
                >
                  <span className="add-sign" aria-hidden="true">
                    {ranking.length + 1}
                  </span>
                  <span>
                    <span className="choice-name">{candidate.name}</span>
                    {candidate.note && <span className="small quiet add-note">{candidate.note}</span>}
                    <span className="visually-hidden">{t('ranking.add', { rank: ranking.length + 1 })}</span>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <p role="status" className="visually-hidden">
        {said}
      </p>
    </div>
  );
}
