import { Refusal } from '../api/refusal.ts';

/** Names and ids of one CRM object type. Source: developers.hubspot.com, "Object type IDs". */
export interface ObjectType {
  readonly id: string;
  /** As in paths: `line_items`. */
  readonly name: string;
  /** As in names of association types: `line_item`. */
  readonly singular: string;
  /** Any of these scopes opens the objects for reading or writing. */
  readonly read: readonly string[];
  readonly write: readonly string[];
}

const crm = (name: string) => ({ read: [`crm.objects.${name}.read`], write: [`crm.objects.${name}.write`] });
/** Activities have no scopes of their own. */
const activity = crm('contacts');
const money = { read: ['crm.objects.quotes.read', 'e-commerce'], write: ['crm.objects.quotes.write', 'e-commerce'] };

export const OBJECT_TYPES = {
  contacts: { id: '0-1', name: 'contacts', singular: 'contact', ...crm('contacts') },
  companies: { id: '0-2', name: 'companies', singular: 'company', ...crm('companies') },
  deals: { id: '0-3', name: 'deals', singular: 'deal', ...crm('deals') },
  tickets: { id: '0-5', name: 'tickets', singular: 'ticket', read: ['tickets'], write: ['tickets'] },
  products: {
    id: '0-7',
    name: 'products',
    singular: 'product',
    read: ['crm.objects.products.read', 'e-commerce'],
    write: ['crm.objects.products.write', 'e-commerce'],
  },
  line_items: {
    id: '0-8',
    name: 'line_items',
    singular: 'line_item',
    read: ['crm.objects.line_items.read', 'e-commerce'],
    write: ['crm.objects.line_items.write', 'e-commerce'],
  },
  quotes: { id: '0-14', name: 'quotes', singular: 'quote', ...crm('quotes') },
  tasks: { id: '0-27', name: 'tasks', singular: 'task', ...activity },
  notes: { id: '0-46', name: 'notes', singular: 'note', ...activity },
  meetings: { id: '0-47', name: 'meetings', singular: 'meeting', ...activity },
  calls: { id: '0-48', name: 'calls', singular: 'call', ...activity },
  emails: { id: '0-49', name: 'emails', singular: 'email', ...activity },
  quote_templates: {
    id: '0-64',
    name: 'quote_templates',
    singular: 'quote_template',
    ...crm('quotes'),
  },
  discounts: { id: '0-84', name: 'discounts', singular: 'discount', ...money },
  fees: { id: '0-85', name: 'fees', singular: 'fee', ...money },
  taxes: { id: '0-86', name: 'taxes', singular: 'tax', ...money },
} as const satisfies Record<string, ObjectType>;

export type ObjectName = keyof typeof OBJECT_TYPES;

const BY_ANY_NAME = new Map<string, ObjectType>(
  Object.values(OBJECT_TYPES).flatMap((type) => [type.id, type.name, type.singular].map((key) => [key, type] as const)),
);

export function findObjectType(nameOrId: string): ObjectType | undefined {
  return BY_ANY_NAME.get(nameOrId.toLowerCase());
}

/** Throws the recorded 400 of an unknown name. */
export function objectType(nameOrId: string): ObjectType {
  const type = findObjectType(nameOrId);
  if (!type) throw new Refusal(400, { message: `Unable to infer object type from: ${nameOrId}` });
  return type;
}
