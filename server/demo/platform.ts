// The founding platform of the demonstration: what its members agree on, and what each declares on joining.
import type { PlatformClauseTable } from '../database/tables.js';

type Clause = Pick<PlatformClauseTable, 'key' | 'kind' | 'heading' | 'text'>;

const principle = (key: string, heading: string, text: string): Clause => ({ key, kind: 'PRINCIPLE', heading, text });
const objective = (key: string, heading: string, text: string): Clause => ({ key, kind: 'OBJECTIVE', heading, text });
const demand = (key: string, heading: string, text: string): Clause => ({ key, kind: 'DEMAND', heading, text });
const strategy = (key: string, heading: string, text: string): Clause => ({ key, kind: 'STRATEGY', heading, text });
const declaration = (key: string, heading: string, text: string): Clause => ({
  key,
  kind: 'DECLARATION',
  heading,
  text,
});
const criterion = (key: string, heading: string, text: string): Clause => ({
  key,
  kind: 'SUPPORT_CRITERION',
  heading,
  text,
});

export const foundingPlatform: Clause[] = [
  principle(
    'from-below',
    'Power comes from below',
    'Members decide in their Local Groups. Every higher body carries out what the groups have decided and answers to them.',
  ),
  principle(
    'mutual-aid',
    'Mutual aid',
    'We look after one another first and ask no thanks. Nobody is left to face an employer, a landlord or a court alone.',
  ),
  principle(
    'one-member-one-voice',
    'One member, one voice',
    'Each member counts once, whatever their trade, papers, language or means. Offices are duties with an end, not ranks.',
  ),
  principle(
    'free-association',
    'Free association',
    'A group joins by its own decision and may leave by its own decision, with its records.',
  ),
  principle(
    'no-masters',
    'Independence',
    'We belong to no party, church, firm or state, and we take no money that comes with orders.',
  ),
  objective(
    'organised-workplaces',
    'Organised workplaces',
    'A committee in every workplace where a member earns a living, able to act without asking anybody above.',
  ),
  objective(
    'housed-and-fed',
    'Housed and fed',
    'No member evicted, no member hungry, in any town that has a Local Group.',
  ),
  objective(
    'a-continent-linked',
    'A continent linked',
    'Groups within a day’s travel of each other know each other’s disputes and can answer a call within a week.',
  ),
  demand('thirty-hours', 'Thirty hours, no loss of pay', 'Thirty hours a week for everybody, with the wage of forty.'),
  demand(
    'right-to-strike',
    'The right to strike',
    'No court order, no permit and no notice stands between workers and stopping work.',
  ),
  demand(
    'open-borders-for-workers',
    'Rights without papers',
    'Every worker has every right of a worker, wherever they were born.',
  ),
  strategy(
    'slow-and-many',
    'Slowly and with many',
    'We act when most of those concerned are ready to, and we spend our time making most of them ready.',
  ),
  strategy(
    'solidarity-days',
    'Solidarity days',
    'Once a month all groups act on one theme, each in its own way, and report what came of it.',
  ),
  declaration('not-an-employer', 'I employ nobody', 'I do not live from the work of others whom I hire.'),
  declaration(
    'no-power-to-fire',
    'I have no power to hire or fire',
    'I am not a manager who can hire, discipline or dismiss.',
  ),
  declaration('not-police', 'I am not police', 'I work for no police force, border force, prison or private guard.'),
  declaration('not-a-landlord', 'I am not a landlord', 'I let no dwelling for profit.'),
  criterion(
    'serves-workers',
    'It serves workers directly',
    'What we support does something for working people now, in a way they can see.',
  ),
  criterion(
    'runs-itself',
    'It runs itself',
    'Those it concerns decide in it; it is nobody’s business and nobody’s career.',
  ),
  criterion(
    'aids-no-boss',
    'It aids no employer or landlord',
    'It takes no part in breaking strikes, evicting people or informing on them.',
  ),
];
