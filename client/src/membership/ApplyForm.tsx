// The application itself. Somebody signed out gives a name and a mail address, and confirms by the link sent there.
import { useState } from 'react';
import { Link } from 'react-router';
import { useDeed } from '../api/useDeed';
import { ApplyToLocalGroupDocument, type ApplyPageQuery } from '../generated/membership/join';
import { useT } from '../i18n/useT';
import { Declarations, declarationsOf, goToFirstEmpty } from '../platform/Declarations';
import { Field, SelectField, TextField } from '../ui/Field';
import { Form } from '../ui/Form';
import { PrimaryAction } from '../ui/PrimaryAction';
import { Outcome, useRefusalSentence } from '../ui/Refused';
import { Section } from '../ui/Section';

interface Props {
  body: NonNullable<ApplyPageQuery['body']>;
  platform: NonNullable<ApplyPageQuery['platform']>;
  signedIn: boolean;
}

const beside = ['displayName', 'email', 'message'];

function Received({
  body,
  linkSentTo,
  outboxPath,
}: {
  body: string;
  linkSentTo: string | null;
  outboxPath: string | null;
}) {
  const t = useT();
  return (
    <div className="told">
      {linkSentTo ? (
        <p>
          <strong>{t('apply.confirm')}</strong> {t('apply.confirmText', { email: linkSentTo, body })}
        </p>
      ) : (
        <p>
          <strong>{t('apply.received')}</strong> {t('apply.receivedText', { body })}
        </p>
      )}
      {outboxPath && (
        <p>
          <Link to={outboxPath}>{t('signIn.readOutbox')}</Link>
        </p>
      )}
    </div>
  );
}

export function ApplyForm({ body, platform, signedIn }: Props) {
  const t = useT();
  const say = useRefusalSentence();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [message, setMessage] = useState('');
  const [kind, setKind] = useState<'MEMBER' | 'SUPPORTER'>('MEMBER');
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [tried, setTried] = useState(false);
  const deed = useDeed(ApplyToLocalGroupDocument, `applyToLocalGroup:${body.id}`, 'id');
  const all = declarationsOf(platform.clauses).map(({ key }) => key);
  const complete = all.every((key) => ticked.has(key));
  const wrongAt = (field: string) => (deed.refusal?.field === field ? say(deed.refusal) : null);
  const send = () => {
    setTried(true);
    if (!complete) return goToFirstEmpty();
    const who = signedIn ? {} : { displayName: name.trim(), email: email.trim() };
    void deed.run({
      bodyId: body.id,
      platformVersion: platform.number,
      declarations: all,
      message: message.trim() || null,
      kind,
      ...who,
    });
  };
  return (
    <Section title={t('apply.you')}>
      <div role="status">
        {deed.done && <Received body={body.name} linkSentTo={deed.done.linkSentTo} outboxPath={deed.done.outboxPath} />}
      </div>
      {!deed.done && (
        <Form onSend={send}>
          {!signedIn && (
            <>
              <Field
                label={t('apply.name')}
                hint={t('apply.nameHint')}
                autoComplete="nickname"
                required
                value={name}
                wrong={wrongAt('displayName')}
                onChange={(event) => setName(event.target.value)}
              />
              <Field
                label={t('signIn.email')}
                hint={t('apply.emailHint')}
                type="email"
                autoComplete="email"
                required
                value={email}
                wrong={wrongAt('email')}
                onChange={(event) => setEmail(event.target.value)}
              />
            </>
          )}
          <SelectField
            label={t('apply.kind')}
            value={kind}
            onChange={(event) => setKind(event.target.value as 'MEMBER' | 'SUPPORTER')}
          >
            <option value="MEMBER">{t('apply.member')}</option>
            <option value="SUPPORTER">{t('apply.supporter')}</option>
          </SelectField>
          <TextField
            label={t('apply.message')}
            hint={t('form.optional')}
            rows={3}
            value={message}
            wrong={wrongAt('message')}
            onChange={(event) => setMessage(event.target.value)}
          />
          <Declarations clauses={platform.clauses} ticked={ticked} onChange={setTicked} missing={tried && !complete} />
          <Outcome deed={deed} beside={beside} />
          <PrimaryAction type="submit" busy={deed.busy}>
            {t('apply.go', { version: platform.number })}
          </PrimaryAction>
        </Form>
      )}
    </Section>
  );
}
