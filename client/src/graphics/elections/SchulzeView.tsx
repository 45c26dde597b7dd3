/** Why one stands before another under Schulze: choose two, and see the strongest way each has against the other. */
import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { Count } from '../../../../server/counting/elections/election';
import { strongestPath } from '../../../../server/counting/elections/strongestPaths';
import { useT } from '../../i18n/useT';
import { SelectField } from '../../ui/Field';
import { byFate, candidatesOf, type Candidate } from './candidates';
import { PairwiseTable } from './PairwiseTable';
import { PathGraph } from './PathGraph';
import type { Table } from './wins';
import { useVotes } from './useVotes';

interface Props {
  count: Count & { pairwise: number[][]; paths: number[][] };
  names: readonly string[];
}

export function SchulzeView({ count, names }: Props) {
  const t = useT();
  const votes = useVotes(count);
  const candidates = candidatesOf(count, names);
  const [first, second] = byFate(count, names);
  const [pair, setPair] = useState<[number, number]>([first?.index ?? 0, second?.index ?? 0]);
  const { pairwise, paths } = count;
  const there = strongestPath(count, ...pair);
  const back = strongestPath(count, pair[1], pair[0]);
  return (
    <div className="stack">
      <p>{t('count.schulzeWords')}</p>
      <div className="pair-choice no-print">
        <Choice
          label={t('count.pairFrom')}
          value={pair[0]}
          candidates={candidates}
          onChoose={(a) => setPair([a, pair[1]])}
        />
        <Choice
          label={t('count.pairTo')}
          value={pair[1]}
          candidates={candidates}
          onChoose={(b) => setPair([pair[0], b])}
        />
      </div>
      <PairSentence {...{ pair, there, back, paths, candidates }} votes={votes.exact} />
      <PathGraph {...{ pairwise, candidates, there, back }} votes={votes.exact} />
      <p className="small quiet">
        {t('count.graphKey', { a: candidates[pair[0]]!.letter, b: candidates[pair[1]]!.letter })}
      </p>
      <PairwiseTable {...{ pairwise, candidates, pair }} onPair={setPair} votes={votes.exact} />
    </div>
  );
}

interface ChoiceProps {
  label: string;
  value: number;
  candidates: readonly Candidate[];
  onChoose: (index: number) => void;
}

function Choice({ label, value, candidates, onChoose }: ChoiceProps) {
  return (
    <SelectField label={label} value={value} onChange={(event) => onChoose(Number(event.target.value))}>
      {candidates.map(({ index, letter, shortName }) => (
        <option key={index} value={index}>
          {letter} {shortName}
        </option>
      ))}
    </SelectField>
  );
}

interface SentenceProps {
  pair: readonly [number, number];
  there: readonly number[];
  back: readonly number[];
  paths: Table;
  candidates: readonly Candidate[];
  votes: (units: number) => string;
}

function PairSentence({ pair: [a, b], there, back, paths, candidates, votes }: SentenceProps) {
  const t = useT();
  const { formatList } = useIntl();
  const name = (index: number) => candidates[index]!.shortName;
  if (a === b) return <p aria-live="polite">{t('count.chooseTwo')}</p>;
  const way = (from: number, to: number, steps: readonly number[]) =>
    steps.length > 0
      ? t(steps.length > 2 ? 'count.wayOver' : 'count.wayDirect', {
          from: name(from),
          to: name(to),
          over: formatList(steps.slice(1, -1).map(name)),
          strength: votes(paths[from]![to]!),
        })
      : t('count.noWay', { from: name(from), to: name(to) });
  const [strongA, strongB] = [paths[a]![b]!, paths[b]![a]!];
  return (
    <p aria-live="polite">
      {way(a, b, there)} {way(b, a, back)}{' '}
      <strong>
        {strongA === strongB
          ? t('count.pairEqual', { a: name(a), b: name(b) })
          : t('count.pairBefore', { a: name(strongA > strongB ? a : b), b: name(strongA > strongB ? b : a) })}
      </strong>
    </p>
  );
}
