/** The form of a motion: what kind, title, text, and what the kind carries. Kept on the device as it is typed. */
import { useId, useState } from 'react';
import { useNavigate } from 'react-router';
import { useDeed } from '../api/useDeed';
import { DraftProposalDocument, SubmitProposalDocument } from '../generated/proposals/draft';
import { MoneyPayload } from '../dues/MoneyPayload';
import { ElectionPayload } from '../elections/ElectionPayload';
import { useT } from '../i18n/useT';
import { Button } from '../ui/Button';
import { Field, SelectField, TextField } from '../ui/Field';
import { Markdown } from '../ui/Markdown';
import { PrimaryAction } from '../ui/PrimaryAction';
import { Outcome, useRefusalSentence } from '../ui/Refused';
import { BodyChoice } from './BodyChoice';
import { ClauseEditor } from './ClauseEditor';
import { keepDraft, type Draft } from './keptDraft';
import { RulesEditor } from './RulesEditor';

interface Props {
  body: { id: string; slug: string; kind: string };
  first: Draft;
  about: string;
  saved: boolean;
}

/** Which kinds of motion a body of this kind can decide on. */
function kindsFor(bodyKind: string): Draft['kind'][] {
  const all: Draft['kind'][] = ['ORDINARY', 'OPEN_ELECTION', 'AUTHORISE_SPENDING', 'ADOPT_RULE_BOOK'];
  if (bodyKind === 'FEDERATION') return [...all, 'SET_DUES', 'SET_SPLIT', 'ADOPT_PLATFORM', 'AFFILIATE_BODY'];
  return [...all, bodyKind === 'REGION' ? 'AFFILIATE_BODY' : 'SET_DUES'];
}

export function DraftForm({ body, first, about, saved }: Props) {
  const t = useT();
  const navigate = useNavigate();
  const say = useRefusalSentence();
  const formId = useId();
  const [draft, setDraft] = useState(first);
  const [payloadWrong, setPayloadWrong] = useState(false);
  const keep = useDeed(DraftProposalDocument, `draftProposal:${draft.id}`, null);
  const submit = useDeed(SubmitProposalDocument, `submitProposal:${draft.id}`, null);
  const change = (part: Partial<Draft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    keepDraft(localStorage, about, next);
    keep.clear();
    submit.clear();
  };
  const setPayload = (payload: Record<string, unknown> | null) => {
    setPayloadWrong(payload === null);
    if (payload) change({ payload });
  };
  const input = {
    id: draft.id,
    bodyId: body.id,
    kind: draft.kind,
    title: draft.title,
    text: draft.text,
    payload: draft.payload,
  };
  const save = async () => {
    const done = await keep.run(input);
    if (!done) return;
    keepDraft(localStorage, about, null);
    if (!saved) void navigate(`/m/draft/${done.proposal.id}`, { replace: true });
  };
  const move = async (event: React.FormEvent) => {
    event.preventDefault();
    if (payloadWrong) return;
    const done = await submit.run(input);
    if (!done) return;
    keepDraft(localStorage, about, null);
    void navigate(`/m/${done.proposal.body.slug}/${done.proposal.number ?? ''}`);
  };
  const refusal = submit.refusal ?? keep.refusal;
  const wrong = (field: string) => (refusal?.field === field ? say(refusal) : null);
  return (
    <form id={formId} className="stack" onSubmit={(event) => void move(event)}>
      <SelectField
        label={t('proposals.kind')}
        value={draft.kind}
        onChange={(event) => change({ kind: event.target.value as Draft['kind'], payload: {} })}
      >
        {kindsFor(body.kind).map((kind) => (
          <option key={kind} value={kind}>
            {t(`proposalKind.${kind}`)}
          </option>
        ))}
      </SelectField>
      <Field
        label={t('proposals.title')}
        required
        maxLength={200}
        value={draft.title}
        wrong={wrong('title')}
        onChange={(event) => change({ title: event.target.value })}
      />
      <TextField
        label={t('proposals.text')}
        hint={t('proposals.textHint')}
        rows={10}
        required
        value={draft.text}
        wrong={wrong('text')}
        onChange={(event) => change({ text: event.target.value })}
      />
      {draft.text && (
        <details>
          <summary>{t('proposals.preview')}</summary>
          <Markdown text={draft.text} />
        </details>
      )}
      {draft.kind === 'ADOPT_PLATFORM' && <ClauseEditor payload={draft.payload} onChange={setPayload} />}
      {draft.kind === 'ADOPT_RULE_BOOK' && (
        <RulesEditor slug={body.slug} payload={draft.payload} onChange={setPayload} />
      )}
      {draft.kind === 'AFFILIATE_BODY' && <BodyChoice under={body.id} payload={draft.payload} onChange={setPayload} />}
      {draft.kind === 'OPEN_ELECTION' && <ElectionPayload payload={draft.payload} onChange={setPayload} />}
      {(draft.kind === 'SET_DUES' || draft.kind === 'SET_SPLIT' || draft.kind === 'AUTHORISE_SPENDING') && (
        <MoneyPayload kind={draft.kind} payload={draft.payload} onChange={setPayload} />
      )}
      <Outcome deed={keep.refusal || keep.fault ? keep : submit} beside={['title', 'text']} />
      <p className="small quiet">{t('proposals.keptHere')}</p>
      <p>
        <Button busy={keep.busy} onPress={() => void save()}>
          {t('proposals.saveDraft')}
        </Button>
      </p>
      <PrimaryAction type="submit" form={formId} busy={submit.busy}>
        {t('proposals.submit')}
      </PrimaryAction>
    </form>
  );
}
