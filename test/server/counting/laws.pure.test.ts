import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type Body,
  type DecisionFile,
  checkDecisionFile,
  decide,
  decisionDocument,
  narrate,
  readDecisionFile,
} from '../../../server/counting/index.js';
import { federation } from './federations.js';
import { decideNaively } from './naive.js';

const numbers = (three: Record<string, bigint>) =>
  Object.fromEntries(Object.entries(three).map(([option, count]) => [option, Number(count)]));

function upsideDown(body: Body): Body {
  return body.bodies ? { ...body, bodies: body.bodies.map(upsideDown).reverse() } : body;
}

function scaled(written: string): string {
  const [top, bottom] = written.split('/').map(Number);
  return `${top! * 7}/${bottom! * 7}`;
}

describe('for every federation', () => {
  test('a second, naive implementation comes to the same outcome and the same three counts', () => {
    const outcomes = new Map<string, number>();
    fc.assert(
      fc.property(federation, (file) => {
        const naive = decideNaively(file);
        const { outcome, lenses } = decide(checkDecisionFile(file));
        expect({
          outcome,
          bodies: lenses.bodies.totals,
          weight: lenses.weight.totals,
          members: lenses.members.totals,
        }).toEqual({
          outcome: naive.outcome,
          bodies: numbers(naive.bodies),
          weight: numbers(naive.weight),
          members: numbers(naive.members),
        });
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      }),
      { numRuns: 1500 },
    );
    for (const outcome of ['CARRIED', 'DEFEATED', 'INQUORATE']) expect(outcomes.get(outcome)).toBeGreaterThan(50);
  });

  test('the order in which bodies are listed is irrelevant', () => {
    fc.assert(
      fc.property(federation, (file) => {
        const turned: DecisionFile = { ...file, bodies: file.bodies.map(upsideDown).reverse() };
        const [one, other] = [decide(file), decide(turned)];
        expect({ ...other, sentences: [], arithmetic: [], tree: [] }).toEqual({
          ...one,
          sentences: [],
          arithmetic: [],
          tree: [],
        });
      }),
    );
  });

  test('the order in which options are listed is irrelevant to a motion', () => {
    fc.assert(
      fc.property(federation, fc.shuffledSubarray(['FOR', 'AGAINST', 'ABSTAIN'], { minLength: 3 }), (file, options) => {
        const [one, other] = [decide(file), decide({ ...file, options })];
        expect(other.outcome).toBe(one.outcome);
        expect(other.lenses).toEqual(one.lenses);
      }),
    );
  });

  test('writing every fraction larger changes neither outcome nor need', () => {
    fc.assert(
      fc.property(federation, (file) => {
        const text = JSON.stringify(file).replace(/"(\d+\/\d+)"/g, (_, written: string) => `"${scaled(written)}"`);
        const [one, other] = [decide(file), decide(readDecisionFile(text))];
        expect([other.outcome, other.needed, other.second?.needed]).toEqual([
          one.outcome,
          one.needed,
          one.second?.needed,
        ]);
      }),
    );
  });

  test('each body casts its weight or nothing, and the lens adds up what was cast', () => {
    fc.assert(
      fc.property(federation, (file) => {
        const { tree, lenses } = decide(file);
        const cast = tree.map((part) => Object.values(part.cast!).reduce((a, b) => a + b, 0));
        cast.forEach((votes, at) => expect(votes).toBe(tree[at]!.side === null ? 0 : tree[at]!.weight));
        expect(Object.values(lenses.weight.totals).reduce((a, b) => a + b, 0)).toBe(cast.reduce((a, b) => a + b, 0));
      }),
    );
  });

  test('what CARRIED met its quorum, its threshold and its second condition, and nothing else DEFEATED it', () => {
    fc.assert(
      fc.property(federation, (file) => {
        const { outcome, quorum, threshold, second, lenses, binding } = decide(file);
        const { FOR, AGAINST } = lenses[binding].totals;
        const met = threshold!.met && second?.met !== false && FOR! > AGAINST!;
        expect(outcome).toBe(!quorum.met ? 'INQUORATE' : met ? 'CARRIED' : 'DEFEATED');
      }),
    );
  });

  test('the result survives JSON, and so does a recount from the printed file', () => {
    fc.assert(
      fc.property(federation, (file) => {
        const document = decisionDocument(decide(file));
        expect(JSON.parse(JSON.stringify(document))).toEqual(document);
        expect(decisionDocument(decide(readDecisionFile(JSON.stringify(file))))).toEqual(document);
        expect(document.sentences.map(narrate)).toEqual(document.arithmetic);
        expect(document.arithmetic.join()).not.toMatch(/undefined|NaN|\{/);
      }),
    );
  });
});
