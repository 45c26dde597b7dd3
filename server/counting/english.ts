/**
 * The English of every sentence about a decision, by key. A name in braces is a value of the sentence; the client words the
 * same keys in other languages.
 */
export const english = {
  'rule.members': 'Members decide: the ballots of all bodies are counted together',
  'rule.groups.bloc': 'Bodies decide: each puts its whole weight on the side its own poll took',
  'rule.groups.split': 'Bodies decide: each divides its weight as its own poll was divided',
  'weight.GIVEN': 'Each body has the votes assigned to it',
  'weight.EQUAL': 'Each body has one vote',
  'weight.PER_CAPITA': 'Each body has one vote for every member in good standing',
  'weight.SQUARE_ROOT':
    'Each body has the whole number of votes nearest to the square root of its members in good standing',
  'weight.BANDS': 'Each body has votes by its members in good standing: {bands}',
  'weight.APPORTIONED':
    '{seats} votes are apportioned by members in good standing, method {method}, at least {minimum} for each body',
  'weight.cap': 'No body has more than {cap} of all votes',
  'weight.held': 'The cap holds {bodies} at {limit} of {total} votes',
  'weight.levelled':
    'The bodies are too few for the cap, so {bodies} are held at the least weight, {limit} of {total} votes',
  'quorum.rule.electors': 'At least {share} of the roll must take part',
  'quorum.rule.bodies': 'At least {share} of the bodies must take part with a quorate poll',
  'quorum.rule.idle': 'The quorum of bodies is asked only where bodies decide, so not here',
  'threshold.rule.more': 'More than {fraction} of {base} must be {option}',
  'threshold.rule.least': 'At least {fraction} of {base} must be {option}',
  'threshold.rule.most': 'The option with most is chosen',
  'threshold.rule.mostMore': 'The option with most is chosen, if it has more than {fraction} of {base}',
  'threshold.rule.mostLeast': 'The option with most is chosen, if it has at least {fraction} of {base}',
  'second.rule.more': 'By the side each body is on, more than {fraction} of {base} of the bodies must agree as well',
  'second.rule.least': 'By the side each body is on, at least {fraction} of {base} of the bodies must agree as well',
  'body.cast': '{body}: {tally}; casts {cast}',
  'body.mandate': '{body}: {tally}; {outcome} by its own rule; casts {cast}',
  'body.evened': '{body}: equal remainders, so the order {options} decided',
  'body.inquorate.electors': '{body}: {tookPart} took part; at least {needed} needed; an inquorate poll casts nothing',
  'body.inquorate.bodies': '{body}: {tookPart} of its bodies took part; at least {needed} needed; it casts nothing',
  'body.told': '{body}: casts {cast}; its few ballots are published with those of others',
  'body.silent': '{body}: no ballots; it casts nothing',
  'quorum.electors.met': '{tookPart} of {of} electors took part; at least {needed} needed; quorate',
  'quorum.electors.missed': '{tookPart} of {of} electors took part; at least {needed} needed; inquorate',
  'quorum.bodies.met': '{tookPart} of {of} bodies took part; at least {needed} needed; quorate',
  'quorum.bodies.missed': '{tookPart} of {of} bodies took part; at least {needed} needed; inquorate',
  'threshold.more': '{count} of {of} {unit} {option}; more than {needed} needed',
  'threshold.least': '{count} of {of} {unit} {option}; at least {needed} needed',
  'threshold.moreRounded': '{count} of {of} {unit} {option}; more than {needed} needed, that is {least}',
  'threshold.leastRounded': '{count} of {of} {unit} {option}; at least {needed} needed, that is {least}',
  'second.more': 'By the side of each body: {count} of {of} {unit} {option}; more than {needed} needed',
  'second.least': 'By the side of each body: {count} of {of} {unit} {option}; at least {needed} needed',
  'second.moreRounded':
    'By the side of each body: {count} of {of} {unit} {option}; more than {needed} needed, that is {least}',
  'second.leastRounded':
    'By the side of each body: {count} of {of} {unit} {option}; at least {needed} needed, that is {least}',
  'motion.tie': '{count} FOR and {count} AGAINST; a tie does not carry',
  'motion.fewer': '{inFavour} FOR and {against} AGAINST; nothing carries with fewer FOR than AGAINST',
  'choice.most': '{option} has most: {count} of {of} {unit}',
  'choice.tied': '{options} share the most, {count} {unit} each',
  'lens.bodies': 'By bodies: {totals}',
  'lens.bodies.binds': 'By bodies: {totals}; this binds',
  'lens.weight': 'By weight: {totals}',
  'lens.weight.binds': 'By weight: {totals}; this binds',
  'lens.members': 'By members: {totals}',
  'lens.members.binds': 'By members: {totals}; this binds',
  'binding.bodies': 'Bodies bind, because the rule lets each body cast one vote',
  'binding.weight': 'Weight binds, because the rule lets bodies cast the votes they have',
  'binding.members': 'Members bind, because the rule counts their ballots together',
  outcome: 'Outcome: {outcome}',
} as const;

/** Codes that stand as values in sentences: `unit` and `base`. */
export const terms: Readonly<Record<string, string>> = {
  'weight.CAST': 'votes cast',
  'weight.PRESENT': 'votes present',
  'weight.ENTITLED': 'votes entitled',
  'members.CAST': 'ballots cast',
  'members.PRESENT': 'ballots present',
  'members.ENTITLED': 'members entitled',
  'bodies.CAST': 'bodies cast',
  'bodies.PRESENT': 'bodies present',
  'bodies.ENTITLED': 'bodies entitled',
  CAST: 'those cast',
  PRESENT: 'those present',
  ENTITLED: 'all entitled',
};

/** Follows a sentence that rests on a rule with a known place. */
export const citation = '; rule book {ruleBook}, §{section}';
