// Which rules apply to a body: its own where its rule book speaks, else those of the nearest body above.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { effectiveRules, effectiveRulesOf } from '../../../server/rules/effectiveRules.js';
import { ruleFor } from '../../../server/rules/ruleFor.js';
import type { PartialRules } from '../../../server/rules/schema.js';
import { found, foundingRules, type Founded } from '../../support/founding.js';
import { openWorld, type World } from '../../support/world.js';

let world: World;
let { bodies }: Founded = {} as Founded;
const twoThirds = {
  ...foundingRules.decisions.DEFAULT,
  threshold: { fraction: '2/3', base: 'CAST', strict: false },
} as const;

const adoptFirst = (bodyId: string, rules: PartialRules) =>
  world.db
    .insertInto('rule_book')
    .values({ id: randomUUID(), body_id: bodyId, version: 1, rules: JSON.stringify(rules) })
    .execute();

beforeAll(async () => {
  world = await openWorld();
  ({ bodies } = await found(world));
  await adoptFirst(bodies.north, {
    motions: { ...foundingRules.motions, secondsNeeded: 2 },
    decisions: { ORDINARY: twoThirds },
  });
  await adoptFirst(bodies.alder, { motions: { ...foundingRules.motions, secondsNeeded: 3 } });
});
afterAll(() => world.close());

test('a body without a rule book lives by those above it, section by section, the nearest first', async () => {
  const { rules, source } = await effectiveRules(world.db, bodies.birch);
  expect(rules.motions.secondsNeeded).toBe(2);
  expect(source.motions).toMatchObject({ bodyId: bodies.north, version: 1 });
  expect(rules.standing).toEqual(foundingRules.standing);
  expect(source.standing.bodyId).toBe(bodies.federation);
});

test('a body’s own section goes before the one above', async () => {
  const { rules, source } = await effectiveRules(world.db, bodies.alder);
  expect([rules.motions.secondsNeeded, source.motions.bodyId]).toEqual([3, bodies.alder]);
});

test('decisions are inherited kind by kind, each with its own source', async () => {
  const { rules, source } = await effectiveRules(world.db, bodies.north);
  expect(ruleFor(rules, 'ORDINARY')).toEqual({ rule: twoThirds, section: 'decisions.ORDINARY' });
  expect(source['decisions.ORDINARY']!.bodyId).toBe(bodies.north);
  expect(ruleFor(rules, 'AFFILIATE_BODY').section).toBe('decisions.DEFAULT');
  expect(source['decisions.DEFAULT']!.bodyId).toBe(bodies.federation);
});

test('a rule by which bodies decide becomes one by which members decide in a Local Group, which has no bodies below', async () => {
  const { rules } = await effectiveRules(world.db, bodies.birch);
  const { rule } = ruleFor(rules, 'ORDINARY');
  expect(rule).toMatchObject({
    voting: 'MEMBERS',
    weight: null,
    bodies: null,
    threshold: twoThirds.threshold,
    quorum: { electors: '0/1' },
  });
});

test('rules of many bodies come in the order asked', async () => {
  const found = await effectiveRulesOf(world.db, [bodies.cedar, bodies.alder, bodies.cedar]);
  expect(found.map((each) => [each.bodyId, each.rules.motions.secondsNeeded])).toEqual([
    [bodies.cedar, 1],
    [bodies.alder, 3],
    [bodies.cedar, 1],
  ]);
});

test('where no rule book speaks of elections the rules a federation begins with hold', async () => {
  const other = await openWorld();
  const { elections, ...before } = foundingRules;
  const { bodies: there } = await found(other, before);
  const { rules, source } = await effectiveRules(other.db, there.alder);
  expect(rules.elections).toEqual(elections);
  expect(source.elections).toMatchObject({ bodyId: there.federation, version: 1 });
  await other.close();
});
