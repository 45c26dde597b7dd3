// What happened in the demonstration, from about six weeks ago until this morning, in the order in which it happened.
import type { Acts, Who } from './acts.js';
import { localGroups, motion7 } from './bodies.js';
import { electionSteps } from './elections.js';
import * as motions from './motions.js';
import { LATE_DAYS, LATE_GROUP, treasurySteps } from './treasury.js';

export interface Step {
  /** Days before now. */
  ago: number;
  happen(acts: Acts): Promise<unknown>;
}

const federationSecretary: Who = ['baltimore', 7];
/** Those one can sign in as keep their ballots for whoever does. */
const apart: Who[] = [
  ['tacoma', 8],
  ['tacoma', 0],
  ['tacoma', 5],
  ['portland', 9],
  ['duluth', 4],
  ['baltimore', 7],
];

const step = (ago: number, happen: Step['happen']): Step => ({ ago, happen });
const votes = (
  key: string,
  ballots: Record<string, readonly number[]>,
  days: readonly number[],
  kept: readonly Who[] = [],
): Step[] =>
  days.map((ago, i) => step(ago, (acts) => acts.vote(key, ballots, i / days.length, (i + 1) / days.length, kept)));

/** The year is charged, and each Treasurer enters what came in, one group after another. */
const dues: Step[] = [
  step(44.9, (acts) => acts.chargeDues()),
  ...[44, 40, 36].map((ago, third) =>
    step(ago, (acts) =>
      Promise.all(
        localGroups
          .filter((_group, i) => i % 3 === third)
          .map(({ slug, members }) =>
            acts.collect(slug, members, [slug, 1], slug === LATE_GROUP ? LATE_DAYS.map((day) => day + ago) : undefined),
          ),
      ),
    ),
  ),
  step(43.5, (acts) =>
    acts.askForWaiver(
      ['portland', 'unaccepted'],
      'The yard has sent us home until spring. I will pay again when it opens.',
    ),
  ),
  step(42.5, (acts) => acts.waive(['portland', 'unaccepted'], ['portland', 1], 240)),
];

const strikeFund: Step[] = [
  step(40, (acts) => acts.move(['tacoma', 9], motions.motion7Text)),
  step(39, (acts) => acts.second('motion 7', ['hamilton', 8], ['toledo', 6])),
  step(37, async (acts) => {
    const asked = await acts.comment(
      'motion 7',
      ['portland', 20],
      'One hour’s wage is little for some of us and a day’s food for others. Could a group ask less of those who earn least?',
    );
    await acts.comment(
      'motion 7',
      ['tacoma', 9],
      'A group can always grant a waiver; the text leaves that where it is. I would second an amendment that says so.',
      true,
      asked,
    );
  }),
  step(35, (acts) =>
    acts.comment(
      'motion 7',
      ['tampico', 11],
      'El texto llegó tarde y sólo en inglés. Muchas compañeras no lo han leído todavía.',
      true,
    ),
  ),
  step(30, (acts) => acts.openPoll('motion 7', federationSecretary)),
  ...votes('motion 7', motion7, [29.5, 29, 28, 27, 26, 25, 24, 23.2]),
  step(22.9, (acts) => acts.close('motion 7')),
];

const saturdayKitchen: Step[] = [
  step(21, (acts) => acts.move(['tacoma', 7], motions.kitchen)),
  step(20, (acts) => acts.second('kitchen', ['tacoma', 10], ['tacoma', 11])),
  step(18, (acts) =>
    acts.comment('kitchen', ['tacoma', 12], 'I can bring the big pots back from my brother’s. Who has a van?', true),
  ),
  step(12.5, (acts) => acts.openPoll('kitchen', ['tacoma', 2])),
  ...votes('kitchen', { tacoma: [16, 3, 1] }, [12, 10, 7]),
  step(5.4, (acts) => acts.close('kitchen')),
];

const openNow: Step[] = [
  step(14, (acts) => acts.move(['tampico', 11], motions.translation)),
  step(13.5, (acts) => acts.second('translation', ['victoria', 8], ['halifax', 9])),
  step(12.2, (acts) =>
    acts.comment(
      'translation',
      ['halifax', 9],
      'Chez nous, la moitié des procès-verbaux attendent encore d’être traduits. Il faut aussi nommer qui le fait.',
      true,
    ),
  ),
  step(5.2, (acts) => acts.openPoll('translation', federationSecretary, 14)),
  ...votes(
    'translation',
    {
      tacoma: [7, 2, 0],
      portland: [14, 5, 1],
      victoria: [4, 0, 0],
      detroit: [9, 6, 0],
      hamilton: [5, 1, 0],
      worcester: [3, 1, 0],
      halifax: [6, 0, 0],
      baltimore: [8, 9, 1],
      tampico: [15, 0, 0],
      mobile: [2, 1, 0],
    },
    [4.5, 3, 1.5],
    apart,
  ),
  step(11, (acts) => acts.move(['portland', 12], motions.building)),
  step(10.5, (acts) => acts.second('building', ['portland', 13], ['portland', 14], ['portland', 15])),
  step(4.8, (acts) => acts.openPoll('building', ['portland', 2], 14)),
  ...votes('building', { portland: [11, 8, 2] }, [4, 2], apart),
  step(12, (acts) => acts.move(['duluth', 6], motions.boat)),
  step(11.5, (acts) => acts.second('boat', ['duluth', 0], ['duluth', 2])),
  step(4.2, (acts) => acts.openPoll('boat', ['duluth', 2], 14)),
  step(1, (acts) => acts.count('boat', ['duluth', 3], { FOR: 5, AGAINST: 1, ABSTAIN: 0 }, 7)),
];

const beforeUs: Step[] = [
  step(6, (acts) => acts.move(['detroit', 12], motions.congress)),
  step(5, (acts) => acts.second('congress', ['duluth', 6], ['mobile', 7])),
  step(3.5, (acts) =>
    acts.comment('congress', ['mobile', 7], 'Three days by bus from here. If the fares are shared, gladly.', true),
  ),
  step(2.5, (acts) =>
    acts.comment('congress', ['tucson', 3], 'We may not vote yet, but we would come: six of us and a guitar.', true),
  ),
  step(3, (acts) => acts.move(['baltimore', 14], motions.rent)),
  step(2, (acts) => acts.second('rent', ['worcester', 9])),
  step(4, (acts) => acts.move(['tampico', 14], motions.affiliation)),
  step(3.2, (acts) => acts.second('affiliation', ['mobile', 3], ['tampico', 15])),
];

export const story: Step[] = [
  ...dues,
  ...strikeFund,
  ...saturdayKitchen,
  ...openNow,
  ...beforeUs,
  ...electionSteps,
  ...treasurySteps,
].sort((a, b) => b.ago - a.ago);
