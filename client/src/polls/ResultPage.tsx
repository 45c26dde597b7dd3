/** A result: what came out, the sum that decided it, and the picture of how every ballot got there. */
import { useQuery } from '@apollo/client/react';
import { useMemo, useState } from 'react';
import { useIntl } from 'react-intl';
import { Link, Navigate, useParams } from 'react-router';
import { ResultDocument } from '../generated/polls/result';
import type { LensName } from '../graphics/counts';
import { Key } from '../graphics/Key';
import { extentOf, LensStrip, neededOf } from '../graphics/LensStrip';
import { LensSwitch } from '../graphics/LensSwitch';
import { QuorumMeter } from '../graphics/QuorumMeter';
import { Staircase } from '../graphics/Staircase';
import { useOptionName } from '../graphics/tileWords';
import { useT } from '../i18n/useT';
import { Button } from '../ui/Button';
import { Facts } from '../ui/Facts';
import { Loaded } from '../ui/Loaded';
import { Page } from '../ui/Page';
import { Sentence, Sentences } from '../ui/Sentence';
import { When } from '../ui/When';
import { Why } from '../ui/Why';
import { ByBodyTable } from './ByBodyTable';
import { PollKicker } from './PollKicker';
import { download, fileName } from './download';
import { Recounted } from './Recounted';
import { RegionsLine } from './RegionsLine';
import { talliedBodies, type ResultFacts } from './resultBodies';
import { headline, whyItBinds, withoutBodies } from './resultSentences';
import './polls.css';

export default function ResultPage() {
  const { id = '' } = useParams();
  const read = useQuery(ResultDocument, { variables: { poll: id } });
  return (
    <Loaded read={read} pick={({ result, poll }) => (result || poll?.election ? { result, poll } : null)}>
      {({ result, poll }) =>
        result ? (
          <ResultShown key={result.poll.id} result={result} />
        ) : (
          <Navigate replace to={`/election/${poll?.election?.id}/result`} />
        )
      }
    </Loaded>
  );
}

function ResultShown({ result }: { result: ResultFacts }) {
  const t = useT();
  const { poll } = result;
  const decisive = headline(result.arithmetic, result.outcome);
  const bodies = result.tallies.length > 1;
  return (
    <Page title={poll.title} kicker={<PollKicker poll={poll} />} facts={<ResultMargin result={result} />}>
      <p>
        <span className="outcome">
          <OutcomeWord outcome={result.outcome} />
        </span>
      </p>
      <p className="outcome-sentence">
        {decisive && (
          <>
            <Sentence of={decisive} cited={false} />.{' '}
          </>
        )}
        <Why bodySlug={result.ruleBookBody.slug} version={result.ruleBookVersion} section={result.ruleSection} />
      </p>
      <ResultPictures result={result} bodies={bodies} />
      <section>
        <h2>{t('result.sum')}</h2>
        <Sentences of={withoutBodies(result.arithmetic)} />
      </section>
      {bodies && (
        <section>
          <h2>{t('result.byBody')}</h2>
          <ByBodyTable result={result} />
        </section>
      )}
      <section>
        <h2>{t('result.check')}</h2>
        <Recounted result={result} />
        <div className="result-actions">
          <Button onPress={() => download(fileName(`${poll.title} decision`, 'json'), result.decisionFile)}>
            {t('result.file')}
          </Button>
          <Button onPress={() => window.print()}>{t('result.print')}</Button>
        </div>
      </section>
    </Page>
  );
}

function ResultPictures({ result, bodies }: { result: ResultFacts; bodies: boolean }) {
  const t = useT();
  const { formatNumber } = useIntl();
  const options = result.poll.options;
  const [lens, setLens] = useState<LensName>(result.binding);
  const tallied = useMemo(() => talliedBodies(result.tallies), [result.tallies]);
  const shown = result.lenses.find((each) => each.lens === lens) ?? result.lenses[0];
  const whole = useMemo(
    () => shown && { totals: shown.totals, extent: extentOf(shown), needed: neededOf(shown) },
    [shown],
  );
  const why = whyItBinds(result.arithmetic);
  if (!shown || !whole) return null;
  const needed =
    whole.needed === null
      ? null
      : t(shown.strict ? 'result.needsMore' : 'result.needsLeast', { needed: formatNumber(whole.needed) });
  return (
    <>
      {bodies && (
        <section>
          <h2>{t('result.staircase')}</h2>
          {result.lenses.length > 1 && (
            <LensSwitch lenses={result.lenses.map((each) => each.lens)} lens={lens} onChange={setLens} />
          )}
          <Key options={options} />
          <Staircase bodies={tallied} options={options} lens={shown.lens} whole={whole} needed={needed} />
          <p className="small quiet">{t(`result.lensMeans.${shown.lens}`)}</p>
        </section>
      )}
      <section>
        <h2>{t(result.lenses.length > 1 ? 'result.lenses' : 'result.count')}</h2>
        {!bodies && <Key options={options} />}
        <LensStrip lenses={result.lenses} options={options} why={why && <Sentence of={why} />} />
        <RegionsLine tallies={result.tallies} />
      </section>
      <section>
        <h2>{t('result.quorum')}</h2>
        <QuorumMeter
          what="electors"
          tookPart={result.ballots}
          of={result.electors}
          needed={result.quorumElectorsNeeded}
        />
        {result.quorumBodies !== null && result.quorumBodiesNeeded !== null && (
          <QuorumMeter
            what="bodies"
            tookPart={result.quorumBodies}
            of={constituents(result)}
            needed={result.quorumBodiesNeeded}
          />
        )}
      </section>
    </>
  );
}

/** The bodies that decide directly below the root: all the lens by bodies counts. */
function constituents(result: ResultFacts): number {
  return result.lenses.find(({ lens }) => lens === 'BODIES')?.total ?? result.tallies.length - 1;
}

export function OutcomeWord({ outcome }: { outcome: string }) {
  const { messages, formatMessage } = useIntl();
  const optionName = useOptionName();
  const id = `result.outcome.${outcome}`;
  return <>{id in messages ? formatMessage({ id }) : optionName(outcome)}</>;
}

function ResultMargin({ result }: { result: ResultFacts }) {
  const t = useT();
  const { poll } = result;
  const below = poll.root.id !== poll.id;
  return (
    <Facts
      facts={[
        [t('result.certified'), <When at={result.certifiedAt} withTime />],
        [t('result.way'), t(`result.voting.${poll.voting}`)],
        [t('result.kind'), t(result.secret ? 'result.secretPoll' : 'result.openPoll')],
        below && [t('result.partOf'), <Link to={`/poll/${poll.root.id}/result`}>{poll.root.body.name}</Link>],
        [
          t('polls.ruleHead'),
          <Why
            bodySlug={result.ruleBookBody.slug}
            bodyName={result.ruleBookBody.name}
            version={result.ruleBookVersion}
            section={result.ruleSection}
          />,
        ],
        [t('result.fileDigest'), <code className="digest">{result.decisionHash}</code>],
      ]}
    />
  );
}
