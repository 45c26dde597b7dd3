// A section of a rule book in sentences, each with the data it is made from.
import type { EffectiveRules } from './effectiveRules.js';
import { electionSectionSentences } from './electionSentences.js';
import { ruleSentences } from './ruleSentences.js';
import { decisionKinds, type DecisionKind, type Rules, type SectionKey } from './schema.js';
import { count, type Sentence } from './words.js';

const days = (n: number) => count(n, 'day');

const speak: { [Key in Exclude<SectionKey, 'decisions'>]: (rules: Rules[Key]) => Sentence[] } = {
  motions: ({ secondsNeeded, secondWithinDays, debateDays, votingDays }) => [
    secondsNeeded === 0
      ? { key: 'motions.noSecond', values: {}, text: 'A motion needs no second.' }
      : {
          key: 'motions.seconds',
          values: { count: secondsNeeded, days: secondWithinDays },
          text: `A motion needs ${count(secondsNeeded, 'second')} within ${days(secondWithinDays)}, or it lapses.`,
        },
    debateDays === 0
      ? { key: 'motions.noDebate', values: {}, text: 'Its poll may open as soon as it is in debate.' }
      : {
          key: 'motions.debate',
          values: { days: debateDays },
          text: `It is debated for ${days(debateDays)} before its poll opens.`,
        },
    { key: 'motions.voting', values: { days: votingDays }, text: `A poll is open for ${days(votingDays)}.` },
  ],
  standing: ({ duesGraceDays }) => [
    {
      key: 'standing.dues',
      values: { days: duesGraceDays },
      text: `Dues may be owed for up to ${days(duesGraceDays)} without loss of the vote.`,
    },
  ],
  dues: ({ reminderDays, lapseDays, remitEvery, remitWithinDays }) => [
    reminderDays.length === 0
      ? { key: 'dues.noReminder', values: {}, text: 'Nobody is reminded of dues that are open.' }
      : {
          key: 'dues.reminders',
          values: { days: reminderDays.join(', '), count: reminderDays.length },
          text: `A member is kindly reminded ${reminderDays.join(' and ')} days after dues fall due.`,
        },
    lapseDays === null
      ? { key: 'dues.noLapse', values: {}, text: 'A membership does not lapse because dues are owed.' }
      : {
          key: 'dues.lapse',
          values: { days: lapseDays },
          text: `A membership lapses ${days(lapseDays)} after dues fall due, and comes back on the day they are paid.`,
        },
    {
      key: 'dues.remit',
      values: { every: remitEvery, days: remitWithinDays },
      text: `What was collected for the bodies above is passed up every ${remitEvery.toLowerCase()}, within ${days(remitWithinDays)} of its end.`,
    },
  ],
  roll: ({ challengeDays }) => [
    challengeDays === 0
      ? { key: 'roll.noChallenge', values: {}, text: 'The roll of a poll is final once it opens.' }
      : {
          key: 'roll.challenge',
          values: { days: challengeDays, hours: challengeDays * 24 },
          text: `The roll of a poll may be challenged for ${days(challengeDays)} after it opens.`,
        },
  ],
  platform: ({ reacceptDays }) => [
    {
      key: 'platform.reaccept',
      values: { days: reacceptDays },
      text: `After a change of the platform members have ${days(reacceptDays)} to accept the new version.`,
    },
  ],
  elections: electionSectionSentences,
};

const kindWords: Record<DecisionKind, string> = {
  DEFAULT: 'Any motion that is not named below',
  ORDINARY: 'An ordinary motion',
  ADOPT_PLATFORM: 'Adopting a platform',
  ADOPT_RULE_BOOK: 'Adopting a rule book',
  AFFILIATE_BODY: 'Affiliating a body',
  OPEN_ELECTION: 'Calling an election',
  SET_DUES: 'Setting dues',
  SET_SPLIT: 'Dividing dues between the levels',
  AUTHORISE_SPENDING: 'Authorising spending',
  MANDATE: 'What a body tells the one above, in a poll of its own',
};

/** `nameOf` names the body a rule comes from, where one kind of decision is inherited and another is not. */
export function sectionSentences(
  key: SectionKey,
  effective: EffectiveRules,
  nameOf: (bodyId: string) => string,
): Sentence[] {
  const { rules, source } = effective;
  if (key !== 'decisions') return (speak[key] as (rules: unknown) => Sentence[])(rules[key]);
  return decisionKinds.flatMap((kind) => {
    const rule = rules.decisions[kind];
    const from = source[`decisions.${kind}`];
    if (!rule || !from) return [];
    return [
      kindSentence(
        kind,
        from.ruleBookId === source.decisions.ruleBookId ? null : { body: nameOf(from.bodyId), version: from.version },
      ),
      ...ruleSentences(rule),
    ];
  });
}

function kindSentence(kind: DecisionKind, from: { body: string; version: number } | null): Sentence {
  return from
    ? {
        key: 'decisions.kindFrom',
        values: { kind, ...from },
        text: `${kindWords[kind]} (${from.body}, rule book ${from.version}):`,
      }
    : { key: 'decisions.kind', values: { kind }, text: `${kindWords[kind]}:` };
}
