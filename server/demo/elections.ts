// The elections of the demonstration: Portland has elected its delegates, Cascadia is electing its Auditors and anybody
// there can try, and in Tacoma nominations are open.
import type { Acts, Who } from './acts.js';
import { ElectionActs, type Contest, type Stands } from './electionActs.js';
import type { Step } from './story.js';

const step = (ago: number, happen: (elections: ElectionActs) => Promise<unknown>): Step => ({
  ago,
  happen: (acts: Acts) => happen(new ElectionActs(acts)),
});
const times = (n: number, paper: string): string[] => Array<string>(n).fill(paper);

const delegates: Contest = { key: 'delegates of portland', body: 'portland', office: 'DELEGATE', officeIn: 18 };
const forDelegate: Stands[] = [
  { letter: 'a', who: ['portland', 30], statement: 'I have driven the night bus for eleven years and speak at every meeting anyway. **I vote as you tell me**, and I report the same week.' },
  { letter: 'b', who: ['portland', 31], statement: 'Nurse, two children, no car. I will go to Cascadia by train and bring back the minutes in plain words.' },
  { letter: 'c', who: ['portland', 32], statement: 'We need somebody from the warehouses up there. I know every shift by name.' },
  { letter: 'd', who: ['portland', 33], statement: 'I ran the phone tree in the rent strike. Ask me hard questions before you rank me.' },
  { letter: 'e', who: ['portland', 34], statement: 'Retired printer. I have the time the others do not have.' },
  { letter: 'f', who: ['portland', 35], statement: '' },
]; // prettier-ignore

/** Fifty papers: the surplus of one and the preferences of those who go out decide the third place. */
const onScreens = [
  ...times(8, 'a>c>b'),
  ...times(5, 'a>d'),
  ...times(3, 'a>b>e'),
  ...times(7, 'b>e>c'),
  ...times(2, 'b'),
  ...times(6, 'c>a>f'),
  ...times(5, 'd>c'),
  ...times(3, 'e>b>d'),
  ...times(2, 'e>d'),
  ...times(2, 'f>e>c'),
  'f>c',
  'BLANK',
];
const onPaper = ['a>c>b', 'a>c>b', 'b>e>c', 'c>a>f', 'd>c'];
const atTheMeeting: Who[] = [50, 51, 52, 53, 54].map((which): Who => ['portland', which]);
const tellers: Who[] = [
  ['portland', 3],
  ['portland', 4],
];

const portland: Step[] = [
  step(34.6, (elections) => elections.call(['portland', 2], delegates)),
  step(34, async (elections) => {
    for (const one of forDelegate.slice(0, 4)) await elections.stand(delegates.key, one);
  }),
  step(33, (elections) => elections.nominate(delegates.key, ['portland', 36], forDelegate[4]!.who)),
  step(32, async (elections) => {
    await elections.accept(delegates.key, forDelegate[4]!);
    await elections.stand(delegates.key, forDelegate[5]!);
  }),
  step(29.5, (elections) => elections.open(delegates.key)),
  ...[29, 28, 27, 26].map((ago, at) =>
    step(ago, (elections) =>
      elections.vote(delegates.key, forDelegate, onScreens, [at / 4, (at + 1) / 4], atTheMeeting),
    ),
  ),
  step(25.5, (elections) => elections.votePapers(delegates.key, atTheMeeting, tellers, forDelegate, onPaper)),
  step(24.3, (elections) => elections.close(delegates.key)),
];

const auditors: Contest = { key: 'auditors of cascadia', body: 'cascadia', office: 'AUDITOR', officeIn: 40 };
const forAuditor: Stands[] = [
  { letter: 'a', who: ['tacoma', 16], statement: 'Bookkeeper by day. I read every line, and I ask once more.' },
  { letter: 'b', who: ['portland', 40], statement: 'What comes in, what goes out, to whom: on one page, every quarter, for everybody.' },
  { letter: 'c', who: ['victoria', 9], statement: 'Trésorière d’une coopérative pendant six ans. Les comptes doivent pouvoir se lire à voix haute.' },
  { letter: 'd', who: ['portland', 41], statement: 'I have never audited anything. I think those who pay should see that it can be learnt.' },
]; // prettier-ignore

const cascadia: Step[] = [
  step(13, (elections) => elections.call(['tacoma', 5], auditors)),
  step(12, async (elections) => {
    for (const one of forAuditor) await elections.stand(auditors.key, one);
  }),
  step(5.5, (elections) => elections.open(auditors.key, ['tacoma', 5], 16)),
  ...[4, 2.2, 0.8].map((ago, at) =>
    step(ago, (elections) =>
      elections.vote(
        auditors.key,
        forAuditor,
        [...times(9, 'a>c'), ...times(7, 'b>d'), ...times(6, 'c>a>b'), ...times(5, 'd>b'), ...times(4, 'b>a')],
        [at / 3, (at + 1) / 3],
        [['tacoma', 8], ['tacoma', 0], ['tacoma', 1], ['tacoma', 5], ['tacoma', 13], ['portland', 9]], // prettier-ignore
      ),
    ),
  ),
];

const forTacoma: Contest = {
  key: 'delegates of tacoma',
  body: 'tacoma',
  office: 'DELEGATE',
  officeIn: 45,
  nominationDays: 16,
};
const tacoma: Step[] = [
  step(2.4, (elections) => elections.call(['tacoma', 0], forTacoma)),
  step(1.9, (elections) =>
    elections.stand(forTacoma.key, {
      letter: 'a',
      who: ['tacoma', 18],
      statement: 'I went to the last congress on my own money and would go again on yours.',
    }),
  ),
  step(1.6, (elections) => elections.nominate(forTacoma.key, ['tacoma', 9], ['tacoma', 8])),
];

export const electionSteps: Step[] = [...portland, ...cascadia, ...tacoma];
