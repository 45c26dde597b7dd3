/** On a motion's page: the election it would call, and once it is carried the way to it. */
import { Link } from 'react-router';
import type { ProposalHereFragment } from '../generated/proposals/proposal';
import { useT } from '../i18n/useT';
import { Facts } from '../ui/Facts';
import { useCode } from '../ui/useCode';
import { When } from '../ui/When';
import { asksOf, type AskedConstraint } from './electionPayload';
import { useMethodName } from './electionWords';

export function ElectionToOpen({ motion }: { motion: Pick<ProposalHereFragment, 'payload' | 'election'> }) {
  const t = useT();
  const code = useCode();
  const methodName = useMethodName();
  const { kind, office, seats, termMonths, takesOfficeOn, options, method, constraints } = asksOf(motion.payload);
  const bounds = ({ name, atLeast, atMost }: AskedConstraint) =>
    t(atMost === null ? 'calling.atLeast' : 'calling.between', { name, atLeast, atMost });
  return (
    <>
      <Facts
        facts={[
          kind === 'PERSONS' && [t('calling.office'), code('office', office)],
          [t('election.places'), seats ?? 1],
          termMonths !== null && [t('election.term'), t('election.months', { months: termMonths })],
          takesOfficeOn !== '' && [t('election.takesOfficeOn'), <When at={takesOfficeOn} />],
          method !== '' && [t('calling.method'), methodName(method)],
          options.length > 0 && [
            t('election.options'),
            <ul className="plain">
              {options.map((option) => (
                <li key={option}>{option}</li>
              ))}
            </ul>,
          ],
          constraints.length > 0 && [t('calling.constraints'), constraints.map(bounds).join('; ')],
        ]}
      />
      {motion.election && (
        <p>
          <Link to={`/election/${motion.election.id}`}>{t('election.toElection')}</Link>
        </p>
      )}
    </>
  );
}
