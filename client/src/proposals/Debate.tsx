/** The debate on a motion, in threads. Names stay in the Local Group unless their owner signs a comment with it. */
import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useDeed } from '../api/useDeed';
import { DebateDocument, WithdrawCommentDocument, type CommentHereFragment } from '../generated/proposals/comments';
import type { ProposalHereFragment } from '../generated/proposals/proposal';
import { useT } from '../i18n/useT';
import { Button } from '../ui/Button';
import { Empty } from '../ui/Empty';
import { Loaded } from '../ui/Loaded';
import { Outcome } from '../ui/Refused';
import { When } from '../ui/When';
import { CommentForm } from './CommentForm';
import { threads, type Thread } from './threads';

export function Debate({ motion }: { motion: ProposalHereFragment }) {
  const t = useT();
  const read = useQuery(DebateDocument, { variables: { id: motion.id, first: 100 } });
  const may = motion.viewerCan.includes('addComment');
  const again = () => void read.refetch();
  return (
    <section id="debate">
      <h2>
        {t('proposals.debate')} <span className="count">{motion.commentCount}</span>
      </h2>
      <Loaded part read={read} pick={({ proposal }) => proposal?.comments}>
        {({ edges, pageInfo }) => (
          <>
            {edges.length === 0 && <Empty>{t('proposals.noComments')}</Empty>}
            <Threads list={threads(edges.map(({ node }) => node))} {...{ motion, may, again }} className="debate" />
            {pageInfo.hasNextPage && (
              <p>
                <Button onPress={() => void read.fetchMore({ variables: { after: pageInfo.endCursor } })}>
                  {t('proposals.moreComments')}
                </Button>
              </p>
            )}
          </>
        )}
      </Loaded>
      {may && <CommentForm motion={motion} parentId={null} onDone={again} />}
    </section>
  );
}

interface Around {
  motion: ProposalHereFragment;
  may: boolean;
  again: () => void;
}

function Threads({ list, className, ...around }: Around & { list: Thread<CommentHereFragment>[]; className?: string }) {
  if (list.length === 0) return null;
  return (
    <ol className={className}>
      {list.map(({ comment, answers }) => (
        <li key={comment.id}>
          <OneComment comment={comment} {...around} />
          <Threads list={answers} {...around} />
        </li>
      ))}
    </ol>
  );
}

function OneComment({ comment, motion, may, again }: Around & { comment: CommentHereFragment }) {
  const t = useT();
  const [answering, setAnswering] = useState(false);
  const withdraw = useDeed(WithdrawCommentDocument, `withdrawComment:${comment.id}`, 'idempotencyKey');
  const who = comment.authorName
    ? t('proposals.who', { name: comment.authorName, body: comment.authorBody.name })
    : t('proposals.whoMember', { body: comment.authorBody.name });
  return (
    <>
      <p className="who">
        {comment.mine ? t('proposals.you') : who} · <When at={comment.at} withTime />
      </p>
      {comment.text === null ? (
        <p className="quiet">{t('proposals.withdrawnComment')}</p>
      ) : (
        <p className="said">{comment.text}</p>
      )}
      <p className="row-buttons">
        {may && comment.text !== null && !answering && (
          <button type="button" className="button plain" onClick={() => setAnswering(true)}>
            {t('proposals.answer')}
          </button>
        )}{' '}
        {comment.mine && comment.text !== null && (
          <button type="button" className="button plain" onClick={() => void withdraw.run({ commentId: comment.id })}>
            {t('proposals.withdrawComment')}
          </button>
        )}
      </p>
      <Outcome deed={withdraw} />
      {answering && (
        <CommentForm
          motion={motion}
          parentId={comment.id}
          onDone={() => {
            setAnswering(false);
            again();
          }}
        />
      )}
    </>
  );
}
