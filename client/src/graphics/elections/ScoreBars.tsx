/** Of methods that count once: each candidate's sum as a bar, the most first; under consent, what was said of each. */
import type { Count } from '../../../../server/counting/elections/election';
import { useT } from '../../i18n/useT';
import { Swatch } from '../Key';
import { usePatterns } from '../Patterns';
import { candidatesOf, type Candidate } from './candidates';
import { useVotes } from './useVotes';
import './elections.css';

interface Props {
  count: Count;
  names: readonly string[];
}

/** One part of a bar: how long it is, and how it looks. */
interface Part {
  look: string;
  size: number;
}

export function ScoreBars({ count, names }: Props) {
  const votes = useVotes(count);
  const { scores } = count;
  if (!scores) return null;
  const ordered = candidatesOf(count, names).sort((a, b) => scores[b.index]! - scores[a.index]!);
  const reach = Math.max(1, ...scores);
  return (
    <BarList
      candidates={ordered}
      reach={reach}
      partsOf={({ index }) => [{ look: 'one', size: scores[index]! }]}
      wordsOf={({ index }) => votes.exact(scores[index]!)}
    />
  );
}

const said = [
  ['agree', 'one'],
  ['standAside', 'three'],
  ['block', 'five'],
] as const;

export function ConsentBars({ count, names }: Props) {
  const t = useT();
  const votes = useVotes(count);
  const { fill, defs } = usePatterns();
  const { consent } = count;
  if (!consent) return null;
  const reach = Math.max(1, ...consent.map(({ agree, standAside, block }) => agree + standAside + block));
  return (
    <>
      <svg width="0" height="0" aria-hidden="true" className="defs-only">
        {defs}
      </svg>
      <ul className="key">
        {said.map(([answer, look]) => (
          <li key={answer}>
            <Swatch look={look} fill={fill} /> {t(`count.consent.${answer}`)}
          </li>
        ))}
      </ul>
      <BarList
        candidates={candidatesOf(count, names)}
        reach={reach}
        partsOf={({ index }) => said.map(([answer, look]) => ({ look, size: consent[index]![answer] }))}
        wordsOf={({ index }) =>
          said.map(([answer]) => `${t(`count.consent.${answer}`)} ${votes.exact(consent[index]![answer])}`).join(' · ')
        }
      />
    </>
  );
}

interface ListProps {
  candidates: readonly Candidate[];
  reach: number;
  partsOf: (candidate: Candidate) => readonly Part[];
  wordsOf: (candidate: Candidate) => string;
}

function BarList({ candidates, reach, partsOf, wordsOf }: ListProps) {
  const t = useT();
  const { fill, defs } = usePatterns();
  const percent = (size: number) => `${(100 * size) / reach}%`;
  return (
    <div className="graphic">
      <svg width="0" height="0" aria-hidden="true" className="defs-only">
        {defs}
      </svg>
      <ul className="stage-bars">
        {candidates.map((candidate) => {
          const parts = partsOf(candidate);
          const before = (index: number) => parts.slice(0, index).reduce((sum, { size }) => sum + size, 0);
          return (
            <li key={candidate.index} className="score-row">
              <span>
                <span className="letter-mark">{candidate.letter}</span> {candidate.name}{' '}
                {candidate.fate.kind === 'ELECTED' && <span className="fate elected">{t('count.mark.ELECTED')}</span>}
              </span>
              <span className="score-words">{wordsOf(candidate)}</span>
              <svg className="bar" aria-hidden="true">
                <rect className="stair-ground" width="100%" height="100%" />
                {parts.map(({ look, size }, index) => (
                  <rect key={look} x={percent(before(index))} width={percent(size)} height="100%" fill={fill(look)} />
                ))}
              </svg>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
