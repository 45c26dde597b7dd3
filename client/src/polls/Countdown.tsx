/** How long a poll is still open, by the database's clock; in its last hour it counts the minutes and seconds. */
import { useEffect, useRef } from 'react';
import { useT } from '../i18n/useT';
import { Deadline } from '../ui/Deadline';
import { timeLeft } from './timeLeft';
import { useServerClock } from './useServerClock';

export function Countdown({ closesAt, now, onOver }: { closesAt: string; now: string; onOver?: () => void }) {
  const t = useT();
  const time = useServerClock(now);
  const left = timeLeft(time, new Date(closesAt));
  const told = useRef(false);
  useEffect(() => {
    if (left !== null || told.current) return;
    told.current = true;
    onOver?.();
  }, [left, onOver]);
  if (left === null) return <span>{t('polls.timeIsUp')}</span>;
  return (
    <span>
      {t('polls.closes')} <Deadline at={closesAt} now={time.toISOString()} />
      {left.hours === 0 && (
        <span className="num" role="timer">
          {' '}
          · {left.minutes}:{String(left.seconds).padStart(2, '0')}
        </span>
      )}
    </span>
  );
}
