/** The life of an election as moments on a line: called, nominated, voted, counted, taking office. */
import { useT } from '../i18n/useT';
import type { LinePoint } from '../graphics/YearLine';

interface Times {
  calledAt: string;
  nominationsUntil: string;
  kind: string;
  openedAt: string | null;
  closesAt: string | null;
  endedAt: string | null;
  takesOfficeOn: string | null;
}

export function useElectionTimes(election: Times): LinePoint[] {
  const t = useT();
  const point = (key: string, at: string | null, label: string) => (at === null ? [] : [{ key, at, label }]);
  return [
    ...point('called', election.calledAt, t('election.line.called')),
    ...(election.kind === 'PERSONS' ? point('nominated', election.nominationsUntil, t('election.line.nominated')) : []),
    ...point('opened', election.openedAt, t('election.line.opened')),
    ...point('closes', election.closesAt, t('election.line.closes')),
    ...point('ended', election.endedAt, t('election.line.ended')),
    ...point('office', election.takesOfficeOn, t('election.line.office')),
  ];
}
