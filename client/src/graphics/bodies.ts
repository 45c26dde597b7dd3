/**
 * The bodies of a result as a tree the staircase can stand on. The API gives them flat, the root first; bodies
 * between (Regions without a poll of their own) may be missing and are put back as steps that only add up.
 */
export interface Count {
  option: string;
  count: number;
}

export interface TalliedBody {
  id: string;
  name: string;
  /** Where the body opens; null where it has no page. */
  href: string | null;
  /** Bodies above it in the federation, from the nearest upward. */
  above: readonly { id: string; name: string; href: string | null }[];
  entitled: number;
  ballots: number;
  tally: readonly Count[] | null;
  weight: number | null;
  cast: readonly Count[] | null;
  outcome: string;
  quorate: boolean;
  merged: boolean;
}

export interface Step {
  body: TalliedBody;
  /** True for a step put back only to show which Region the groups belong to. */
  grouping: boolean;
  children: Step[];
}

/** The first body is the root; every other stands under the nearest body above it that takes part. */
export function stepsOf(bodies: readonly TalliedBody[]): Step | null {
  const [first] = bodies;
  if (!first) return null;
  // A body that decided nothing by itself (a Region between) has the sums of those below it and no outcome.
  const steps = new Map<string, Step>(
    bodies.map((body) => [body.id, { body, grouping: body.outcome === '', children: [] }]),
  );
  const root = steps.get(first.id);
  if (!root) return null;
  for (const body of bodies.slice(1)) {
    const step = steps.get(body.id);
    if (step) attach(step, root, steps);
  }
  return root;
}

function attach(step: Step, root: Step, steps: Map<string, Step>): void {
  let below = step;
  for (const above of step.body.above) {
    const existing = steps.get(above.id);
    if (existing) return void existing.children.push(below);
    const between: Step = { body: groupingBody(step.body, above), grouping: true, children: [below] };
    steps.set(above.id, between);
    below = between;
  }
  root.children.push(below);
}

function groupingBody(of: TalliedBody, above: TalliedBody['above'][number]): TalliedBody {
  const place = of.above.findIndex((body) => body.id === above.id);
  return {
    ...above,
    above: of.above.slice(place + 1),
    entitled: 0,
    ballots: 0,
    tally: null,
    weight: null,
    cast: null,
    outcome: '',
    quorate: true,
    merged: false,
  };
}

export const leavesOf = (step: Step): Step[] => (step.children.length ? step.children.flatMap(leavesOf) : [step]);

export const heightOf = (step: Step): number =>
  step.children.length ? 1 + Math.max(...step.children.map(heightOf)) : 0;

export function findStep(step: Step, id: string): Step | null {
  if (step.body.id === id) return step;
  for (const child of step.children) {
    const found = findStep(child, id);
    if (found) return found;
  }
  return null;
}
