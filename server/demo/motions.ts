// The texts of the demonstration's motions.
import type { MotionText } from './acts.js';
import { bodyId } from './found.js';

export const motion7Text: MotionText = {
  key: 'motion 7',
  body: 'federation',
  title: 'A common strike fund',
  text: `## What we decide

1. The Federation keeps a strike fund, fed by one hour's wage a year from every member.
2. A Local Group on strike draws from it as soon as its own members have voted to stop work. Nobody above has to approve.
3. Every quarter the Treasurer tells every member what came in, what went out and to whom.

## Why

In the last two years four groups struck and three of them went home when the rent fell due. Alone none of us can hold out for a month; together we can hold out for a season.`,
};

export const kitchen: MotionText = {
  key: 'kitchen',
  body: 'tacoma',
  title: 'A kitchen at the hall every Saturday',
  text: `Tacoma opens its hall every Saturday from noon and cooks for whoever comes, members or not.

- The cooking is shared by rota; nobody cooks twice in a month against their will.
- What it costs is paid from the group's own money, up to 60 a week, and told at every meeting.
- After three months we decide whether to go on, and put it to Cascadia as something every group could do.`,
};

export const translation: MotionText = {
  key: 'translation',
  body: 'federation',
  title: 'Every text in the languages of our members',
  text: `## What we decide

1. No motion goes to a vote before its text can be read in English, Spanish and French.
2. A Local Group may ask for a further language if five of its members need it; the Federation finds the translators.
3. Whoever translates is thanked by name if they wish, and paid if they have no other income.

## Why

Tampico decided on the strike fund by a text that reached half its members a day before the poll. A vote one cannot read is not a vote.`,
};

export const congress: MotionText = {
  key: 'congress',
  body: 'federation',
  title: 'The next congress meets in Duluth',
  text: `The congress of next summer meets in Duluth, for three days, in the first half of August.

Duluth has the smallest group of all and the cheapest beds. The steelworkers' hall on the lake seats three hundred, and the group there has never had the rest of us as guests.`,
};

export const rent: MotionText = {
  key: 'rent',
  body: 'federation',
  title: 'One demand on rent, in every town',
  text: `We add to our demands: **no rent above a fifth of the wage of those who live in the dwelling.**

Each group brings it forward in its own town and in its own way; in the spring we compare what came of it.`,
};

export const building: MotionText = {
  key: 'building',
  body: 'portland',
  title: 'Leave the office on Alder Street',
  text: `Portland gives notice for the office on Alder Street by the end of the month and meets in the libraries of the four quarters by turns.

The landlord has raised the rent twice in a year, and most of us have never been there. Because some members have the same landlord, we decide this by confidential ballot, as our rule book has it.`,
};

export const boat: MotionText = {
  key: 'boat',
  body: 'duluth',
  title: 'Join the dockers’ winter watch',
  text: 'Duluth takes one night a week of the dockers’ winter watch, from December until the ice is out. We voted by hand at the meeting; two Tellers enter the count, and it stands once they agree.',
};

export const affiliation: MotionText = {
  key: 'affiliation',
  body: 'gulf',
  kind: 'AFFILIATE_BODY',
  payload: { bodyId: bodyId('tucson') },
  title: 'Tucson becomes a Local Group',
  text: 'Tucson has met every fortnight since it began, keeps its own minutes and has six members who have accepted the platform. Gulf affiliates it. Once this is carried Tucson has a vote.',
};
