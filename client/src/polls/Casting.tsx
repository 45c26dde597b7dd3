/**
 * Casting one ballot, whatever is marked on it: the mark stays on the device until the receipt has come, the same id is
 * used however often the line breaks, and nothing is called recorded before the server has signed for it.
 */
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { useDeed } from '../api/useDeed';
import { CastBallotDocument, type PollHereFragment } from '../generated/polls/ballot';
import { useT } from '../i18n/useT';
import { Deadline } from '../ui/Deadline';
import { PrimaryAction } from '../ui/PrimaryAction';
import { Outcome } from '../ui/Refused';
import { Countdown } from './Countdown';
import { keepMark, keepReceipt, keptMark, keptReceipts, type KeptReceipt } from './keptBallot';
import { Receipt } from './Receipt';
import { useRetry } from './useRetry';

interface Props {
  poll: PollHereFragment;
  onOver: () => void;
  /** What is said of a ballot that is recorded, in words; null where it cannot be told. */
  recordedAs: (choice: string) => ReactNode;
  /** What is said where nothing is marked yet. */
  unmarked: string;
  /** Where the ballot is marked; null means nothing is. */
  children: (choice: string | null, choose: (choice: string | null) => void) => ReactNode;
}

export function Casting({ poll, onOver, recordedAs, unmarked, children }: Props) {
  const t = useT();
  const formId = useId();
  const cast = useDeed(CastBallotDocument, `castBallot:${poll.id}`, 'id');
  const recorded = poll.viewer?.ballot ?? null;
  const [choice, setChoice] = useState(() => keptMark(sessionStorage, poll.id) ?? recorded?.choice ?? null);
  const [held, setHeld] = useState<KeptReceipt | null>(() => keptReceipts(localStorage, poll.id).at(-1) ?? null);
  const [kept, setKept] = useState(true);
  const [missing, setMissing] = useState(false);
  const [unsent, setUnsent] = useState(() => keptMark(sessionStorage, poll.id) !== null);

  const choose = (next: string | null) => {
    setChoice(next);
    setMissing(false);
    setUnsent(true);
    keepMark(sessionStorage, poll.id, next);
    cast.clear();
  };
  const send = async () => {
    if (choice === null) return setMissing(true);
    const receipt = await cast.run({ pollId: poll.id, choice });
    if (!receipt) return;
    keepMark(sessionStorage, poll.id, null);
    setUnsent(false);
    const next: KeptReceipt = {
      pollId: poll.id,
      pollTitle: poll.title,
      ballotId: receipt.id,
      recordId: receipt.recordId,
      castAt: receipt.castAt,
      acknowledgement: receipt.acknowledgement,
      nonce: receipt.nonce,
      choice: poll.secret ? null : receipt.choice,
    };
    setKept(keepReceipt(localStorage, next));
    setHeld(next);
  };
  useRetry(cast.fault, () => void send());
  const lost = cast.fault !== null && (cast.fault.kind === 'offline' || cast.fault.kind === 'away');
  const answer = useRef<HTMLDivElement>(null);
  // What came of it is brought into view: on a phone it may lie under the bar with the button.
  useEffect(() => {
    if (cast.refusal || cast.done) answer.current?.scrollIntoView({ block: 'center' });
  }, [cast.refusal, cast.done]);

  const same = recorded !== null && recorded.choice === choice && !unsent;
  const says = recorded?.choice == null ? null : recordedAs(recorded.choice);
  return (
    <>
      <form
        id={formId}
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        {children(choice, choose)}
        <p className="small quiet">{t(poll.secret ? 'polls.confidential' : 'polls.open')}</p>
        <p className="wrong-line" role="alert">
          {missing ? unmarked : ''}
        </p>
        <div role="status" ref={answer}>
          {recorded && !unsent && !cast.fault && (
            <p className="told">
              <strong>{t('polls.recorded')}</strong> {says} {t('polls.canChange')}{' '}
              <Deadline at={poll.closesAt} now={poll.now} />.
            </p>
          )}
          {recorded && unsent && !cast.fault && <p className="told">{t('polls.changedNotCast')}</p>}
          {lost && <p className="visually-hidden">{t('polls.notSent')}</p>}
        </div>
        {!lost && <Outcome deed={cast} />}
        {!same && (
          <PrimaryAction
            type="submit"
            form={formId}
            busy={cast.busy}
            note={
              lost ? (
                <span aria-hidden="true">{t('polls.notSent')}</span>
              ) : (
                <Countdown closesAt={poll.closesAt} now={poll.now} onOver={onOver} />
              )
            }
          >
            {t(recorded ? 'polls.castAgain' : 'polls.cast')}
          </PrimaryAction>
        )}
      </form>
      {held && recorded && <Receipt receipt={held} kept={kept} />}
    </>
  );
}
