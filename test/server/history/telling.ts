/** Ways to tell the story otherwise, and to see which checks notice. */
import { expect } from '@jest/globals';
import type { Bundle } from '../../../server/history/bundle.js';
import { decisionHash } from '../../../server/history/commitments.js';
import type { HistoryRecord } from '../../../server/history/leaf.js';
import type { BodyOf, LeafType } from '../../../server/history/leafTypes.js';
import { verifyBundle, type VerifyOptions } from '../../../server/history/verify.js';
import { publish, story, type Story } from './publishing.js';

export function failed(bundle: Bundle, more: VerifyOptions = {}): string[] {
  const { ok, checks } = verifyBundle(bundle, more);
  const names = checks.filter((check) => !check.ok).map((check) => check.name);
  expect(ok).toBe(names.length === 0);
  return names;
}
export function detail(bundle: Bundle, name: string, more: VerifyOptions = {}): string {
  return verifyBundle(bundle, more).checks.find((check) => check.name === name)!.detail;
}

/** The story with one thing told otherwise, honestly signed and listed: only the meaning can give it away. */
export function toldOtherwise(change: (told: Story) => void): Bundle {
  const told = story();
  change(told);
  return publish(told);
}
export function place(told: Story, type: LeafType, poll: string): number {
  return told.records.findIndex((each) => each.type === type && 'poll' in each.body && each.body.poll === poll);
}
export function rewrite<T extends LeafType>(told: Story, type: T, poll: string, change: Partial<BodyOf<T>>): void {
  const at = place(told, type, poll);
  told.records[at] = {
    ...told.records[at]!,
    body: { ...told.records[at]!.body, ...change },
  } as HistoryRecord;
}
export function insertBefore(told: Story, type: LeafType, poll: string, ...records: HistoryRecord[]): void {
  told.records.splice(place(told, type, poll), 0, ...records);
}
export function redecide(told: Story, poll: string, change: (decision: string) => string): void {
  const decided = told.decisions.get(poll)!;
  const text = change(decided.text);
  expect(text).not.toBe(decided.text);
  told.decisions.set(poll, { ...decided, text });
  rewrite(told, 'result', poll, { decisionHash: decisionHash(text) });
}
