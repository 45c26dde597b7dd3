// When something is due, in words, and in which order what is due stands on the first page.
import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createIntl } from 'react-intl';
import { dueGroups } from '../../client/src/home/dueGroups';
import { deadlineSentence } from '../../client/src/ui/Deadline';
import { calendarDays, minutesLeft, nearness } from '../../client/src/ui/deadlineWords';

const at = (day: number, hour: number, minute = 0) => new Date(2026, 10, day, hour, minute);
const now = at(21, 10);

describe('how near a deadline is', () => {
  test.each([
    ['past once its instant has come', at(21, 10), 'past'],
    ['soon within the hour', at(21, 10, 59), 'soon'],
    ['today until midnight', at(21, 23, 59), 'today'],
    ['tomorrow from midnight on, though hours away', at(22, 0), 'tomorrow'],
    ['this week up to six days off', at(27, 23), 'week'],
    ['later from the seventh day', at(28, 0), 'later'],
  ] as const)('%s', (_, deadline, expected) => {
    expect(nearness(deadline, now)).toBe(expected);
  });

  test('days are those of the calendar, not of 24 hours', () => {
    expect(calendarDays(at(21, 23, 59), at(22, 0))).toBe(1);
    expect(calendarDays(at(21, 0), at(21, 23, 59))).toBe(0);
  });

  test('the last minute is told as one, never as none', () => {
    expect(minutesLeft(new Date(now.getTime() + 20_000), now)).toBe(1);
  });
});

test('a deadline is told by weekday within the week and by date after it', () => {
  const messages = JSON.parse(readFileSync(join(process.cwd(), 'client/src/i18n/en.json'), 'utf8')) as Record<
    string,
    string
  >;
  const intl = createIntl({ locale: 'en-GB', messages });
  expect(deadlineSentence(intl, at(25, 18).toISOString(), now)).toBe('Wednesday 18:00');
  expect(deadlineSentence(intl, at(30, 18).toISOString(), now)).toBe('30 November, 18:00');
  expect(deadlineSentence(intl, new Date(2027, 0, 3, 18).toISOString(), now)).toBe('3 January 2027, 18:00');
});

test('what is due stands late first, then by its deadline, and last what has none', () => {
  const dues = [
    { what: 'whenever', deadline: null },
    { what: 'next month', deadline: new Date(2026, 11, 20).toISOString() },
    { what: 'tonight', deadline: at(21, 22).toISOString() },
    { what: 'overdue', deadline: at(20, 9).toISOString() },
    { what: 'noon', deadline: at(21, 12).toISOString() },
  ];
  expect(dueGroups(dues, now).map(({ key, dues: group }) => [key, group.map(({ what }) => what)])).toEqual([
    ['late', ['overdue']],
    ['today', ['noon', 'tonight']],
    ['later', ['next month']],
    ['open', ['whenever']],
  ]);
});

test('nothing due makes no groups', () => {
  expect(dueGroups([], now)).toEqual([]);
});
