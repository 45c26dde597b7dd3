/** Seats won here whose holders left before the end of their term, and who followed or is to follow. */
import { useDeed } from '../api/useDeed';
import { FillVacancyDocument } from '../generated/elections/officers';
import { useT } from '../i18n/useT';
import { Button } from '../ui/Button';
import { Outcome } from '../ui/Refused';
import { When } from '../ui/When';
import type { ElectionWhole } from './ElectionPage';
import { useCandidateName } from './electionWords';

export function Vacancies({ election }: { election: ElectionWhole }) {
  const t = useT();
  const nameOf = useCandidateName();
  const fill = useDeed(FillVacancyDocument, `fillVacancy:${election.id}`, 'idempotencyKey');
  const may = election.viewerCan.includes('fillVacancy');
  if (election.vacancies.length === 0) return null;
  return (
    <section>
      <h2>{t('election.vacancies')}</h2>
      <ul className="rows vacancy-rows">
        {election.vacancies.map(({ officeTermId, left, since, how, filledBy }) => (
          <li key={officeTermId}>
            <p>
              {t('election.leftSeat', { name: nameOf(left) })} <When at={since} />.{' '}
              {filledBy
                ? t(how === 'COUNT_BACK' ? 'election.followedByCountBack' : 'election.followedByAlternate', {
                    name: nameOf(filledBy),
                  })
                : t('election.seatEmpty')}
            </p>
            {!filledBy && may && (
              <p>
                <Button busy={fill.busy} onPress={() => void fill.run({ electionId: election.id, officeTermId })}>
                  {t('election.fillSeat')}
                </Button>
              </p>
            )}
          </li>
        ))}
      </ul>
      <Outcome deed={fill} bodySlug={election.body.slug} />
    </section>
  );
}
