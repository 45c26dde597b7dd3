// What a motion says: its bounds, told to its author before the database would.
import { limits } from '../../schema/limits.js';
import { refuse } from '../errors.js';

export function checkTitle(title: string): string {
  const trimmed = title.trim();
  if (trimmed === '') refuse('TITLE_MISSING', 'A motion has a title.', { field: 'title' });
  if (trimmed.length > limits.title) tooLong('title', limits.title);
  return trimmed;
}

/** A draft may still be empty; a motion put to a body may not. */
export function checkText(text: string, complete: boolean): string {
  if (complete && text.trim() === '')
    refuse('TEXT_MISSING', 'A motion says what the body is asked to decide.', { field: 'text' });
  if (text.length > limits.text) tooLong('text', limits.text);
  return text;
}

export function checkReason(reason: string): string {
  const trimmed = reason.trim();
  if (trimmed === '') refuse('REASON_MISSING', 'Give the reason: those concerned will read it.', { field: 'reason' });
  if (trimmed.length > limits.reason) tooLong('reason', limits.reason);
  return trimmed;
}

export function checkComment(text: string): string {
  const trimmed = text.trim();
  if (trimmed === '') refuse('TEXT_MISSING', 'A comment says something.', { field: 'text' });
  if (trimmed.length > limits.comment) tooLong('text', limits.comment);
  return trimmed;
}

function tooLong(field: string, limit: number): never {
  refuse('TOO_LONG', `The ${field} has at most ${limit} characters.`, { field, values: { limit } });
}
