/** One motion: what it says, where it stands, what decides it, what the reader can do now and why not the rest. */
import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { ProposalByNumberDocument, type ProposalHereFragment } from '../generated/proposals/proposal';
import { useT } from '../i18n/useT';
import { Deadline } from '../ui/Deadline';
import { Facts } from '../ui/Facts';
import { Loaded } from '../ui/Loaded';
import { Markdown } from '../ui/Markdown';
import { NotFound } from '../ui/NotFound';
import { Page } from '../ui/Page';
import { Sentences } from '../ui/Sentence';
import { Why } from '../ui/Why';
import { Debate } from './Debate';
import { Deeds } from './Deeds';
import { Life } from './Life';
import { MainAction } from './MainAction';
import { Payload } from './Payload';
import { Provenance } from './Provenance';
import './proposals.css';

export default function ProposalPage() {
  const { bodySlug = '', number = '' } = useParams();
  const asked = /^\d{1,9}$/.test(number);
  const read = useQuery(ProposalByNumberDocument, {
    variables: { body: bodySlug, number: Number(number) },
    skip: !asked,
    fetchPolicy: 'cache-and-network',
  });
  if (!asked) return <NotFound />;
  return (
    <Loaded read={read} pick={({ proposal }) => proposal}>
      {(motion) => <Motion key={motion.id} motion={motion} />}
    </Loaded>
  );
}

function Motion({ motion }: { motion: ProposalHereFragment }) {
  const t = useT();
  return (
    <Page
      title={motion.title}
      kicker={
        <>
          <Link to={`/b/${motion.body.slug}`}>{motion.body.name}</Link>
          {' · '}
          {t('proposals.numbered', { number: motion.number ?? 0 })}
        </>
      }
      standfirst={<Standing motion={motion} />}
      facts={<MotionFacts motion={motion} />}
    >
      <MainAction motion={motion} />
      <section>
        <h2>{t('proposals.text')}</h2>
        <Markdown text={motion.text} />
        <Provenance motion={motion} />
      </section>
      <Payload motion={motion} />
      <Life motion={motion} />
      <Deeds motion={motion} />
      <Debate motion={motion} />
    </Page>
  );
}

type Timed = 'SUBMITTED' | 'DEBATE' | 'VOTING';

/** One line on where it stands and what comes next. */
function Standing({ motion }: { motion: ProposalHereFragment }) {
  const t = useT();
  const [opened] = useState(() => Date.now());
  const now = motion.poll ? Date.parse(motion.poll.now) : opened;
  const next =
    motion.state === 'SUBMITTED'
      ? motion.secondBy
      : motion.state === 'DEBATE'
        ? motion.debateUntil
        : motion.state === 'VOTING'
          ? motion.poll?.closesAt
          : null;
  return (
    <>
      <span className="motion-state">{t(`proposalState.${motion.state}`)}</span>
      {motion.state === 'SUBMITTED' &&
        ` · ${t('proposals.secondsSoFar', { count: motion.secondCount, needed: motion.secondsNeeded })}`}
      {next && (
        <>
          {' · '}
          {Date.parse(next) <= now ? (
            t(`proposals.over.${motion.state as Timed}`)
          ) : (
            <>
              {t(`proposals.until.${motion.state as Timed}`)} <Deadline at={next} now={motion.poll?.now} />
            </>
          )}
        </>
      )}
    </>
  );
}

function MotionFacts({ motion }: { motion: ProposalHereFragment }) {
  const t = useT();
  return (
    <Facts
      facts={[
        [t('proposals.kind'), t(`proposalKind.${motion.kind}`)],
        [t('result.way'), t(`result.voting.${motion.voting}`)],
        [t('result.kind'), t(motion.secret ? 'result.secretPoll' : 'result.openPoll')],
        [
          t('proposals.ruleThatDecides'),
          <>
            <Sentences of={motion.rule} />
            <Why
              bodySlug={motion.ruleBookBody.slug}
              bodyName={motion.ruleBookBody.name}
              version={motion.ruleBookVersion}
              section="decisions"
            />
          </>,
        ],
        [t('proposals.seconds'), t('proposals.secondsOf', { count: motion.secondCount, needed: motion.secondsNeeded })],
      ]}
    />
  );
}
