/**
 * The English of every sentence about a count of marked ballots, by key. A name in braces is a value of the sentence; the
 * client words the same keys in other languages.
 */
export const english = {
  'papers.all': '{valid} papers count',
  'papers.blank': '{valid} papers count; {blank} say nothing that could be counted',
  'rule.plurality': 'Every paper gives one vote, to the candidate it ranks first; the most votes are elected',
  'rule.approval': 'Every paper gives one vote to each candidate it marks; the most votes are elected',
  'rule.score': 'Every paper gives each candidate a score; the highest sums are elected',
  'rule.positional': 'Every paper gives points by rank; the highest sums are elected',
  'rule.schulze':
    'Two by two, every paper counts for the one it ranks higher; whoever nobody beats, straight or by way of others, is elected',
  'rule.consent': 'Each proposal is carried when at least one agrees and nobody blocks',
  'quota.places':
    'Whoever has {quota} votes is elected: the papers divided by {divisor}, one more than the places, and the next whole number',
  'quota.held':
    'Whoever has {quota} votes is elected: what candidates hold together, divided by {divisor}, one more than the places',
  'quota.majority': 'Whoever has more than half of the votes that still count, at least {quota}, is elected',
  first: 'Every paper goes to the candidate it ranks first',
  'surplus.whole':
    'The {surplus} votes of {name} above the quota go on to those their voters ranked next, each at {value} of a vote',
  'surplus.parts':
    'The {surplus} votes of {name} above the quota go on to those their voters ranked next, each at {value} of what it was worth',
  'exclusion.lowest':
    '{name} has fewest votes, {votes}, and is out; each of the papers goes on, at what it is worth, to whom it ranks next',
  'exclusion.constraint':
    'Within the constraints there is no place left for {names}; each of the papers goes on, at what it is worth, to whom it ranks next',
  settled:
    'Every paper is weighed anew, {rounds} times, until each of those elected keeps one quota and the rest of every vote has gone on',
  'settled.keep': '{name} keeps {keep} of each vote that comes; the rest goes on to whom the paper ranks next',
  'settled.lowest': '{name} has fewest votes, {votes}, and is out',
  exhausted: '{votes} votes have nobody left to go to',
  'elected.quota': 'Elected by reaching the quota: {names}',
  'elected.majority': 'Elected by more than half of the votes: {names}',
  'elected.last': 'Elected because no more are left than there are places: {names}',
  'elected.nobody': 'Re-opening nominations takes {places} of the places, and they stay vacant',
  'tie.SURPLUS.HISTORY':
    '{names} had equal votes; {pick} had more at the last stage that tells them apart, and goes first',
  'tie.SURPLUS.LOT': '{names} were equal at every stage; the lot had {pick} go first',
  'tie.EXCLUSION.HISTORY':
    '{names} had equal votes; {pick} had fewer at the last stage that tells them apart, and is out',
  'tie.EXCLUSION.LOT': '{names} were equal at every stage; by the lot {pick} is out',
  'tie.ELECTION.HISTORY':
    '{names} had equal votes; {pick} had more at the last stage that tells them apart, and is elected',
  'tie.ELECTION.LOT': '{names} were equal in everything; by the lot {pick} is elected',
  'tie.ORDER.HISTORY':
    '{names} had equal votes; {pick} had more at the first stage that tells them apart, and is named first',
  'tie.ORDER.LOT': '{names} were equal in everything; by the lot {pick} is named first',
  'tie.RULE': '{names} were equal; by the rule of the method {pick} comes first',
  'beats.papers': '{name} beats {other} by {votes} papers to {against}',
  'beats.path':
    '{name} beats {other} by way of {path}: the weakest step has {strength} papers, and no way back has more than {opposed}',
  'consent.carried': '{name} is carried: {agree} agree, {standAside} stand aside and nobody blocks',
  'consent.blocked': '{name} is not carried: {block} block',
  'consent.none': '{name} is not carried: nobody agrees',
  'outcome.unbeaten': 'More are unbeaten than the places, {places}: only a lot can choose among them',
  'outcome.elected': 'Elected, in this order: {names}',
  'outcome.nobody': 'Nobody is elected',
  'outcome.vacant': 'Places that stay vacant: {places}',
  'outcome.alternates': 'Alternates, in this order: {names}',
} as const;
