/** Taking part in the debate; whether one's name is seen beyond the Local Group is asked each time, and starts at no. */
import { useState } from 'react';
import { useDeed } from '../api/useDeed';
import { AddCommentDocument } from '../generated/proposals/comments';
import type { ProposalHereFragment } from '../generated/proposals/proposal';
import { useT } from '../i18n/useT';
import { Button } from '../ui/Button';
import { TextField } from '../ui/Field';
import { Outcome } from '../ui/Refused';
import { Tick } from '../ui/Tick';

interface Props {
  motion: ProposalHereFragment;
  parentId: string | null;
  onDone: () => void;
}

export function CommentForm({ motion, parentId, onDone }: Props) {
  const t = useT();
  const [text, setText] = useState('');
  const [signed, setSigned] = useState(false);
  const add = useDeed(AddCommentDocument, `addComment:${parentId ?? motion.id}`, 'id');
  const beyond = motion.body.kind !== 'LOCAL_GROUP';
  const submit = async (event: React.FormEvent) => {
    event.preventDefault();
    const done = await add.run({ proposalId: motion.id, parentId, text, signed });
    if (!done) return;
    setText('');
    onDone();
  };
  return (
    <form className="stack-tight" onSubmit={(event) => void submit(event)}>
      <TextField
        label={t(parentId ? 'proposals.yourAnswer' : 'proposals.yourComment')}
        hint={t(signed || !beyond ? 'proposals.nameShown' : 'proposals.nameHidden')}
        required
        maxLength={10000}
        value={text}
        wrong={add.refusal?.field === 'text' ? add.refusal.message : null}
        onChange={(event) => setText(event.target.value)}
      />
      {beyond && (
        <Tick checked={signed} onChange={setSigned}>
          {t('proposals.sign')}
        </Tick>
      )}
      <p>
        <Button type="submit" busy={add.busy}>
          {t('proposals.addComment')}
        </Button>
      </p>
      <Outcome deed={add} beside={['text']} />
    </form>
  );
}
