/** Everybody against everybody: how many papers put the one in the row above the one in the column; wins stand out. */
import { useId } from 'react';
import { useT } from '../../i18n/useT';
import type { Candidate } from './candidates';
import { wins, type Table } from './wins';
import './elections.css';

interface Props {
  pairwise: Table;
  candidates: readonly Candidate[];
  pair: readonly [number, number];
  onPair: (pair: [number, number]) => void;
  votes: (units: number) => string;
}

export function PairwiseTable({ pairwise, candidates, pair, onPair, votes }: Props) {
  const t = useT();
  const words = useId();
  const cell = (a: number, b: number) => {
    const won = wins(pairwise, a, b) ? 'won ' : '';
    return `${won}num${pair[0] === a && pair[1] === b ? ' here' : ''}`;
  };
  return (
    <>
      <p id={words} className="small quiet">
        {t('count.pairwiseCaption')}
      </p>
      <div className="pairwise" tabIndex={0} role="region" aria-labelledby={words}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('count.above')}</th>
              {candidates.map(({ index, letter, name }) => (
                <th key={index} scope="col" className="num" title={name}>
                  {letter}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {candidates.map((a) => (
              <tr key={a.index}>
                <th scope="row">
                  {a.letter} {a.shortName}
                </th>
                {candidates.map((b) =>
                  a.index === b.index ? (
                    <td key={b.index} className="num quiet">
                      –
                    </td>
                  ) : (
                    <td key={b.index} className={cell(a.index, b.index)} onClick={() => onPair([a.index, b.index])}>
                      {votes(pairwise[a.index]![b.index]!)}
                      {wins(pairwise, a.index, b.index) && <span className="visually-hidden"> {t('count.wins')}</span>}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
