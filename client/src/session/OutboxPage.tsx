// In development and in a demonstration: the mails as they were sent, with their links ready to be pressed.
import { useQuery } from '@apollo/client/react';
import { Link } from 'react-router';
import { OutboxDocument, type OutboxQuery } from '../generated/session/outbox';
import { useT } from '../i18n/useT';
import { Empty } from '../ui/Empty';
import { Loaded } from '../ui/Loaded';
import { Page } from '../ui/Page';
import { When } from '../ui/When';
import { linkify } from './linkify';

type Mail = NonNullable<OutboxQuery['outbox']>[number];

function MailText({ text }: { text: string }) {
  return (
    <p className="plain-text">
      {linkify(text, location.origin).map((piece, index) => {
        if (piece.href === null) return piece.text;
        return piece.local ? (
          <Link key={index} to={piece.href}>
            {piece.text}
          </Link>
        ) : (
          <a key={index} href={piece.href} rel="noreferrer">
            {piece.text}
          </a>
        );
      })}
    </p>
  );
}

function MailSheet({ mail }: { mail: Mail }) {
  const t = useT();
  return (
    <section className="stack-tight">
      <h2>{mail.subject}</h2>
      <p className="small quiet">
        {t('outbox.to', { recipient: mail.recipient })} · <When at={mail.sentAt} withTime />
      </p>
      <MailText text={mail.body} />
    </section>
  );
}

export default function OutboxPage() {
  const t = useT();
  const read = useQuery(OutboxDocument, { variables: { first: 50 }, fetchPolicy: 'cache-and-network' });
  return (
    <Loaded read={read} pick={({ outbox }) => outbox}>
      {(mails) => (
        <Page narrow title={t('outbox.title')} standfirst={t('outbox.text')}>
          {mails.length === 0 ? (
            <Empty>{t('outbox.empty')}</Empty>
          ) : (
            mails.map((mail) => <MailSheet key={mail.id} mail={mail} />)
          )}
        </Page>
      )}
    </Loaded>
  );
}
