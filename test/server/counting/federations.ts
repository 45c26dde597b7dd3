/** Random federations: bodies of bodies with their own rules here and there, and ballots that often tie or fall short. */
import fc from 'fast-check';
import type { Body, DecisionFile, Requirement, Rule, Weight } from '../../../server/counting/index.js';

const share = fc.constantFrom('0/1', '1/4', '1/3', '1/2', '2/4', '3/5', '2/3', '3/4', '1/1');

const requirement: fc.Arbitrary<Requirement> = fc
  .record({
    fraction: share,
    base: fc.constantFrom('CAST' as const, 'PRESENT' as const, 'ENTITLED' as const),
    strict: fc.boolean(),
  })
  .filter(({ fraction, strict }) => !(strict && fraction === '1/1'));

const weight: fc.Arbitrary<Weight> = fc.oneof(
  fc.constantFrom<Weight>({ kind: 'GIVEN' }, { kind: 'EQUAL' }, { kind: 'PER_CAPITA' }, { kind: 'SQUARE_ROOT' }),
  fc.constant<Weight>({ kind: 'BANDS', bands: [[4, 1], [9, 2], [null, 5]] }), // prettier-ignore
);

export const rule: fc.Arbitrary<Rule> = fc.record({
  voting: fc.constantFrom('MEMBERS' as const, 'GROUPS' as const, 'GROUPS' as const),
  weight,
  cast: fc.constantFrom('BLOC' as const, 'SPLIT' as const),
  quorum: fc.option(
    fc.record({
      electors: fc.constantFrom('0/1', '1/4', '1/2'),
      bodies: fc.constantFrom('0/1', '1/3', '1/2'),
    }),
  ),
  threshold: fc.option(requirement, { freq: 4 }),
  bodies: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: requirement }),
});

const leafRule = rule.map(({ bodies: _, ...rest }) => rest);

const leaf = fc
  .record({
    tally: fc.tuple(fc.nat(6), fc.nat(6), fc.nat(3)),
    away: fc.nat(14),
    weight: fc.nat(4),
    rule: fc.option(leafRule, { freq: 3 }),
  })
  .map(({ tally: [yes, no, abstain], away, weight, rule }): Body => {
    const tally = { FOR: yes, AGAINST: no, ABSTAIN: abstain };
    return { name: '', entitled: yes + no + abstain + away, weight, tally, rule };
  });

const named = (bodies: Body[]) => bodies.map((body, at) => ({ ...body, name: `b${at}` }));

const { body } = fc.letrec<{ body: Body; group: Body }>((tie) => ({
  body: fc.oneof({ maxDepth: 2 }, { weight: 3, arbitrary: leaf }, { weight: 1, arbitrary: tie('group') }),
  group: fc
    .record({
      bodies: fc.array(tie('body'), { minLength: 1, maxLength: 4 }),
      weight: fc.nat(4),
      rule: fc.option(rule, { freq: 3 }),
    })
    .map(({ bodies, ...rest }) => ({ name: '', ...rest, bodies: named(bodies) })),
}));

export const federation: fc.Arbitrary<DecisionFile> = fc
  .record({ rule, bodies: fc.array(body, { minLength: 1, maxLength: 6 }) })
  .map(({ rule, bodies }) => ({ options: ['FOR', 'AGAINST', 'ABSTAIN'], rule, bodies: named(bodies) }));
