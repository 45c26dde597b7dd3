/** The motion's life on one line: what has happened, what is to come, and today. */
import { useState } from 'react';
import type { ProposalHereFragment } from '../generated/proposals/proposal';
import type { LinePoint } from '../graphics/YearLine';
import { YearLine } from '../graphics/YearLine';
import { useT } from '../i18n/useT';

export function Life({ motion }: { motion: ProposalHereFragment }) {
  const t = useT();
  const [opened] = useState(() => Date.now());
  const stepPoints = motion.steps.map((step, index): LinePoint => ({
    key: `step-${index}`,
    at: step.at,
    label: (
      <>
        {t(`proposalState.${step.toState}`)}
        {step.reason && <span className="quiet"> · {step.reason}</span>}
      </>
    ),
  }));
  const ahead: LinePoint[] = [];
  const expect = (key: 'secondBy' | 'debateEnds' | 'pollCloses', at: string | null | undefined) => {
    if (at) ahead.push({ key, at, label: t(`proposals.${key}`) });
  };
  if (motion.state === 'SUBMITTED') expect('secondBy', motion.secondBy);
  if (motion.state === 'DEBATE') expect('debateEnds', motion.debateUntil);
  if (motion.state === 'VOTING') expect('pollCloses', motion.poll?.closesAt);
  const points = [...stepPoints, ...ahead];
  if (points.length === 0) return null;
  return (
    <section>
      <h2>{t('proposals.life')}</h2>
      <YearLine points={points} now={new Date(motion.poll?.now ?? opened)} />
    </section>
  );
}
