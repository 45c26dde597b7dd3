/** Writing a motion to a body: as `/b/:slug/new-motion` anew, as `/m/draft/:id` going on with a draft of one's own. */
import { useQuery } from '@apollo/client/react';
import { Link, useParams } from 'react-router';
import { DraftDocument, DraftForDocument } from '../generated/proposals/draft';
import { useT } from '../i18n/useT';
import { Loaded } from '../ui/Loaded';
import { NotFound } from '../ui/NotFound';
import { Page } from '../ui/Page';
import { DraftForm } from './DraftForm';
import { keptDraft, type Draft } from './keptDraft';
import './proposals.css';

export default function DraftProposalPage() {
  const { slug, id } = useParams();
  return id ? <GoOn id={id} /> : <Begin slug={slug ?? ''} />;
}

function Begin({ slug }: { slug: string }) {
  const read = useQuery(DraftForDocument, { variables: { slug } });
  const first = keptDraft(localStorage, slug) ?? {
    id: crypto.randomUUID(),
    kind: 'ORDINARY',
    title: '',
    text: '',
    payload: {},
  };
  return (
    <Loaded read={read} pick={({ body }) => body}>
      {(body) => <Write body={body} first={first} about={slug} saved={false} />}
    </Loaded>
  );
}

/** Ids of the API are "Proposal_<uuid>"; the draft's own key is the uuid in it. */
const uuidOf = (id: string) => id.slice(id.indexOf('_') + 1);

function GoOn({ id }: { id: string }) {
  const read = useQuery(DraftDocument, { variables: { id } });
  return (
    <Loaded read={read} pick={({ proposal }) => proposal}>
      {(motion) => {
        if (motion.state !== 'DRAFT') return <NotFound />;
        const { kind, title, text, payload } = motion;
        const first = keptDraft(localStorage, id) ?? { id: uuidOf(motion.id), kind, title, text, payload };
        return <Write body={motion.body} first={first} about={id} saved />;
      }}
    </Loaded>
  );
}

interface Props {
  body: { id: string; slug: string; name: string; kind: string };
  first: Draft;
  about: string;
  saved: boolean;
}

function Write({ body, first, about, saved }: Props) {
  const t = useT();
  return (
    <Page
      title={t('proposals.newTitle', { body: body.name })}
      kicker={<Link to={`/b/${body.slug}`}>{body.name}</Link>}
      facts={
        <p>
          <Link to={`/b/${body.slug}/rules#motions`}>{t('proposals.rulesForMotions')}</Link>
        </p>
      }
    >
      <DraftForm key={first.id} {...{ body, first, about, saved }} />
    </Page>
  );
}
