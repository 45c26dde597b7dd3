/** What the reader can do with a motion beyond the main action, and for each deed not possible, why and the rule. */
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useDeed } from '../api/useDeed';
import { NotAdmitProposalDocument, ReferUpDocument, WithdrawProposalDocument } from '../generated/proposals/deeds';
import type { ProposalHereFragment } from '../generated/proposals/proposal';
import { useT } from '../i18n/useT';
import { Button } from '../ui/Button';
import { TextField } from '../ui/Field';
import { Outcome, useRefusalSentence } from '../ui/Refused';
import { OpenPollForm } from './OpenPollForm';

const beyondMain = ['referUp', 'openPoll', 'withdrawProposal', 'notAdmitProposal'] as const;

export function Deeds({ motion }: { motion: ProposalHereFragment }) {
  const t = useT();
  const may = (deed: string) => motion.viewerCan.includes(deed);
  const some = beyondMain.some(may);
  const cannot = motion.viewerCannot.filter(({ deed }) =>
    ['secondProposal', 'addComment', ...beyondMain].includes(deed),
  );
  if (!some && cannot.length === 0) return null;
  return (
    <section>
      <h2>{t('proposals.whatYouCan')}</h2>
      {some && (
        <div className="deeds">
          {may('referUp') && <ReferUp motion={motion} />}
          {may('openPoll') && <OpenPollForm motion={motion} />}
          {may('withdrawProposal') && <WithReason motion={motion} deed="withdrawProposal" />}
          {may('notAdmitProposal') && <WithReason motion={motion} deed="notAdmitProposal" />}
        </div>
      )}
      {cannot.length > 0 && <Cannot cannot={cannot} />}
    </section>
  );
}

function Cannot({ cannot }: { cannot: ProposalHereFragment['viewerCannot'] }) {
  const t = useT();
  const say = useRefusalSentence();
  return (
    <details>
      <summary>{t('proposals.whyNot')}</summary>
      <dl className="facts">
        {cannot.map(({ deed, refusal }) => (
          <div key={deed}>
            <dt>{t(`proposals.deed.${deed as 'referUp'}`)}</dt>
            <dd>
              {say(refusal)}{' '}
              {refusal.rule && <span className="quiet">{t('refused.rule', { rule: refusal.rule })}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function ReferUp({ motion }: { motion: ProposalHereFragment }) {
  const t = useT();
  const navigate = useNavigate();
  const refer = useDeed(ReferUpDocument, `referUp:${motion.id}`, 'id');
  const above = motion.body.parent;
  if (!above) return null;
  const send = async () => {
    const done = await refer.run({ proposalId: motion.id });
    if (done?.proposal) void navigate(`/m/${done.proposal.body.slug}/${done.proposal.number ?? ''}`);
  };
  return (
    <div>
      <p>{t('proposals.referWords', { body: above.name })}</p>
      <p>
        <Button busy={refer.busy} onPress={() => void send()}>
          {t('proposals.referUp', { body: above.name })}
        </Button>
      </p>
      <Outcome deed={refer} />
    </div>
  );
}

function WithReason({ motion, deed }: { motion: ProposalHereFragment; deed: 'withdrawProposal' | 'notAdmitProposal' }) {
  const t = useT();
  const [reason, setReason] = useState('');
  const document = deed === 'withdrawProposal' ? WithdrawProposalDocument : NotAdmitProposalDocument;
  const done = useDeed<object, { idempotencyKey: string; proposalId: string; reason: string }>(
    document as Parameters<typeof useDeed<object, { idempotencyKey: string; proposalId: string; reason: string }>>[0],
    `${deed}:${motion.id}`,
    'idempotencyKey',
  );
  return (
    <details>
      <summary>{t(`proposals.deed.${deed}`)}</summary>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void done.run({ proposalId: motion.id, reason });
        }}
      >
        <TextField
          label={t('proposals.reason')}
          required
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <p>
          <Button type="submit" busy={done.busy}>
            {t(`proposals.deed.${deed}`)}
          </Button>
        </p>
        <Outcome deed={done} />
      </form>
    </details>
  );
}
