import type { ObjectType } from '../object-types.ts';
import { activityRules } from './activities.ts';
import { dealRules } from './deals.ts';
import { lineItemRules } from './line-items.ts';
import { quoteRules } from './quotes.ts';
import type { TypeRules } from './rules.ts';

/** Looked up when called: the rules of quotes use the writes, and the writes use the rules. */
export function rulesOf(type: ObjectType): TypeRules {
  switch (type.name) {
    case 'deals':
      return dealRules;
    case 'line_items':
      return lineItemRules;
    case 'quotes':
      return quoteRules;
    case 'notes':
    case 'emails':
    case 'calls':
    case 'meetings':
    case 'tasks':
      return activityRules;
    default:
      return {};
  }
}
