/** A count on paper: two tellers enter what they counted, each by themselves; only when they agree does it stand. */
import { useQuery } from '@apollo/client/react';
import { Link, useParams } from 'react-router';
import { TellersDocument, type TellersHereFragment } from '../generated/polls/tellers';
import { useOptionName } from '../graphics/tileWords';
import { useT } from '../i18n/useT';
import { Loaded } from '../ui/Loaded';
import { Page } from '../ui/Page';
import { PollKicker } from './PollKicker';
import { TellerForm } from './TellerForm';
import { compareCounts } from './tellerDifference';
import './polls.css';

export default function TellerPage() {
  const { id = '' } = useParams();
  const read = useQuery(TellersDocument, { variables: { id }, fetchPolicy: 'cache-and-network' });
  return (
    <Loaded read={read} pick={({ poll }) => poll}>
      {(poll) => <Tellers key={poll.id} poll={poll} />}
    </Loaded>
  );
}

function Tellers({ poll }: { poll: TellersHereFragment }) {
  const t = useT();
  const own = poll.tellerCounts.find(({ mine }) => mine);
  const others = poll.tellerCounts.filter(({ mine }) => !mine);
  const may = poll.viewerCan.includes('recordTellerCount');
  return (
    <Page title={t('polls.tellersTitle')} standfirst={poll.title} kicker={<PollKicker poll={poll} />}>
      <p>{t('polls.tellersWords')}</p>
      {own?.agreed && <p className="told">{t('polls.tellersAgree')}</p>}
      {own && !own.agreed && others.length === 0 && <p className="told">{t('polls.waitingForSecond')}</p>}
      {!own && others.length > 0 && may && <p className="told">{t('polls.otherHasCounted')}</p>}
      {own &&
        !own.agreed &&
        others.map((other) => <Difference key={other.id} {...{ own, other, options: poll.options }} />)}
      {may ? (
        <section>
          <h2>{t('polls.yourCount')}</h2>
          <TellerForm key={own?.id ?? 'new'} poll={poll} />
        </section>
      ) : (
        <p className="told">
          {t('polls.notTeller')} <Link to={`/poll/${poll.id}/facts`}>{t('polls.rollAndTurnout')}</Link>
        </p>
      )}
    </Page>
  );
}

type OneCount = TellersHereFragment['tellerCounts'][number];

function Difference({ own, other, options }: { own: OneCount; other: OneCount; options: readonly string[] }) {
  const t = useT();
  const optionName = useOptionName();
  const lines = compareCounts(own, other, options);
  return (
    <section>
      <h2>{t('polls.difference')}</h2>
      <p>{t('polls.differenceWords')}</p>
      <table className="compare">
        <thead>
          <tr>
            <th scope="col">{t('polls.figure')}</th>
            <th scope="col">{t('polls.yours')}</th>
            <th scope="col">{t('polls.theirs')}</th>
            <th scope="col">{t('polls.differ')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ option, mine, theirs, differs }) => (
            <tr key={option ?? ''} className={differs ? 'differs' : undefined}>
              <th scope="row">{option === null ? t('polls.entitledCount') : optionName(option)}</th>
              <td className="num">{mine}</td>
              <td className="num">{theirs}</td>
              <td className="num">{differs ? Math.abs(mine - theirs) : '='}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
