// What the viewer can do with a poll now, and why they cannot vote where they cannot. A client holds no rules of its own.
import type { Context } from '../context.js';
import type { Refusal } from '../errors.js';
import type { Actor } from '../policy/actor.js';
import { may, type DeedName } from '../policy/table.js';
import { closedAlready, countedOnPaper, votesOnPaper } from './castBallot.js';
import { ballotCounts, type PollRow } from './polls.reads.js';
import { placesInPolls, type Standing } from './viewer.reads.js';
import { whyNotOnRolls } from './whyNotOnRoll.js';

const isOver = ({ state, now, closesAt }: PollRow): boolean => state !== 'OPEN' || now >= closesAt;

export function placeOf({ loaders, actor }: Context, poll: PollRow): Promise<Standing> | null {
  return actor && loaders.of(placesInPolls).load({ pollId: poll.id, personId: actor.personId });
}

/** Null where the viewer can cast a ballot in this very poll. */
export async function cannotVote(context: Context, poll: PollRow): Promise<Refusal | null> {
  const place = await placeOf(context, poll);
  if (isOver(poll)) return closedAlready(poll.closedAt ?? poll.closesAt);
  if (!place?.onRoll)
    return (await context.loaders.of(whyNotOnRolls).load({ pollId: poll.id, personId: context.actor!.personId }))
      .refusal;
  if (place.hasPaper) return votesOnPaper();
  return poll.byTellers ? countedOnPaper() : null;
}

export async function abilitiesIn(context: Context, poll: PollRow): Promise<DeedName[]> {
  const { actor } = context;
  if (!actor) return [];
  const { bodyId } = poll;
  const ofAMotion = poll.method === 'MOTION';
  const able: [DeedName, boolean][] = [
    ['castBallot', !isOver(poll) && !poll.byTellers && (await hasBallotHere(context, poll))],
    [
      'recordTellerCount',
      ofAMotion &&
        poll.bodyKind === 'LOCAL_GROUP' &&
        poll.state !== 'CERTIFIED' &&
        may(actor, 'recordTellerCount', { bodyId }) &&
        (await noBallots(context, poll)),
    ],
    ['challengeRoll', mayChallenge(actor, poll)],
    ['closePoll', poll.state === 'OPEN' && isOver(poll) && may(actor, 'closePoll', { bodyId })],
    [
      'certifyResult',
      ofAMotion && poll.state === 'CLOSED' && poll.parentId === null && may(actor, 'certifyResult', { bodyId }),
    ],
  ];
  return able.filter(([, can]) => can).map(([deed]) => deed);
}

async function hasBallotHere(context: Context, poll: PollRow): Promise<boolean> {
  const place = await placeOf(context, poll);
  return place !== null && place.onRoll && !place.hasPaper;
}

const noBallots = async ({ loaders }: Context, { id }: PollRow) => (await loaders.of(ballotCounts).load(id)) === 0;

/** Of the roll of their own body, wherever in the tree they look at it. */
function mayChallenge(actor: Actor, { bodyId, state, now, challengeUntil }: PollRow): boolean {
  const home = actor.membership;
  return (
    home !== null &&
    state !== 'CERTIFIED' &&
    now < challengeUntil &&
    home.aboveIds.includes(bodyId) &&
    may(actor, 'challengeRoll', { bodyId: home.bodyId })
  );
}
