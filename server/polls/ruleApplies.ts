// A rule book can ask for what the figures do not allow: seats apportioned among equal claims, say. That is a refusal
// that names the place, not a fault of the server.
import { DecisionFileError } from '../counting/index.js';
import { refuse } from '../errors.js';

export function counted<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof DecisionFileError)
      refuse('RULE_NOT_APPLICABLE', `The rule cannot be applied to these figures: ${error.message}`, {
        rule: 'decisions',
      });
    throw error;
  }
}
