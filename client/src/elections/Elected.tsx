/** The head of a result: how it ended, the seats filled, who holds them, and who follows if one falls vacant. */
import { useIntl } from 'react-intl';
import type { Count } from '../../../server/counting/elections/election';
import type { CandidateHereFragment } from '../generated/elections/election';
import { letterOf } from '../graphics/elections/candidates';
import { SeatArc } from '../graphics/elections/SeatArc';
import { useT } from '../i18n/useT';
import { When } from '../ui/When';
import type { ElectionOutcome, ElectionWithResult, Ending } from './ElectionResultPage';
import { useCandidateName } from './electionWords';

interface Props {
  election: ElectionWithResult;
  result: ElectionOutcome;
  count: Count | null;
}

/** The letter a candidate has in every picture of the count. */
const letter = ({ number }: Pick<CandidateHereFragment, 'number'>) => (number === null ? '' : letterOf(number - 1));

export function Elected({ election, result, count }: Props) {
  const t = useT();
  const { formatList } = useIntl();
  const nameOf = useCandidateName();
  const { elected, alternates } = result;
  const outcome = result.outcome as Ending;
  const { seats, kind, takesOfficeOn } = election;
  const places = kind === 'OPTIONS' && election.method === 'consent' ? elected.length : Math.max(seats, elected.length);
  const stageOf = ({ number }: CandidateHereFragment) =>
    count?.stages.length && number !== null
      ? count.elected.find(({ candidate }) => candidate === number - 1)?.stage
      : undefined;
  const names = formatList(elected.map(nameOf));
  return (
    <>
      <p>
        <span className="outcome">{t(`election.outcome.${outcome}`)}</span>
      </p>
      <p className="outcome-sentence">
        {elected.length > 0 && t(`election.elected.${kind}`, { names, count: elected.length })}{' '}
        {t(`election.outcomeMeans.${outcome}`, { seats, elected: elected.length, empty: seats - elected.length })}{' '}
        {elected.length > 0 && takesOfficeOn !== null && (
          <>
            {t('election.takeOffice')} <When at={takesOfficeOn} />.
          </>
        )}
      </p>
      {[...elected, ...alternates].some(({ kind: of, name }) => of === 'PERSON' && name === null) && (
        <p className="small quiet">{t('election.namesKept')}</p>
      )}
      {places > 0 && (
        <div className="elected-head">
          <SeatArc
            seats={Array.from({ length: places }, (_, seat) => (elected[seat] ? letter(elected[seat]) : null))}
            label={t('election.seatsFilled', { filled: elected.length, seats: places })}
          />
          <div>
            <ol className="plain elected-list">
              {elected.map((candidate) => {
                const stage = stageOf(candidate);
                return (
                  <li key={candidate.id}>
                    <span className="letter-mark">{letter(candidate)}</span> <bdi>{nameOf(candidate)}</bdi>
                    {stage !== undefined && <span className="small quiet"> {t('count.fate.ELECTED', { stage })}</span>}
                  </li>
                );
              })}
            </ol>
            {alternates.length > 0 && (
              <p className="alternates">
                <strong>{t('election.alternates', { count: alternates.length })}</strong>{' '}
                {alternates.map((candidate, at) => `${at + 1}. ${nameOf(candidate)}`).join(', ')}
              </p>
            )}
          </div>
        </div>
      )}
    </>
  );
}
