// What is due, in the order it presses: late, today, this week, later, and last what has no deadline.
import { calendarDays } from '../ui/deadlineWords';

export type DueGroupKey = 'late' | 'today' | 'week' | 'later' | 'open';

export interface WithDeadline {
  deadline: string | null;
}

function groupOf(due: WithDeadline, now: Date): DueGroupKey {
  if (due.deadline === null) return 'open';
  const at = new Date(due.deadline);
  if (at <= now) return 'late';
  const days = calendarDays(now, at);
  if (days === 0) return 'today';
  return days < 7 ? 'week' : 'later';
}

export function dueGroups<Due extends WithDeadline>(
  dues: readonly Due[],
  now: Date,
): { key: DueGroupKey; dues: Due[] }[] {
  const sorted = [...dues].sort((a, b) => (a.deadline ?? '9').localeCompare(b.deadline ?? '9'));
  const keys: DueGroupKey[] = ['late', 'today', 'week', 'later', 'open'];
  return keys
    .map((key) => ({ key, dues: sorted.filter((due) => groupOf(due, now) === key) }))
    .filter((group) => group.dues.length > 0);
}
